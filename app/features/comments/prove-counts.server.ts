// The nightly proof that counts agree with the facts they count. It changes nothing: a difference is a bug to be found, not a number to be mended.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { findVoteDifferences } from "~/features/ideas/prove-votes.server";
import { log } from "~/platform/log.server";
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

export const proveCounts = async (ctx: Context): Promise<void> => {
  const votes = await findVoteDifferences(ctx);
  const comments = await findCommentDifferences(ctx);
  if (votes.length + comments.length === 0) log.info("counts of votes and comments agree");
  else
    log.error(
      { votes: votes.slice(0, 20), comments: comments.slice(0, 20), differences: votes.length + comments.length },
      "stored counts differ from what they count",
    );
};
