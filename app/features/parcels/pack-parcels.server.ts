import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { parcels, participants } from "~db/schema/index";
import { authorizeFulfilment } from "./fulfilment.server";

/** Marks parcels as packed; those that are further on stay as they are. Returns how many were packed. */
export const packParcels = async (ctx: Context, input: { trialId: number; participantIds: readonly number[] }): Promise<number> => {
  await authorizeFulfilment(ctx, input.trialId);
  return inTransaction(ctx, async (inner) => {
    const own = inner.db
      .select({ id: participants.id })
      .from(participants)
      .where(
        and(eq(participants.trialId, input.trialId), inArray(participants.id, [...input.participantIds]), inArray(participants.state, ["accepted", "active"])),
      );
    const packed = await inner.db
      .update(parcels)
      .set({ state: "packed", packedAt: ctx.now })
      .where(and(inArray(parcels.participantId, own), eq(parcels.state, "waiting")))
      .returning({ id: parcels.id, participantId: parcels.participantId });
    for (const { id, participantId } of packed)
      await record(inner, { kind: "parcel.packed", subject: { kind: "parcel", id }, data: { trialId: input.trialId, participantId } });
    return packed.length;
  });
};
