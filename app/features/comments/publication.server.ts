// One visibility predicate for comments: it holds for a comment under an idea that the reader may see.
import { eq, or, sql, type SQL } from "drizzle-orm";
import type { Actor, Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { PublicationFacts } from "~/features/ideas/publication.server";
import { comments, ideas } from "~db/schema/index";

export const isPublicComment: SQL = sql`${comments.state} = 'published'`;

/** What is listed under an idea: public comments and one's own. What waits for moderators is seen in their queue. */
export const isListedComment = (actor: Actor): SQL => (actor.kind === "person" ? or(isPublicComment, eq(comments.authorId, actor.id))! : isPublicComment);

/** The facts that the rules about a comment depend on, its idea's included. */
export const commentFactsOf = async (
  ctx: Context,
  commentId: number,
): Promise<{ comment: PublicationFacts; idea: PublicationFacts; ideaId: number; body: string; revision: number }> => {
  const [row] = await ctx.db
    .select({
      comment: { state: comments.state, authorId: comments.authorId },
      idea: { state: ideas.state, authorId: ideas.authorId },
      ideaId: ideas.id,
      body: comments.body,
      revision: comments.revision,
    })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(eq(comments.id, commentId));
  if (!row) throw new NotFound("comment");
  return row;
};
