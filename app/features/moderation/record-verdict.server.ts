// A verdict closes a case once: the second of two moderators is told who was faster.
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { dropSharedPages } from "~/platform/shared-pages.server";
import { cases, verdicts } from "~db/schema/index";
import type { CaseSubject, Verdict } from "./case";
import { collision } from "./claim-case.server";

export type VerdictInput = {
  caseId: number;
  /** The version of the case that the moderator was looking at. */
  version: number;
  verdict: Verdict;
  /** Key of a decline reason; empty for an approval. */
  reason?: string;
  /** The moderator's words to the author. */
  message?: string;
};

/** Closes the case for this moderator and returns its subject; nobody else can do so any more. Called first in the transaction of a verdict. */
export const settleCase = async (
  ctx: Context,
  { caseId, version }: { caseId: number; version: number },
): Promise<{ subjectKind: CaseSubject; subjectId: number }> => {
  authorize(ctx.actor, "moderate", null);
  const me = actorId(ctx.actor);
  const isFree = or(isNull(cases.claimedBy), me === null ? sql`true` : eq(cases.claimedBy, me), lt(cases.claimedUntil, ctx.now));
  const [settled] = await ctx.db
    .update(cases)
    .set({ state: "closed", closedAt: ctx.now, claimedBy: null, claimedUntil: null, version: version + 1 })
    .where(and(eq(cases.id, caseId), eq(cases.version, version), eq(cases.state, "open"), isFree))
    .returning({ subjectKind: cases.subjectKind, subjectId: cases.subjectId });
  if (!settled) throw await collision(ctx, caseId);
  return settled;
};

/** Keeps the verdict, with the state that the subject had before, so that undo puts it back. Returns the id of the verdict. */
export const recordVerdict = async (ctx: Context, input: VerdictInput & { before: string }): Promise<number> => {
  const by = actorId(ctx.actor);
  if (by === null) throw new Error("A verdict is given by a person");
  const { caseId, verdict, reason = "", message = "", before } = input;
  const [row] = await ctx.db.insert(verdicts).values({ caseId, verdict, reason, message, before, by, at: ctx.now }).returning({ id: verdicts.id });
  if (!row) throw new Error("The verdict was not recorded");
  await record(ctx, { kind: "case.verdict", subject: { kind: "case", id: caseId }, data: { verdictId: row.id, verdict, reason } });
  await dropSharedPages(ctx);
  return row.id;
};
