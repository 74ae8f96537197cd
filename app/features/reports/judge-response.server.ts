// A moderator decides about a response that was flagged: kept, or left out of the report with the reason. Decided in the queue or on the trial's own
// page it is the same decision, and taking it back undoes it in both.
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Invalid, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { findOpenCase } from "~/features/moderation/open-case.server";
import { recordVerdict, settleCase, type VerdictInput } from "~/features/moderation/record-verdict.server";
import { undoVerdict } from "~/features/moderation/undo-verdict.server";
import { cases, participants, responseFlags, responses, verdicts } from "~db/schema/index";
import { authorizeQuality } from "./quality.server";
import { setExclusion } from "./set-exclusion.server";

export type FlagDecision = "kept" | "left_out" | "open";

const verdictOf = { kept: "approve", left_out: "decline" } as const;

type Judged = { responseId: number; trialId: number; participantId: number; decision: FlagDecision };

/** Nothing where the response is gone: whoever leaves a trial may take the answers along. */
const findJudged = async (ctx: Context, responseId: number): Promise<Judged | undefined> => {
  const [row] = await ctx.db
    .select({ responseId: responses.id, trialId: participants.trialId, participantId: participants.id, decision: responseFlags.decision })
    .from(responseFlags)
    .innerJoin(responses, eq(responses.id, responseFlags.responseId))
    .innerJoin(participants, eq(participants.id, responses.participantId))
    .where(eq(responseFlags.responseId, responseId))
    .for("update", { of: responseFlags });
  return row && { ...row, decision: row.decision ?? "open" };
};

const holdJudged = async (ctx: Context, responseId: number): Promise<Judged> => {
  const judged = await findJudged(ctx, responseId);
  if (!judged) throw new NotFound("response");
  await authorizeQuality(ctx, judged.trialId);
  return judged;
};

/** Leaving out takes the whole participant out of the report, with the reason; keeping or taking back brings them in again. */
const carryOut = async (
  ctx: Context,
  { responseId, trialId, participantId, decision: before }: Judged,
  decision: FlagDecision,
  reason: string,
): Promise<void> => {
  const stored = decision === "open" ? null : decision;
  await ctx.db
    .update(responseFlags)
    .set({ decision: stored, decidedBy: stored && actorId(ctx.actor), decidedAt: stored && ctx.now })
    .where(eq(responseFlags.responseId, responseId));
  // Another response of the same person may have been left out for its own reason.
  const [other] = await ctx.db
    .select({ id: responseFlags.responseId })
    .from(responseFlags)
    .innerJoin(responses, eq(responses.id, responseFlags.responseId))
    .where(and(eq(responses.participantId, participantId), eq(responseFlags.decision, "left_out"), ne(responseFlags.responseId, responseId)))
    .limit(1);
  if (decision === "left_out") await setExclusion(ctx, { trialId, participantId, isExcluded: true, reason });
  else if (before === "left_out" && !other) await setExclusion(ctx, { trialId, participantId, isExcluded: false, reason: "" });
  await record(ctx, { kind: "response.judged", subject: { kind: "response", id: responseId }, data: { trialId, decision } });
};

/** On the trial's own page. The case of the queue is closed with it, or opened again. */
export const decideFlag = async (ctx: Context, input: { trialId: number; responseId: number; decision: FlagDecision; reason: string }): Promise<void> => {
  await authorizeQuality(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const judged = await findJudged(inner, input.responseId);
    if (judged?.trialId !== input.trialId) throw new NotFound("response");
    const { decision, reason, responseId } = input;
    await carryOut(inner, judged, decision, reason);
    const subject = { subjectKind: "response" as const, subjectId: responseId };
    if (decision === "open") {
      const [latest] = await inner.db
        .select({ id: verdicts.id })
        .from(verdicts)
        .innerJoin(cases, eq(cases.id, verdicts.caseId))
        .where(and(eq(cases.subjectKind, "response"), eq(cases.subjectId, responseId), isNull(verdicts.undoneAt)))
        .orderBy(desc(verdicts.id))
        .limit(1);
      if (latest) await undoVerdict(inner, { verdictId: latest.id });
      return;
    }
    const open = await findOpenCase(inner, subject);
    if (!open) return;
    await settleCase(inner, { caseId: open.id, version: open.version });
    await recordVerdict(inner, { caseId: open.id, version: open.version, verdict: verdictOf[decision], message: reason, before: judged.decision });
  });
};

/** In the queue. Leaving out needs a reason, which every reader of the report sees. */
export const decideResponseCase = (ctx: Context, input: VerdictInput): Promise<{ verdictId: number }> =>
  inTransaction(ctx, async (inner) => {
    const reason = input.message?.trim() ?? "";
    if (input.verdict === "ask_for_change") throw new Invalid({ verdict: { key: "not_understood" } });
    if (input.verdict === "decline" && reason === "") throw new Invalid({ message: { key: "required" } });
    const { subjectKind, subjectId } = await settleCase(inner, input);
    if (subjectKind !== "response") throw new NotFound("case");
    const judged = await holdJudged(inner, subjectId);
    const verdictId = await recordVerdict(inner, { ...input, reason: "", message: reason, before: judged.decision });
    await carryOut(inner, judged, input.verdict === "approve" ? "kept" : "left_out", reason);
    return { verdictId };
  });

export const undoResponseVerdict = (ctx: Context, { verdictId }: { verdictId: number }): Promise<{ caseId: number }> =>
  inTransaction(ctx, async (inner) => {
    const undone = await undoVerdict(inner, { verdictId });
    if (undone.subjectKind !== "response") throw new NotFound("verdict");
    await carryOut(inner, await holdJudged(inner, undone.subjectId), "open", "");
    return { caseId: undone.caseId };
  });
