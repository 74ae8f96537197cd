// The shampoo trial, from its opening to last night: three draws, parcels on their way, and answers coming in.
import { and, eq, inArray } from "drizzle-orm";
import { after, hourInMs, minuteInMs } from "../../../app/core/time";
import { packParcels } from "../../../app/features/parcels/pack-parcels.server";
import { readPackingList } from "../../../app/features/parcels/read-addresses.server";
import { sendParcel } from "../../../app/features/parcels/send-parcel.server";
import { acceptPlace } from "../../../app/features/trials/accept-place.server";
import { dayOf } from "../../../app/features/trials/dates";
import { declinePlace } from "../../../app/features/trials/decline-place.server";
import { drawWave } from "../../../app/features/trials/draw-wave.server";
import { grantFulfilment } from "../../../app/features/trials/grant-fulfilment.server";
import { expireOffers } from "../../../app/features/trials/jobs.server";
import { moveTrial } from "../../../app/features/trials/move-trial.server";
import { setTrialDates } from "../../../app/features/trials/set-trial-dates.server";
import { applications, participants } from "../../schema/index";
import { demoPeople } from "../texts/people";
import { shampooTrial } from "../texts/trials-shampoo";
import { addressOf } from "./addresses";
import { apply } from "./answer-questions.server";
import { launchTrial } from "./launch-trial.server";
import type { DemoShelf } from "./products.server";
import { earlyApplicants, lateApplicant, laterApplicants, screenerAnswers, type ShampooApplicant } from "./shampoo-applicants";
import { byDistance, playShampooUse } from "./shampoo-use.server";
import { as, asHouse, dayAt, person, type Stage } from "./stage.server";

const cells = [
  { name: { en: "Women", id: "Perempuan" }, target: 14, facts: { sex: ["female"] } },
  { name: { en: "Men", id: "Laki-laki" }, target: 8, facts: { sex: ["male"] } },
];

const personOf = (key: string) => demoPeople.find((each) => each.key === key)!;
const placeOf = (key: string) => demoPeople.findIndex((each) => each.key === key);

const applyAll = async (stage: Stage, trialId: number, applicants: readonly ShampooApplicant[]): Promise<void> => {
  for (const applicant of applicants) {
    const at = dayAt(stage, applicant.day, applicant.hour);
    const given = screenerAnswers(applicant, personOf(applicant.key), at);
    await apply(stage, { key: applicant.key, trialId, at, questions: shampooTrial.screener, given });
  }
};

/** The keys of those to whom a place is offered now, in the order of the cast. */
const listOffered = async (stage: Stage, trialId: number): Promise<string[]> => {
  const rows = await stage.db
    .select({ personId: applications.personId })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), eq(applications.state, "chosen")));
  const ids = new Set(rows.map(({ personId }) => personId));
  return demoPeople.map(({ key }) => key).filter((key) => ids.has(person(stage, key).id));
};

const accept = (stage: Stage, trialId: number, key: string, at: Date) =>
  acceptPlace(as(stage, key, at), { trialId, confidentiality: true, address: addressOf(personOf(key), placeOf(key)) });

/** Everybody with an offer accepts it within two days, but for those named. */
const acceptAll = async (stage: Stage, trialId: number, drawnAt: Date, except: readonly string[] = []): Promise<string[]> => {
  const keys = (await listOffered(stage, trialId)).filter((key) => !except.includes(key));
  for (const [index, key] of keys.entries()) await accept(stage, trialId, key, after(drawnAt, (0.7 + ((index * 17) % 41)) * hourInMs + index * 7 * minuteInMs));
  return keys;
};

const couriers = ["JNE", "SiCepat", "Pos Indonesia", "J&T"];

/** Maya packs in one sitting and hands the parcels over the day after. */
const sendParcels = async (stage: Stage, trialId: number, keys: readonly string[], packedAt: Date): Promise<void> => {
  await readPackingList(as(stage, "maya", packedAt), trialId);
  const ids = keys.map((key) => person(stage, key).id);
  const rows = await stage.db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), inArray(participants.personId, ids)));
  await packParcels(as(stage, "maya", after(packedAt, 90 * minuteInMs)), { trialId, participantIds: rows.map(({ id }) => id) });
  for (const [index, { id }] of rows.entries()) {
    const sentAt = after(packedAt, 22 * hourInMs + index * 2 * minuteInMs);
    const trackingNumber = `CONTOH${String(730_100 + id * 37).padStart(8, "0")}`;
    await sendParcel(as(stage, "maya", sentAt), { trialId, participantId: id, courier: couriers[index % couriers.length]!, trackingNumber });
  }
};

export const seedShampooTrial = async (stage: Stage, shelf: DemoShelf): Promise<number> => {
  const trialId = await launchTrial(stage, shelf, shampooTrial, cells);
  await grantFulfilment(as(stage, "dewi", dayAt(stage, 44, 9.1)), { trialId, personId: person(stage, "maya").id, granted: true });

  await applyAll(stage, trialId, earlyApplicants);
  const firstDraw = dayAt(stage, 38, 10.3);
  await drawWave(as(stage, "maya", firstDraw), { trialId, places: shampooTrial.places });
  const early = await acceptAll(stage, trialId, firstDraw, ["nadia-p", "togar"]);
  await declinePlace(as(stage, "nadia-p", dayAt(stage, 37, 8.2)), { trialId });
  await applyAll(stage, trialId, laterApplicants);
  // Togar never answered.
  await expireOffers(asHouse(stage, dayAt(stage, 35, 10.4)));

  const secondDraw = dayAt(stage, 35, 10.8);
  await drawWave(as(stage, "maya", secondDraw), { trialId, places: shampooTrial.places - early.length });
  const later = await acceptAll(stage, trialId, secondDraw);
  await applyAll(stage, trialId, [lateApplicant]);

  await sendParcels(stage, trialId, early, dayAt(stage, 26, 9.2));
  await moveTrial(as(stage, "rian", dayAt(stage, shampooTrial.fieldworkFromDaysAgo, 9.1)), { trialId, to: "fieldwork", reason: "" });
  const [farthest] = byDistance.filter((key) => later.includes(key));
  const near = later.filter((key) => key !== farthest);
  await sendParcels(stage, trialId, near, dayAt(stage, 23, 13.4));
  await playShampooUse(stage, shelf, trialId, later);
  if (farthest) await sendParcels(stage, trialId, [farthest], dayAt(stage, 6, 10.2));

  // Two places have become free, so two people who waited are asked, and everybody is given the time that they need.
  const until = dayOf(after(stage.loadedAt, 16 * 24 * hourInMs));
  await setTrialDates(as(stage, "maya", dayAt(stage, 1, 9.7)), { trialId, fieldworkUntil: until });
  await drawWave(as(stage, "maya", dayAt(stage, 1, 9.9)), { trialId, places: 2, answerDays: 4 });
  const [next] = (await listOffered(stage, trialId)).filter((key) => key !== lateApplicant.key);
  if (next) await accept(stage, trialId, next, dayAt(stage, 1, 18.6));
  return trialId;
};
