import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Forbidden } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { drawWave } from "~/features/trials/draw-wave.server";
import { receiveDelivered } from "~/features/trials/receive-delivered.server";
import type { Database } from "~db/client.server";
import { addresses, parcels, participants, responses } from "~db/schema/index";
import { grantFulfilment } from "~/features/trials/grant-fulfilment.server";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createRecruiting } from "../../../tests/support/trials";
import { deleteOldAddresses } from "./delete-addresses.server";
import { importTracking } from "./import-tracking.server";
import { packParcels } from "./pack-parcels.server";
import { resendParcel, returnParcel } from "./return-parcel.server";

const packed = async (db: Database) => {
  const made = await createRecruiting(db);
  const ids: number[] = [];
  for (const person of [made.sari, made.budi]) await apply(db, person, made.trialId);
  await drawWave(made.rianCtx, { trialId: made.trialId, places: 2 });
  for (const person of [made.sari, made.budi]) ids.push((await accept(db, person, made.trialId)).participantId!);
  await grantFulfilment(contextFor(db, made.dewi), { trialId: made.trialId, personId: made.maya.id, granted: true });
  await packParcels(contextFor(db, made.maya), { trialId: made.trialId, participantIds: ids });
  return { ...made, ids, ctx: contextFor(db, made.maya) };
};
const states = async (db: Database) => (await db.select().from(parcels).orderBy(parcels.id)).map(({ state }) => state);

describe("tracking numbers from the courier", () => {
  it(
    "are taken over whole or not at all: unknown parcels are named with line and reason",
    rolledBack(async (db) => {
      const { trialId, ids, ctx, rianCtx } = await packed(db);
      const good = `${ids[0]},JNE,JX1`;
      const bad = await importTracking(ctx, { trialId, text: `parcel,courier,tracking_number\n${good}\n999999,JNE,JX2\n${good}\n${ids[1]},JNE,\n` });
      expect(bad.problems).toEqual([
        { line: 3, parcel: "999999", reason: "unknown_parcel" },
        { line: 4, parcel: String(ids[0]), reason: "twice" },
        { line: 5, parcel: String(ids[1]), reason: "no_number" },
      ]);
      expect(await states(db)).toEqual(["packed", "packed"]);
      expect((await importTracking(ctx, { trialId, text: "a;b\n1;2" })).problems[0]?.reason).toBe("no_columns");
      expect((await importTracking(ctx, { trialId, text: 'parcel,courier,tracking_number\n"x' })).problems[0]?.reason).toBe("not_csv");
      await expect(importTracking(rianCtx, { trialId, text: good })).rejects.toThrow(Forbidden);
      const text = `\uFEFFParcel;Courier;Tracking number;Status\r\n${ids[0]};JNE;JX1;sent\r\n${ids[1]};JNE;JX2;delivered\r\n`;
      expect(await importTracking(ctx, { trialId, text, dryRun: true })).toMatchObject({ problems: [], sent: 0 });
      expect(await states(db)).toEqual(["packed", "packed"]);
      expect(await importTracking(ctx, { trialId, text })).toMatchObject({ problems: [], sent: 1, delivered: 1 });
      expect((await importTracking(ctx, { trialId, text })).problems).toEqual([]);
      expect(await states(db)).toEqual(["sent", "sent"]);
    }),
  );

  it(
    "count as received three days after the delivery, which opens the questionnaire; the address is gone thirty days after it",
    rolledBack(async (db) => {
      const { trialId, ids, ctx } = await packed(db);
      await importTracking(ctx, { trialId, text: `parcel,courier,tracking_number,status\n${ids[0]},JNE,JX1,delivered\n${ids[1]},JNE,JX2,sent` });
      const at = (days: number) => contextFor(db, undefined, after(noon, days * dayInMs));
      expect(await receiveDelivered(at(2))).toBe(0);
      expect(await receiveDelivered(at(3))).toBe(1);
      expect(await receiveDelivered(at(4))).toBe(0);
      expect(await db.select().from(parcels).where(eq(parcels.participantId, ids[0]!))).toMatchObject([{ state: "received", receivedBy: "time" }]);
      expect(await db.select().from(participants).where(eq(participants.id, ids[0]!))).toMatchObject([{ state: "active" }]);
      expect(await db.select().from(responses).where(eq(responses.participantId, ids[0]!))).toHaveLength(1);
      await deleteOldAddresses(at(31));
      expect((await db.select().from(addresses)).map(({ participantId }) => participantId)).toEqual([ids[1]]);
    }),
  );

  it(
    "or a note that it came back: the parcel can be packed and sent again",
    rolledBack(async (db) => {
      const { trialId, ids, ctx } = await packed(db);
      const input = { trialId, participantId: ids[0]! };
      await expect(returnParcel(ctx, input)).rejects.toThrow();
      await importTracking(ctx, { trialId, text: `parcel,courier,tracking_number\n${ids[0]},JNE,JX1` });
      await returnParcel(ctx, input);
      expect(await states(db)).toEqual(["returned", "packed"]);
      await resendParcel(ctx, input);
      expect(await packParcels(ctx, { trialId, participantIds: ids })).toBe(1);
      expect(await db.select().from(addresses)).toHaveLength(2);
    }),
  );
});
