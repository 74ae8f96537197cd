// A place that somebody gives up is free for somebody else at once, and their address has no more use.
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { hasLeftTheHouse, type ParcelState } from "~/features/parcels/parcel";
import { addresses, allocationSlots, parcels, quotaCells } from "~db/schema/index";

export const releasePlace = async (ctx: Context, participant: { id: number; cellId: number | null; parcelState: ParcelState | null }): Promise<void> => {
  if (participant.cellId !== null)
    await ctx.db
      .update(quotaCells)
      .set({ taken: sql`greatest(${quotaCells.taken} - 1, 0)` })
      .where(eq(quotaCells.id, participant.cellId));
  // A slot that never left the house goes back; one whose parcel is on its way is never used again.
  if (participant.parcelState === null || !hasLeftTheHouse(participant.parcelState)) {
    await ctx.db.update(allocationSlots).set({ participantId: null }).where(eq(allocationSlots.participantId, participant.id));
    await ctx.db.delete(parcels).where(eq(parcels.participantId, participant.id));
  }
  await ctx.db.delete(addresses).where(eq(addresses.participantId, participant.id));
};
