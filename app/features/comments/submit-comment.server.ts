// A comment under an idea, or a reply to a comment; replies go one level deep.
import { and, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { changeCommentCount } from "~/features/ideas/count-comments.server";
import type { PublicationState } from "~/features/ideas/idea";
import { publicationOf } from "~/features/ideas/publication.server";
import { holdReasons } from "~/features/moderation/hold-reasons.server";
import { openCase } from "~/features/moderation/open-case.server";
import { authorize } from "~/policy/can";
import { comments } from "~db/schema/index";
import { isPublicComment } from "./publication.server";

type CommentSubmission = { ideaId: number; body: string; parentId?: number };

/** A reply to a reply is put beside it, under the same comment. */
const threadOf = async (ctx: Context, ideaId: number, parentId: number): Promise<number> => {
  const [parent] = await ctx.db
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(and(eq(comments.id, parentId), eq(comments.ideaId, ideaId), isPublicComment));
  if (!parent) throw new NotFound("comment");
  return parent.parentId ?? parent.id;
};

export const submitComment = async (ctx: Context, { ideaId, body, parentId }: CommentSubmission): Promise<{ commentId: number; state: PublicationState }> => {
  authorize(ctx.actor, "take-part-in-idea", await publicationOf(ctx, ideaId));
  const authorId = actorId(ctx.actor);
  if (authorId === null) throw new Error("A comment is written by a person");
  return inTransaction(ctx, async (inner) => {
    const thread = parentId ? await threadOf(inner, ideaId, parentId) : null;
    const reasons = await holdReasons(inner, { text: body, authorId });
    const state = reasons.length > 0 ? "pending" : "published";
    const [comment] = await inner.db
      .insert(comments)
      .values({ ideaId, authorId, parentId: thread, body, state, createdAt: ctx.now, publishedAt: state === "published" ? ctx.now : null })
      .returning({ id: comments.id });
    if (!comment) throw new Error("The comment was not kept");
    const subject = { kind: "comment", id: comment.id };
    await record(inner, { kind: "comment.submitted", subject, data: { ideaId } });
    if (state === "published") {
      await changeCommentCount(inner, { ideaId, by: 1 });
      await record(inner, { kind: "comment.published", subject, data: { ideaId, wasHeld: false } });
    } else await openCase(inner, { subjectKind: "comment", subjectId: comment.id, reasons });
    return { commentId: comment.id, state };
  });
};
