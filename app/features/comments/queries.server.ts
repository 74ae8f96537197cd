// The conversation under an idea: threads in the order they were begun, replies beneath them. Two statements, however long it is.
import { and, asc, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { decodeCursor, toPage, type Page } from "~/core/page";
import type { PublicationState } from "~/features/ideas/idea";
import { hasFlagged, latestRuling, type Ruling } from "~/features/ideas/idea-queries.server";
import { visiblePublicationOf } from "~/features/ideas/publication.server";
import { authorize } from "~/policy/can";
import { comments, ideas, people } from "~db/schema/index";
import { commentFactsOf, isListedComment } from "./publication.server";

export type CommentInThread = {
  id: number;
  parentId: number | null;
  /** Empty where only the place of a comment is left, because replies to it still stand. */
  body: string;
  state: PublicationState;
  createdAt: Date;
  authorName: string | null;
  isStaff: boolean;
  isOwn: boolean;
  flagged: boolean;
};
export type Thread = CommentInThread & { replies: CommentInThread[] };

const mostReplies = 400;

const columns = (ctx: Context) => ({
  id: comments.id,
  parentId: comments.parentId,
  body: sql<string>`case when ${isListedComment(ctx.actor)} then ${comments.body} else '' end`,
  state: comments.state,
  createdAt: comments.createdAt,
  authorName: people.displayName,
  isStaff: sql<boolean>`coalesce(${people.role} <> 'member', false)`,
  isOwn: sql<boolean>`coalesce(${comments.authorId} = ${actorId(ctx.actor)}::int, false)`,
  flagged: hasFlagged(ctx, "comment", sql`comments.id`),
});

/** A page of threads with all their replies. NotFound for an idea that the reader may not know about. */
export const listThreads = async (
  ctx: Context,
  { ideaId, after, size = 25 }: { ideaId: number; after?: string | null; size?: number },
): Promise<Page<Thread>> => {
  await visiblePublicationOf(ctx, ideaId);
  const [last] = decodeCursor(after, 1) ?? [];
  const hasReplies = sql`exists (select 1 from comments reply where reply.idea_id = ${comments.ideaId} and reply.parent_id = ${comments.id} and reply.state = 'published')`;
  const roots = await ctx.db
    .select(columns(ctx))
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(
      and(
        eq(comments.ideaId, ideaId),
        sql`${comments.parentId} is null`,
        or(isListedComment(ctx.actor), hasReplies),
        typeof last === "number" && Number.isInteger(last) ? gt(comments.id, last) : undefined,
      ),
    )
    .orderBy(asc(comments.id))
    .limit(size + 1);
  const page = toPage(roots, size, (row) => [row.id]);
  const rootIds = page.items.map((root) => root.id);
  const replies =
    rootIds.length === 0
      ? []
      : await ctx.db
          .select(columns(ctx))
          .from(comments)
          .leftJoin(people, eq(people.id, comments.authorId))
          .where(and(eq(comments.ideaId, ideaId), inArray(comments.parentId, rootIds), isListedComment(ctx.actor)))
          .orderBy(asc(comments.id))
          .limit(mostReplies);
  return { items: page.items.map((root) => ({ ...root, replies: replies.filter((reply) => reply.parentId === root.id) })), next: page.next };
};

/** The text of one's own comment while it may be edited; NotFound otherwise. */
export const getEditableComment = async (ctx: Context, commentId: number) => {
  const { comment, ideaId, body, revision } = await commentFactsOf(ctx, commentId);
  authorize(ctx.actor, "edit-submission", comment);
  const [row] = await ctx.db
    .select({ ruling: latestRuling("comment", sql`comments.id`) })
    .from(comments)
    .where(eq(comments.id, commentId));
  return { id: commentId, ideaId, body, revision, state: comment.state, ruling: row?.ruling ?? null };
};

export type HeldComment = { id: number; body: string; state: PublicationState; createdAt: Date; ideaId: number; ideaTitle: string; ruling: Ruling | null };

/** One's own comments that are not public, newest first: what waits, what is to be changed, what was declined. */
export const listOwnHeldComments = async (ctx: Context): Promise<HeldComment[]> => {
  authorize(ctx.actor, "use-own-account", null);
  const me = actorId(ctx.actor);
  if (me === null) return [];
  return ctx.db
    .select({
      id: comments.id,
      body: comments.body,
      state: comments.state,
      createdAt: comments.createdAt,
      ideaId: ideas.id,
      ideaTitle: ideas.title,
      ruling: latestRuling("comment", sql`comments.id`),
    })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(eq(comments.authorId, me), sql`${comments.state} <> 'published'`, sql`${ideas.state} = 'published'`))
    .orderBy(desc(comments.id))
    .limit(20);
};

/** A public comment that the reader is about to report. */
export const getCommentToFlag = async (ctx: Context, commentId: number): Promise<{ id: number; ideaId: number; body: string }> => {
  const { comment, idea, ideaId, body } = await commentFactsOf(ctx, commentId);
  authorize(ctx.actor, "take-part-in-idea", idea);
  authorize(ctx.actor, "take-part-in-idea", comment);
  return { id: commentId, ideaId, body };
};
