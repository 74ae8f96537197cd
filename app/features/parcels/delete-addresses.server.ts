import { isNotNull, lte, and } from "drizzle-orm";
import type { Context } from "~/core/context";
import { addresses } from "~db/schema/index";

/** Nightly: addresses whose time is over are gone. Returns how many. */
export const deleteOldAddresses = async (ctx: Context): Promise<number> => {
  const gone = await ctx.db
    .delete(addresses)
    .where(and(isNotNull(addresses.deleteAfter), lte(addresses.deleteAfter, ctx.now)))
    .returning({ participantId: addresses.participantId });
  return gone.length;
};
