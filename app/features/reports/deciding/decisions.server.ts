// A decision has somebody who sees to it and a day by which it is done; once it is done, it says what changed.
import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { dayOf } from "~/features/trials/dates";
import { authorize } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { decisionOutcomes, decisions, people, products, reports, reportVersions, teamMembers, trials } from "~db/schema/index";
import type { Colleague } from "../assigning/assignment";
import { findDecision } from "../changes/queries.server";
import type { DecisionChoice } from "../report";

/** Who can see to a decision: the product managers of the team and the administrators. */
export const listOwners = async (ctx: Context, teamId: number): Promise<Colleague[]> =>
  ctx.db
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(
      and(
        isNull(people.erasedAt),
        isNull(people.suspendedAt),
        sql`(${people.role} = 'administrator' or (${people.role} = 'product_manager' and exists (
          select 1 from ${teamMembers} m where m.person_id = ${people.id} and m.team_id = ${teamId})))`,
      ),
    )
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(200);

/** Says that a decision was carried out and what changed, or that it is open again. Leads back to its report. */
export const setDecisionDone = async (
  ctx: Context,
  { decisionId, done, outcome }: { decisionId: number; done: boolean; outcome: string },
): Promise<{ trialId: number; number: number }> => {
  const { decision, teamId, trialId, number } = await findDecision(ctx, decisionId);
  authorize(ctx.actor, "decide", { teamId });
  await inTransaction(ctx, async (inner) => {
    if (done) {
      const row = { outcome, by: actorId(ctx.actor), at: ctx.now };
      await inner.db
        .insert(decisionOutcomes)
        .values({ decisionId: decision.id, ...row })
        .onConflictDoUpdate({ target: decisionOutcomes.decisionId, set: row });
    } else {
      await inner.db.delete(decisionOutcomes).where(eq(decisionOutcomes.decisionId, decision.id));
    }
    await record(inner, { kind: done ? "decision.done" : "decision.reopened", subject: { kind: "trial", id: trialId }, data: { decisionId: decision.id } });
  });
  return { trialId, number };
};

/** For a new decision: an owner who can be one. */
export const requireOwner = async (ctx: Context, teamId: number, ownerId: number | undefined): Promise<void> => {
  if (ownerId !== undefined && !(await listOwners(ctx, teamId)).some(({ id }) => id === ownerId)) throw new NotFound("owner");
};

export type OverdueDecision = {
  id: number;
  trialId: number;
  number: number;
  teamId: number;
  ownerId: number | null;
  owner: string | null;
  dueOn: string;
  choice: DecisionChoice;
  trial: LocalizedText;
  finding: LocalizedText | null;
};

/** Decisions in force (the newest of their finding) whose day has passed and that nobody has said to be done, longest overdue first. */
const findOverdue = async (ctx: Context): Promise<OverdueDecision[]> => {
  const rows = await ctx.db
    .select({
      id: decisions.id,
      trialId: trials.id,
      number: reportVersions.number,
      teamId: products.teamId,
      ownerId: decisions.ownerId,
      owner: people.displayName,
      dueOn: decisions.dueOn,
      choice: decisions.choice,
      trial: trials.name,
      finding: sql<LocalizedText | null>`(select f -> 'text' from jsonb_array_elements(${reportVersions.content} -> 'findings') f where f ->> 'key' = ${decisions.finding} limit 1)`,
    })
    .from(decisions)
    .innerJoin(reportVersions, eq(reportVersions.id, decisions.reportVersionId))
    .innerJoin(reports, eq(reports.id, reportVersions.reportId))
    .innerJoin(trials, eq(trials.id, reports.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .leftJoin(people, eq(people.id, decisions.ownerId))
    .leftJoin(decisionOutcomes, eq(decisionOutcomes.decisionId, decisions.id))
    .where(
      and(
        isNull(decisionOutcomes.decisionId),
        lt(decisions.dueOn, dayOf(ctx.now)),
        sql`not exists (select 1 from ${decisions} later where later.report_version_id = ${decisions.reportVersionId} and later.finding = ${decisions.finding} and later.id > ${decisions.id})`,
        whereWorksOnTeam(ctx.actor, products.teamId),
      ),
    )
    .orderBy(asc(decisions.dueOn), desc(decisions.id))
    .limit(100);
  return rows.flatMap(({ dueOn, ...row }) => (dueOn === null ? [] : [{ ...row, dueOn }]));
};

/** Whom an overdue decision concerns: its owner, and the product managers of the team. */
export const concerns = (decision: Pick<OverdueDecision, "ownerId" | "teamId">, person: { id: number; role: string; teamIds: readonly number[] }): boolean =>
  decision.ownerId === person.id || (person.role === "product_manager" && person.teamIds.includes(decision.teamId));

/** What is overdue and concerns whoever asks; all of it for the house itself. */
export const listOverdueDecisions = async (ctx: Context): Promise<OverdueDecision[]> => {
  authorize(ctx.actor, "enter-workshop", null);
  const { actor } = ctx;
  const overdue = await findOverdue(ctx);
  return actor.kind === "person" ? overdue.filter((decision) => concerns(decision, actor)) : overdue;
};
