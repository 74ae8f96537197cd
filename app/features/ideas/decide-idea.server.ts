// A moderator's verdict on an idea, and its undo. The state changes at once; its author is told 30 seconds later, unless it was undone.
import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import type { ActivityKind } from "~/features/activity/activity";
import { record } from "~/features/activity/record.server";
import { undoWindowMs, type Verdict } from "~/features/moderation/case";
import { recordVerdict, settleCase, type VerdictInput } from "~/features/moderation/record-verdict.server";
import { undoVerdict } from "~/features/moderation/undo-verdict.server";
import { authorize } from "~/policy/can";
import { ideas } from "~db/schema/index";
import { stateAfter, type PublicationState } from "./idea";

const told: Record<Verdict, ActivityKind> = { approve: "idea.published", decline: "idea.declined", ask_for_change: "idea.changes_asked" };

/** Conflict `already_handled_by`, `claimed_by` or `case_changed` when the case is no longer as the moderator saw it. */
export const decideIdea = async (ctx: Context, input: VerdictInput): Promise<{ verdictId: number; ideaId: number }> => {
  authorize(ctx.actor, "moderate", null);
  return inTransaction(ctx, async (inner) => {
    const { subjectKind, subjectId: ideaId } = await settleCase(inner, input);
    if (subjectKind !== "idea") throw new NotFound("case");
    const [idea] = await inner.db.select({ state: ideas.state, publishedAt: ideas.publishedAt }).from(ideas).where(eq(ideas.id, ideaId)).for("update");
    if (!idea) throw new NotFound("idea");
    const state = stateAfter(input.verdict, idea.state);
    const verdictId = await recordVerdict(inner, { ...input, before: idea.state });
    if (state === idea.state) return { verdictId, ideaId };
    await inner.db
      .update(ideas)
      .set({ state, publishedAt: state === "published" ? (idea.publishedAt ?? ctx.now) : idea.publishedAt })
      .where(eq(ideas.id, ideaId));
    await record(inner, { kind: told[input.verdict], subject: { kind: "idea", id: ideaId }, data: { verdictId, wasHeld: true }, tellAfterMs: undoWindowMs });
    return { verdictId, ideaId };
  });
};

/** Puts the idea back to where it was before the verdict, and the case back into the queue. */
export const undoIdeaVerdict = async (ctx: Context, { verdictId }: { verdictId: number }): Promise<{ caseId: number; ideaId: number }> => {
  authorize(ctx.actor, "moderate", null);
  return inTransaction(ctx, async (inner) => {
    const undone = await undoVerdict(inner, { verdictId });
    if (undone.subjectKind !== "idea") throw new NotFound("verdict");
    const before = undone.before as PublicationState;
    const [idea] = await inner.db.select({ state: ideas.state }).from(ideas).where(eq(ideas.id, undone.subjectId)).for("update");
    if (!idea || idea.state !== stateAfter(undone.verdict as Verdict, before)) throw new Conflict("the idea has moved on", { key: "case_changed" });
    await inner.db.update(ideas).set({ state: before }).where(eq(ideas.id, undone.subjectId));
    return { caseId: undone.caseId, ideaId: undone.subjectId };
  });
};
