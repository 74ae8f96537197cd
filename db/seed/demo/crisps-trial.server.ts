// The cassava crisps trial from its opening to the lock of its data: two waves that taste the same two recipes, some weeks apart.
import { applyToTrial } from "../../../app/features/trials/apply-to-trial.server";
import { confirmReceipt } from "../../../app/features/trials/confirm-receipt.server";
import { drawWave } from "../../../app/features/trials/draw-wave.server";
import { grantFulfilment } from "../../../app/features/trials/grant-fulfilment.server";
import { moveTrial } from "../../../app/features/trials/move-trial.server";
import { demoPeople } from "../texts/people";
import { crispsTrial } from "../texts/trials-crisps";
import { answerAll, findOpenResponse } from "./answer-questions.server";
import { crispsAnswering } from "./crisps-answers";
import { crispsApplicants } from "./crisps-applicants";
import { launchTrial, type OnTimeline } from "./launch-trial.server";
import { prototypeId, type DemoShelf } from "./products.server";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";
import { acceptAll, sendParcels } from "./take-places.server";

const countOf = (sex: "female" | "male") => crispsApplicants.filter(({ key }) => demoPeople.find((each) => each.key === key)?.profile.sex === sex).length;

/** There is a place for everybody, so all of them are drawn sooner or later. */
const cells = [
  { name: { en: "Women", id: "Perempuan" }, target: countOf("female"), facts: { sex: ["female"] } },
  { name: { en: "Men", id: "Laki-laki" }, target: countOf("male"), facts: { sex: ["male"] } },
];

const waves = [
  { number: 1, places: 22, drawnDaysAgo: 202, packedDaysAgo: 199 },
  { number: 2, places: crispsApplicants.length - 22, drawnDaysAgo: 166, packedDaysAgo: 163 },
] as const;

/** Their places among those who accepted. */
const [onlyOne, silent] = [5, 8];

export const seedCrispsTrial = (stage: Stage, shelf: DemoShelf): OnTimeline => {
  const places = crispsApplicants.length;
  const trial = launchTrial(stage, shelf, { ...crispsTrial, places }, cells);
  const on = (day: number, hour: number, play: (at: Date) => Promise<unknown>) => {
    const at = dayAt(stage, day, hour);
    schedule(stage, at, () => play(at));
  };
  const answers = crispsAnswering();

  const answer = async (key: string, wave: 1 | 2, startedAt: Date): Promise<void> => {
    const open = await findOpenResponse(stage, trial.id, key);
    const prototype = open.prototypeId === prototypeId(shelf, "cassava-current") ? "cassava-current" : "cassava-less-salt";
    await answerAll(stage, { key, responseId: open.id, startedAt, questions: crispsTrial.questionnaire, given: answers(key, prototype, wave) });
  };

  on(crispsTrial.openedDaysAgo - 1, 9.1, (at) =>
    grantFulfilment(as(stage, "dewi", at), { trialId: trial.id, personId: person(stage, "maya").id, granted: true }),
  );
  for (const { key, daysAgo, hour } of crispsApplicants) on(daysAgo, hour, (at) => applyToTrial(as(stage, key, at), { trialId: trial.id }));
  for (const { number, places: drawn, drawnDaysAgo, packedDaysAgo } of waves)
    on(drawnDaysAgo, 10.2, async (at) => {
      await drawWave(as(stage, "maya", at), { trialId: trial.id, places: drawn });
      const keys = await acceptAll(stage, trial.id, at);
      sendParcels(stage, trial.id, keys, dayAt(stage, packedDaysAgo, 9.2));
      for (const [place, key] of keys.entries()) {
        const arrived = packedDaysAgo - 3 - (place % 3);
        // Of the second wave one never says that the parcel came; of the first, one has enough after the first bag.
        if (number === 2 && place === silent) continue;
        on(arrived, 10 + (place % 7), (then) => confirmReceipt(as(stage, key, then), { trialId: trial.id }));
        on(arrived - 1, 16 + (place % 6) * 1.1, (then) => answer(key, number, then));
        if (number === 1 && place === onlyOne) continue;
        on(arrived - 2 - (place % 2), 17 + (place % 5) * 1.1, (then) => answer(key, number, then));
      }
    });
  on(crispsTrial.fieldworkFromDaysAgo, 9.1, (at) => moveTrial(as(stage, "rian", at), { trialId: trial.id, to: "fieldwork", reason: "" }));
  on(crispsTrial.fieldworkUntilDaysAgo, 9.3, (at) => moveTrial(as(stage, "rian", at), { trialId: trial.id, to: "analysis", reason: "" }));
  return trial;
};
