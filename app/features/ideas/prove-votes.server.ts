// Every night: the counts shown are held against the votes themselves and against the ledger.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { ideas, ideaVotes, voteLedger } from "~db/schema/index";

export type VoteDifference = { ideaId: number; stored: number; votes: number; ledger: number };

/** Ideas whose stored count, votes and ledger do not agree: none, or there is a bug. One statement, so one moment. */
export const findVoteDifferences = async (ctx: Context): Promise<VoteDifference[]> => {
  const rows = await ctx.db.execute<VoteDifference>(sql`
    select i.id as "ideaId", i.vote_count as stored, coalesce(v.votes, 0)::int as votes, coalesce(l.balance, 0)::int as ledger
    from ${ideas} i
    left join (select idea_id, count(*) as votes from ${ideaVotes} group by idea_id) v on v.idea_id = i.id
    left join (select idea_id, sum(case when voted then 1 else -1 end) as balance from ${voteLedger} group by idea_id) l on l.idea_id = i.id
    where i.vote_count <> coalesce(v.votes, 0) or i.vote_count <> coalesce(l.balance, 0)
    order by i.id`);
  return [...rows];
};
