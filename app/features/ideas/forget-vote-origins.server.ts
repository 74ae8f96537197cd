// After 30 days the ledger no longer knows where a vote came from; that it was cast stays.
import { and, isNotNull, lt, or } from "drizzle-orm";
import type { Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { voteLedger } from "~db/schema/index";

const keepOriginsForMs = 30 * dayInMs;

export const forgetVoteOrigins = async (ctx: Context): Promise<void> => {
  await ctx.db
    .update(voteLedger)
    .set({ addressHash: null, agentHash: null })
    .where(and(lt(voteLedger.at, before(ctx.now, keepOriginsForMs)), or(isNotNull(voteLedger.addressHash), isNotNull(voteLedger.agentHash))));
};
