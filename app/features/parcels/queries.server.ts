import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Context } from "~/core/context";
import { allocationSlots, parcels, participants, people, trialPrototypes } from "~db/schema/index";
import { authorizeFulfilment } from "./fulfilment.server";
import { parcelStates, type ParcelState } from "./parcel";

/** Every parcel of a trial with its blind codes, without addresses; first those that wait for somebody in the house. */
export const listParcels = async (ctx: Context, trialId: number) => {
  await authorizeFulfilment(ctx, trialId);
  const rows = await ctx.db
    .select({
      participantId: participants.id,
      displayName: people.displayName,
      state: parcels.state,
      courier: parcels.courier,
      trackingNumber: parcels.trackingNumber,
      packedAt: parcels.packedAt,
      sentAt: parcels.sentAt,
      receivedAt: parcels.receivedAt,
      order: allocationSlots.prototypeIds,
    })
    .from(parcels)
    .innerJoin(participants, eq(participants.id, parcels.participantId))
    .leftJoin(people, eq(people.id, participants.personId))
    .leftJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .where(and(eq(participants.trialId, trialId), notInArray(participants.state, ["withdrawn", "excluded"])))
    .orderBy(asc(participants.id));
  const key = await ctx.db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId));
  const codeOf = new Map(key.map(({ prototypeId, code }) => [prototypeId, code]));
  const urgency = (state: ParcelState) => parcelStates.indexOf(state);
  return rows
    .toSorted((one, other) => urgency(one.state) - urgency(other.state) || one.participantId - other.participantId)
    .map(({ order, ...row }) => ({ ...row, codes: (order ?? []).map((prototypeId) => codeOf.get(prototypeId) ?? "") }));
};
