// One person, one vote: the key of the table says so, and one statement changes the vote, the count, the order and the ledger together.
import { sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { ideas, ideaVotes, voteLedger } from "~db/schema/index";
import { secondsPerMagnitude } from "./idea";
import { publicationOf } from "./publication.server";

export type VoteInput = {
  ideaId: number;
  /** The state wanted, so that repeating it changes nothing. */
  voted: boolean;
  /** Keyed hashes, kept for 30 days against stuffing. */
  addressHash?: string;
  agentHash?: string;
};
export type VoteResult = { voted: boolean; voteCount: number; hasChanged: boolean };

export const voteForIdea = async (ctx: Context, { ideaId, voted, addressHash, agentHash }: VoteInput): Promise<VoteResult> => {
  authorize(ctx.actor, "take-part-in-idea", await publicationOf(ctx, ideaId));
  const personId = actorId(ctx.actor);
  if (personId === null) throw new Error("A vote is cast by a person");
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const step = sql.raw(voted ? "1" : "-1");
  const change = voted
    ? sql`insert into ${ideaVotes} (idea_id, person_id, created_at) select id, ${personId}::int, ${now} from ${ideas} where id = ${ideaId} and state = 'published' on conflict do nothing returning idea_id`
    : sql`delete from ${ideaVotes} where idea_id = ${ideaId} and person_id = ${personId} returning idea_id`;
  const [row] = await ctx.db.execute<{ vote_count: number; has_changed: boolean }>(sql`
    with change as (${change}),
    counted as (
      update ${ideas} set vote_count = vote_count + ${step},
        hot = log(greatest(vote_count + ${step}, 1)::double precision) + extract(epoch from created_at)::double precision / ${sql.raw(String(secondsPerMagnitude))}
      where id = ${ideaId} and exists (select 1 from change) returning vote_count
    ),
    logged as (
      insert into ${voteLedger} (idea_id, person_id, voted, address_hash, agent_hash, at)
      select idea_id, ${personId}::int, ${sql.raw(String(voted))}, ${addressHash ?? null}::text, ${agentHash ?? null}::text, ${now} from change
    )
    select coalesce((select vote_count from counted), (select vote_count from ${ideas} where id = ${ideaId})) as vote_count, exists (select 1 from counted) as has_changed`);
  if (!row) throw new Error("The vote was not counted");
  return { voted, voteCount: row.vote_count, hasChanged: row.has_changed };
};
