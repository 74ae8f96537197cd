import { eq, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { ideas } from "~db/schema/index";

/** Called in the transaction that publishes or hides a comment: the count is of published comments only. */
export const changeCommentCount = async (ctx: Context, { ideaId, by }: { ideaId: number; by: 1 | -1 }): Promise<void> => {
  await ctx.db
    .update(ideas)
    .set({ commentCount: sql`${ideas.commentCount} + ${by}` })
    .where(eq(ideas.id, ideaId));
};
