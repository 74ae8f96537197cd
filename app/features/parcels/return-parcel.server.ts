// A parcel that the courier brings back, and sending it once more.
import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { addresses, parcels, participants } from "~db/schema/index";
import { authorizeFulfilment } from "./fulfilment.server";

type Input = { trialId: number; participantId: number };

const own = (ctx: Context, input: Input) =>
  ctx.db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.trialId, input.trialId), eq(participants.id, input.participantId)));

export const returnParcel = async (ctx: Context, input: Input): Promise<void> => {
  await authorizeFulfilment(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const [returned] = await inner.db
      .update(parcels)
      .set({ state: "returned", returnedAt: ctx.now, deliveredAt: null })
      .where(and(inArray(parcels.participantId, own(inner, input)), eq(parcels.state, "sent")))
      .returning({ id: parcels.id });
    if (!returned) throw new Conflict("only a parcel on its way comes back", { key: "parcel_not_sent" });
    // The address is needed once more; what counted down from the delivery starts again with the next one.
    await inner.db.update(addresses).set({ deleteAfter: null }).where(eq(addresses.participantId, input.participantId));
    await record(inner, { kind: "parcel.returned", subject: { kind: "parcel", id: returned.id }, data: input });
  });
};

/** Back to where it waits to be packed, for the same person and with the same codes. */
export const resendParcel = async (ctx: Context, input: Input): Promise<void> => {
  await authorizeFulfilment(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const [again] = await inner.db
      .update(parcels)
      .set({ state: "waiting", courier: "", trackingNumber: "", packedAt: null, sentAt: null, deliveredAt: null })
      .where(and(inArray(parcels.participantId, own(inner, input)), eq(parcels.state, "returned")))
      .returning({ id: parcels.id });
    if (!again) throw new Conflict("the parcel did not come back", { key: "parcel_not_returned" });
  });
};
