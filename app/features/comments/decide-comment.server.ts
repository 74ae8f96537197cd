// A moderator's verdict on a comment, and its undo; the count of comments under the idea changes with it.
import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import type { ActivityKind } from "~/features/activity/activity";
import { record } from "~/features/activity/record.server";
import { changeCommentCount } from "~/features/ideas/count-comments.server";
import { stateAfter, type PublicationState } from "~/features/ideas/idea";
import { undoWindowMs, type Verdict } from "~/features/moderation/case";
import { recordVerdict, settleCase, type VerdictInput } from "~/features/moderation/record-verdict.server";
import { undoVerdict } from "~/features/moderation/undo-verdict.server";
import { authorize } from "~/policy/can";
import { comments } from "~db/schema/index";

const told: Record<Verdict, ActivityKind> = { approve: "comment.published", decline: "comment.declined", ask_for_change: "comment.changes_asked" };

type Known = { id: number; ideaId: number; state: PublicationState; publishedAt: Date | null };

const lockComment = async (ctx: Context, commentId: number): Promise<Known> => {
  const [comment] = await ctx.db
    .select({ id: comments.id, ideaId: comments.ideaId, state: comments.state, publishedAt: comments.publishedAt })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for("update");
  if (!comment) throw new NotFound("comment");
  return comment;
};

const moveComment = async (ctx: Context, comment: Known, state: PublicationState): Promise<void> => {
  const publishedAt = state === "published" ? (comment.publishedAt ?? ctx.now) : comment.publishedAt;
  await ctx.db.update(comments).set({ state, publishedAt }).where(eq(comments.id, comment.id));
  const isPublic = state === "published";
  if (isPublic !== (comment.state === "published")) await changeCommentCount(ctx, { ideaId: comment.ideaId, by: isPublic ? 1 : -1 });
};

/** Conflict `already_handled_by`, `claimed_by` or `case_changed` when the case is no longer as the moderator saw it. */
export const decideComment = async (ctx: Context, input: VerdictInput): Promise<{ verdictId: number; commentId: number; ideaId: number }> => {
  authorize(ctx.actor, "moderate", null);
  return inTransaction(ctx, async (inner) => {
    const { subjectKind, subjectId: commentId } = await settleCase(inner, input);
    if (subjectKind !== "comment") throw new NotFound("case");
    const comment = await lockComment(inner, commentId);
    const state = stateAfter(input.verdict, comment.state);
    const verdictId = await recordVerdict(inner, { ...input, before: comment.state });
    const { ideaId } = comment;
    if (state === comment.state) return { verdictId, commentId, ideaId };
    await moveComment(inner, comment, state);
    await record(inner, {
      kind: told[input.verdict],
      subject: { kind: "comment", id: commentId },
      data: { ideaId, verdictId, wasHeld: true },
      tellAfterMs: undoWindowMs,
    });
    return { verdictId, commentId, ideaId };
  });
};

/** Puts the comment back to where it was before the verdict, and the case back into the queue. */
export const undoCommentVerdict = async (ctx: Context, { verdictId }: { verdictId: number }): Promise<{ caseId: number; commentId: number }> => {
  authorize(ctx.actor, "moderate", null);
  return inTransaction(ctx, async (inner) => {
    const undone = await undoVerdict(inner, { verdictId });
    if (undone.subjectKind !== "comment") throw new NotFound("verdict");
    const comment = await lockComment(inner, undone.subjectId);
    const before = undone.before as PublicationState;
    if (comment.state !== stateAfter(undone.verdict as Verdict, before)) throw new Conflict("the comment has moved on", { key: "case_changed" });
    await moveComment(inner, comment, before);
    return { caseId: undone.caseId, commentId: comment.id };
  });
};
