// Reporting an idea to the moderators.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { flagIdea } from "~/features/ideas/flag-idea.server";
import { getIdea } from "~/features/ideas/idea-queries.server";
import { FlagForm } from "~/features/moderation/components/flag-form";
import { flagInput } from "~/features/moderation/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx, params }) => {
  const idea = await getIdea(ctx, idFrom(params.id));
  authorize(ctx.actor, "take-part-in-idea", { state: idea.state, authorId: null });
  return { title: pageTitle(ctx, "ideas.flag_idea_title"), id: idea.id, quoted: idea.title };
});

export const action = command(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  await flagIdea(ctx, { ideaId, ...parseForm(form, flagInput) });
  return redirect(paths.idea(ideaId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FlagIdea() {
  const t = useT();
  const { id, quoted } = useLoaderData<typeof loader>();
  return <FlagForm title={t("ideas.flag_idea_title")} quoted={quoted} back={paths.idea(id)} reply={useActionData<typeof action>()} />;
}
