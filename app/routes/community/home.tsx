// The first page: a front door for visitors, "what can I do today?" for members.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOverlookedIdeas } from "~/features/ideas/queries.server";
import { listChanges } from "~/features/reports/changes/queries.server";
import { listTrials } from "~/features/trials/member.server";
import { listOwnTasks } from "~/features/trials/own-participation.server";
import { pageTitle } from "~/http/page-title.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { FrontPage } from "./home/front-page";
import { MemberHome } from "./home/member-home";

export const loader = page(async ({ ctx }) => {
  const isVisitor = ctx.actor.kind === "visitor";
  const [trials, changes, ideas, tasks] = await Promise.all([
    listTrials(ctx),
    listChanges(ctx, { size: 1 }),
    isVisitor ? [] : listOverlookedIdeas(ctx, 3),
    isVisitor ? [] : listOwnTasks(ctx),
  ]);
  return {
    title: pageTitle(ctx, isVisitor ? "home.front_page" : "common.nav_home"),
    trials: trials.open.filter((trial) => trial.application === null && (isVisitor || trial.mayFit)).slice(0, 2),
    change: changes.items[0] ?? null,
    ideas,
    tasks,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  const { person, now } = useRoot();
  const { trials, change, ideas, tasks } = useLoaderData<typeof loader>();
  return person ? (
    <MemberHome name={person.displayName.split(" ")[0] ?? person.displayName} now={now} tasks={tasks} trials={trials} ideas={ideas} change={change} />
  ) : (
    <FrontPage trials={trials} change={change} />
  );
}
