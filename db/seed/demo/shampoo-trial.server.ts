// The shampoo trial, from its opening to last night: three draws, parcels on their way, and answers coming in.
import { after, hourInMs, minuteInMs } from "../../../app/core/time";
import { dayOf } from "../../../app/features/trials/dates";
import { declinePlace } from "../../../app/features/trials/decline-place.server";
import { drawWave } from "../../../app/features/trials/draw-wave.server";
import { grantFulfilment } from "../../../app/features/trials/grant-fulfilment.server";
import { expireOffers } from "../../../app/features/trials/jobs.server";
import { moveTrial } from "../../../app/features/trials/move-trial.server";
import { setTrialDates } from "../../../app/features/trials/set-trial-dates.server";
import { demoPeople } from "../texts/people";
import { shampooTrial } from "../texts/trials-shampoo";
import { apply } from "./answer-questions.server";
import { launchTrial, type OnTimeline } from "./launch-trial.server";
import type { DemoShelf } from "./products.server";
import { earlyApplicants, lateApplicant, laterApplicants, screenerAnswers, type ShampooApplicant } from "./shampoo-applicants";
import { seedShampooThemes } from "./shampoo-themes.server";
import { byDistance, playShampooUse } from "./shampoo-use.server";
import { as, asHouse, dayAt, person, schedule, type Stage } from "./stage.server";
import { accept, acceptAll, listOffered, sendParcels } from "./take-places.server";

const cells = [
  { name: { en: "Women", id: "Perempuan" }, target: 14, facts: { sex: ["female"] } },
  { name: { en: "Men", id: "Laki-laki" }, target: 8, facts: { sex: ["male"] } },
];

const personOf = (key: string) => demoPeople.find((each) => each.key === key)!;

const applyAll = (stage: Stage, trial: OnTimeline, applicants: readonly ShampooApplicant[]): void => {
  for (const applicant of applicants) {
    const at = dayAt(stage, applicant.day, applicant.hour);
    const given = screenerAnswers(applicant, personOf(applicant.key), at);
    schedule(stage, at, () => apply(stage, { key: applicant.key, trialId: trial.id, at, questions: shampooTrial.screener, given }));
  }
};

/** The first draw offers a place to everybody; Nadia says no, Togar never answers. */
const drawFirst = async (stage: Stage, trialId: number, at: Date): Promise<number> => {
  await drawWave(as(stage, "maya", at), { trialId, places: shampooTrial.places });
  const accepting = await acceptAll(stage, trialId, at, ["nadia-p", "togar"]);
  const declinedAt = dayAt(stage, 37, 8.2);
  schedule(stage, declinedAt, () => declinePlace(as(stage, "nadia-p", declinedAt), { trialId }));
  sendParcels(stage, trialId, accepting, dayAt(stage, 26, 9.2));
  return accepting.length;
};

/** The second draw fills the places that are left; the others wait. What the farthest is to receive was held up. */
const drawSecond = async (stage: Stage, shelf: DemoShelf, trialId: number, at: Date, places: number): Promise<void> => {
  await drawWave(as(stage, "maya", at), { trialId, places });
  const accepting = await acceptAll(stage, trialId, at);
  const [farthest] = byDistance.filter((key) => accepting.includes(key));
  const near = accepting.filter((key) => key !== farthest);
  sendParcels(stage, trialId, near, dayAt(stage, 23, 13.4));
  if (farthest) sendParcels(stage, trialId, [farthest], dayAt(stage, 6, 10.2));
  playShampooUse(stage, shelf, trialId, accepting);
};

/** Two places have become free, so two people who waited are asked, and everybody is given the time that they need. */
const drawThird = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  const until = dayOf(after(stage.loadedAt, 16 * 24 * hourInMs));
  await setTrialDates(as(stage, "maya", at), { trialId, fieldworkUntil: until });
  await drawWave(as(stage, "maya", after(at, 9 * minuteInMs)), { trialId, places: 2, answerDays: 4 });
  const [next] = (await listOffered(stage, trialId)).filter((key) => key !== lateApplicant.key);
  const acceptedAt = dayAt(stage, 1, 18.6);
  if (next) schedule(stage, acceptedAt, () => accept(stage, trialId, next, acceptedAt));
};

export const seedShampooTrial = (stage: Stage, shelf: DemoShelf): void => {
  const trial = launchTrial(stage, shelf, shampooTrial, cells);
  const on = (day: number, hour: number, play: (at: Date) => Promise<unknown>) => {
    const at = dayAt(stage, day, hour);
    schedule(stage, at, () => play(at));
  };
  let accepted = 0;
  on(44, 9.1, (at) => grantFulfilment(as(stage, "dewi", at), { trialId: trial.id, personId: person(stage, "maya").id, granted: true }));
  applyAll(stage, trial, [...earlyApplicants, ...laterApplicants, lateApplicant]);
  on(38, 10.3, async (at) => (accepted = await drawFirst(stage, trial.id, at)));
  on(35, 10.4, (at) => expireOffers(asHouse(stage, at)));
  on(35, 10.8, (at) => drawSecond(stage, shelf, trial.id, at, shampooTrial.places - accepted));
  on(shampooTrial.fieldworkFromDaysAgo, 9.1, (at) => moveTrial(as(stage, "rian", at), { trialId: trial.id, to: "fieldwork", reason: "" }));
  on(1, 9.7, (at) => drawThird(stage, trial.id, at));
  seedShampooThemes(stage, trial);
};
