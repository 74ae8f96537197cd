import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { parcels, participants } from "~db/schema/index";
import { authorizeFulfilment } from "./fulfilment.server";

/** Hands a packed parcel to the courier; the participant is told, and may confirm its arrival from now on. */
export const sendParcel = async (ctx: Context, input: { trialId: number; participantId: number; courier: string; trackingNumber: string }): Promise<void> => {
  await authorizeFulfilment(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const [parcel] = await inner.db
      .select({ id: parcels.id, state: parcels.state })
      .from(parcels)
      .innerJoin(participants, eq(participants.id, parcels.participantId))
      .where(and(eq(participants.trialId, input.trialId), eq(parcels.participantId, input.participantId), inArray(participants.state, ["accepted", "active"])))
      .for("update", { of: parcels });
    if (!parcel) throw new NotFound("parcel");
    if (parcel.state === "sent" || parcel.state === "received") return;
    if (parcel.state !== "packed") throw new Conflict("the parcel is not packed", { key: "parcel_not_packed" });
    await inner.db
      .update(parcels)
      .set({ state: "sent", sentAt: ctx.now, courier: input.courier, trackingNumber: input.trackingNumber })
      .where(eq(parcels.id, parcel.id));
    await record(inner, {
      kind: "parcel.sent",
      subject: { kind: "parcel", id: parcel.id },
      data: { trialId: input.trialId, participantId: input.participantId },
    });
  });
};
