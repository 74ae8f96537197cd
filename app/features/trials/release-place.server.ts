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
  // A slot that never left the house goes back and, being early in the sequence, is taken next. One whose parcel is on its way is never
  // used again; the same order is added once more, so that positions and neighbours stay balanced over those who finish.
  if (participant.parcelState !== null && hasLeftTheHouse(participant.parcelState)) await addReplacement(ctx, participant.id);
  else {
    await ctx.db.update(allocationSlots).set({ participantId: null }).where(eq(allocationSlots.participantId, participant.id));
    await ctx.db.delete(parcels).where(eq(parcels.participantId, participant.id));
  }
  await ctx.db.delete(addresses).where(eq(addresses.participantId, participant.id));
};

const addReplacement = async (ctx: Context, participantId: number): Promise<void> => {
  const [slot] = await ctx.db.select().from(allocationSlots).where(eq(allocationSlots.participantId, participantId));
  if (!slot) return;
  await ctx.db.execute(sql`select 1 from trials where id = ${slot.trialId} for update`);
  const [last] = await ctx.db
    .select({ sequence: sql<number>`max(${allocationSlots.sequence})::int` })
    .from(allocationSlots)
    .where(eq(allocationSlots.trialId, slot.trialId));
  const { trialId, cellId, prototypeIds, id } = slot;
  await ctx.db.insert(allocationSlots).values({ trialId, cellId, prototypeIds, replacesId: id, sequence: (last?.sequence ?? 0) + 1 });
};
