// Every night: the numbers of comments shown are held against the comments themselves.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { comments, ideas } from "~db/schema/index";

export type CommentDifference = { ideaId: number; stored: number; counted: number };

/** Ideas whose stored number of comments is not that of their published comments: none, or there is a bug. */
export const findCommentDifferences = async (ctx: Context): Promise<CommentDifference[]> => {
  const rows = await ctx.db.execute<CommentDifference>(sql`
    select i.id as "ideaId", i.comment_count as stored, coalesce(c.counted, 0)::int as counted
    from ${ideas} i
    left join (select idea_id, count(*) as counted from ${comments} where state = 'published' group by idea_id) c on c.idea_id = i.id
    where i.comment_count <> coalesce(c.counted, 0)
    order by i.id`);
  return [...rows];
};
