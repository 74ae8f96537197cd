// Addresses are read by fulfilment alone, only until delivery, and every read is on record before anything is shown.
import { and, asc, eq, inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { decrypt } from "~/platform/encryption.server";
import { addresses, allocationSlots, parcels, participants, trialPrototypes } from "~db/schema/index";
import type { Address } from "./address";
import { belongsTo } from "./create-parcel.server";
import { authorizeFulfilment } from "./fulfilment.server";
import type { ParcelState } from "./parcel";

export type PackingLine = {
  participantId: number;
  state: ParcelState;
  /** The blind codes to put in, in the order of presentation. */
  codes: string[];
  address: Address;
};

/** What is to be packed and sent, with the address of each parcel. */
export const readPackingList = async (ctx: Context, trialId: number): Promise<PackingLine[]> => {
  await authorizeFulfilment(ctx, trialId);
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({
        participantId: participants.id,
        state: parcels.state,
        order: allocationSlots.prototypeIds,
        keyId: addresses.keyId,
        ciphertext: addresses.ciphertext,
      })
      .from(parcels)
      .innerJoin(participants, eq(participants.id, parcels.participantId))
      .innerJoin(addresses, eq(addresses.participantId, participants.id))
      .innerJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
      .where(and(eq(participants.trialId, trialId), inArray(parcels.state, ["waiting", "packed"]), inArray(participants.state, ["accepted", "active"])))
      .orderBy(asc(participants.id));
    const key = await inner.db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId));
    const codeOf = new Map(key.map(({ prototypeId, code }) => [prototypeId, code]));
    for (const { participantId } of rows) await record(inner, { kind: "address.read", subject: { kind: "participant", id: participantId }, data: { trialId } });
    return rows.map(({ participantId, state, order, keyId, ciphertext }) => ({
      participantId,
      state,
      codes: order.map((prototypeId) => codeOf.get(prototypeId) ?? ""),
      address: JSON.parse(decrypt({ keyId, ciphertext }, belongsTo(participantId))) as Address,
    }));
  });
};
