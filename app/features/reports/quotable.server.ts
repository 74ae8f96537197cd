// Whose words may be shown: people who took part themselves, did not leave the trial, and hold the consent to be quoted right now.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";

/** A condition on a response `r` and its participant `p`; the newest event of the purpose is the one in force. */
export const mayBeQuoted = sql`
  p.person_id is not null and p.state not in ('withdrawn', 'excluded')
  and coalesce((select e.given from consent_events e where e.person_id = p.person_id and e.purpose = 'quotations' and (e.trial_id is null or e.trial_id = p.trial_id) order by e.id desc limit 1), false)`;

/** Those of the given responses whose people may be quoted. */
export const consentingResponses = async (ctx: Context, responseIds: readonly number[]): Promise<Set<number>> => {
  if (responseIds.length === 0) return new Set();
  const rows = await ctx.db.execute<{ id: number }>(sql`
    select r.id from responses r join participants p on p.id = r.participant_id
    where r.id = any(${`{${responseIds.join(",")}}`}::int[]) and ${mayBeQuoted}`);
  return new Set([...rows].map(({ id }) => id));
};
