// A member's flag on a comment goes to the moderators' queue.
import { inTransaction, type Context } from "~/core/context";
import type { FlagReason } from "~/features/moderation/case";
import { flagSubject } from "~/features/moderation/flag-subject.server";
import { authorize } from "~/policy/can";
import { commentFactsOf } from "./publication.server";

export const flagComment = async (
  ctx: Context,
  input: { commentId: number; reason: FlagReason; note?: string },
): Promise<{ isNew: boolean; ideaId: number }> => {
  const { comment, idea, ideaId } = await commentFactsOf(ctx, input.commentId);
  authorize(ctx.actor, "take-part-in-idea", idea);
  authorize(ctx.actor, "take-part-in-idea", comment);
  const { isNew } = await inTransaction(ctx, (inner) =>
    flagSubject(inner, { subjectKind: "comment", subjectId: input.commentId, reason: input.reason, note: input.note }),
  );
  return { isNew, ideaId };
};
