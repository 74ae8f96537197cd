// A comment may be rewritten while it waits or when a change was asked for; it is then read again.
import { and, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { reasonWeights } from "~/features/moderation/case";
import { holdReasons } from "~/features/moderation/hold-reasons.server";
import { findOpenCase, openCase } from "~/features/moderation/open-case.server";
import { authorize } from "~/policy/can";
import { comments } from "~db/schema/index";
import { commentFactsOf } from "./publication.server";

type CommentEdit = { commentId: number; body: string; revision: number };

export const editComment = async (ctx: Context, { commentId, body, revision }: CommentEdit): Promise<{ ideaId: number; revision: number }> => {
  const { comment: facts, ideaId } = await commentFactsOf(ctx, commentId);
  authorize(ctx.actor, "edit-submission", facts);
  const subject = { subjectKind: "comment", subjectId: commentId } as const;
  return inTransaction(ctx, async (inner) => {
    await findOpenCase(inner, subject);
    const [edited] = await inner.db
      .update(comments)
      .set({ body, state: "pending", revision: revision + 1 })
      .where(and(eq(comments.id, commentId), eq(comments.revision, revision), eq(comments.state, facts.state)))
      .returning({ revision: comments.revision });
    if (!edited) {
      const [current] = await inner.db.select({ body: comments.body, revision: comments.revision }).from(comments).where(eq(comments.id, commentId));
      throw new Conflict("the comment has changed", {}, current && { revision: current.revision, values: { body: current.body } });
    }
    const holds = await holdReasons(inner, { text: body, authorId: facts.authorId ?? actorId(ctx.actor)! });
    const changed = facts.state === "changes_asked" ? [{ key: "changed" as const, weight: reasonWeights.changed }] : [];
    await openCase(inner, { ...subject, reasons: [...changed, ...holds], textChanged: true });
    await record(inner, { kind: "comment.edited", subject: { kind: "comment", id: commentId }, data: { ideaId, revision: edited.revision } });
    return { ideaId, revision: edited.revision };
  });
};
