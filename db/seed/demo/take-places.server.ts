// From an offered place to a parcel on its way: people accept within two days, Maya packs in one sitting.
import { and, eq, inArray } from "drizzle-orm";
import { after, hourInMs, minuteInMs } from "../../../app/core/time";
import { packParcels } from "../../../app/features/parcels/pack-parcels.server";
import { readPackingList } from "../../../app/features/parcels/read-addresses.server";
import { sendParcel } from "../../../app/features/parcels/send-parcel.server";
import { acceptPlace } from "../../../app/features/trials/accept-place.server";
import { applications, participants } from "../../schema/index";
import { demoPeople } from "../texts/people";
import { addressOf } from "./addresses";
import { as, person, schedule, type Stage } from "./stage.server";

/** The keys of those to whom a place is offered now, in the order of the cast. */
export const listOffered = async (stage: Stage, trialId: number): Promise<string[]> => {
  const rows = await stage.db
    .select({ personId: applications.personId })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), eq(applications.state, "chosen")));
  const ids = new Set(rows.map(({ personId }) => personId));
  return demoPeople.map(({ key }) => key).filter((key) => ids.has(person(stage, key).id));
};

export const accept = (stage: Stage, trialId: number, key: string, at: Date) => {
  const place = demoPeople.findIndex((each) => each.key === key);
  return acceptPlace(as(stage, key, at), { trialId, confidentiality: true, address: addressOf(demoPeople[place]!, place) });
};

/** Everybody with an offer accepts it within two days, but for those named. */
export const acceptAll = async (stage: Stage, trialId: number, drawnAt: Date, except: readonly string[] = []): Promise<string[]> => {
  const keys = (await listOffered(stage, trialId)).filter((key) => !except.includes(key));
  for (const [index, key] of keys.entries()) {
    const at = after(drawnAt, (0.7 + ((index * 17) % 41)) * hourInMs + index * 7 * minuteInMs);
    schedule(stage, at, () => accept(stage, trialId, key, at));
  }
  return keys;
};

const couriers = ["JNE", "SiCepat", "Pos Indonesia", "J&T"];

/** Maya packs in one sitting and hands the parcels over the day after. */
export const sendParcels = (stage: Stage, trialId: number, keys: readonly string[], packedAt: Date): void => {
  const markedAt = after(packedAt, 90 * minuteInMs);
  const findIds = async () => {
    const own = inArray(
      participants.personId,
      keys.map((key) => person(stage, key).id),
    );
    const rows = await stage.db
      .select({ id: participants.id })
      .from(participants)
      .where(and(eq(participants.trialId, trialId), own));
    return rows.map(({ id }) => id);
  };
  schedule(stage, packedAt, () => readPackingList(as(stage, "maya", packedAt), trialId));
  schedule(stage, markedAt, async () => packParcels(as(stage, "maya", markedAt), { trialId, participantIds: await findIds() }));
  schedule(stage, after(packedAt, 22 * hourInMs), async () => {
    for (const [index, participantId] of (await findIds()).entries()) {
      const trackingNumber = `CONTOH${String(730_100 + participantId * 37).padStart(8, "0")}`;
      const sentAt = after(packedAt, 22 * hourInMs + index * 2 * minuteInMs);
      await sendParcel(as(stage, "maya", sentAt), { trialId, participantId, courier: couriers[index % couriers.length]!, trackingNumber });
    }
  });
};
