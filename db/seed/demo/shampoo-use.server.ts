// Two weeks with two shampoos: who received the parcel, who has answered what, who left.
import { and, eq } from "drizzle-orm";
import { confirmReceipt } from "../../../app/features/trials/confirm-receipt.server";
import { dropParticipant, leaveTrial } from "../../../app/features/trials/leave-trial.server";
import { remindParticipants } from "../../../app/features/trials/jobs.server";
import { participants } from "../../schema/index";
import { shampooTrial } from "../texts/trials-shampoo";
import { answerAll, findOpenResponse, saveAnswers } from "./answer-questions.server";
import { prototypeId, type DemoShelf } from "./products.server";
import { openAnswersFor, shampooAnswers } from "./shampoo-answers";
import { earlyApplicants, laterApplicants } from "./shampoo-applicants";
import { playDiaries } from "./shampoo-diary.server";
import { as, asHouse, dayAt, person, schedule, type Stage } from "./stage.server";

type Part = {
  /** Days before the demo is loaded: the parcel came, the first and the second questionnaire were answered. */
  received: number;
  first?: number;
  second?: number;
  hour: number;
  /** How many questions of the one that is open are answered. */
  halfway?: number;
};

/** Those of the first draw; the men of the second are here as well, because both are always drawn. */
const parts: Record<string, Part> = {
  "bunda-rafa": { received: 24, first: 16, second: 8, hour: 21.4 },
  "neng-lilis": { received: 23, first: 15, second: 8, hour: 13.2 },
  "ina-lobo": { received: 20, first: 12, second: 4, hour: 19.6 },
  "mbak-tutik": { received: 24, first: 17, second: 9, hour: 20.3 },
  "dian-pratiwi": { received: 24, first: 16, second: 9, hour: 22.1 },
  "bu-wati": { received: 23, first: 14, second: 6, hour: 8.7 },
  lestari: { received: 24, first: 15, second: 7, hour: 16.9 },
  "mei-lan": { received: 22, first: 14, second: 7, hour: 20.8 },
  "yance-tefa": { received: 20, first: 11, second: 3, hour: 6.4 },
  "daeng-rusli": { received: 21, first: 13, second: 5, hour: 18.2 },
  "asep-kurnia": { received: 23, first: 16, second: 8, hour: 19.1 },
  "papa-kenzo": { received: 24, first: 17, second: 10, hour: 22.7 },
  dimas: { received: 20, first: 11, second: 2, hour: 23.1 },
  zul: { received: 19, first: 11, second: 3, hour: 17.5 },
  sari: { received: 20, first: 9, hour: 20.9, halfway: 8 },
  "fitri-h": { received: 19, first: 8, hour: 21.2, halfway: 2 },
  "mas-joko": { received: 22, first: 13, hour: 19.7 },
};

/** What became of the women of the second draw: chance decides who they are, the farthest comes first. */
export const byDistance = ["mama-yosi", "umi-hasna", "acil-noor", "galuh", "andi-tenri", "rahma-yulianis", "anisa-w"];

/** Writes about the second shampoo what one of those who were faster had written. */
const copies = "dimas";
const earlyWriters = ["papa-kenzo", "asep-kurnia", "bunda-rafa", "dian-pratiwi", "lestari", "bu-wati", "mbak-tutik"];

const applicantOf = (key: string) => [...earlyApplicants, ...laterApplicants].find((each) => each.key === key)!;

/** Puts it on the timeline. */
export const playShampooUse = (stage: Stage, shelf: DemoShelf, trialId: number, later: readonly string[]): void => {
  // The parcel of the farthest has only just been sent.
  const [, slow, leaver, newest] = byDistance.filter((key) => later.includes(key));
  const isOpen: Record<string, Part> = {
    ...(slow ? { [slow]: { received: 16, hour: 20.1, halfway: 6 } } : {}),
    ...(leaver ? { [leaver]: { received: 19, hour: 10.3 } } : {}),
    ...(newest ? { [newest]: { received: 18, first: 7, hour: 19.4 } } : {}),
  };
  const all = { ...parts, ...isOpen };
  const openAnswers = openAnswersFor(Object.keys(all).filter((key) => all[key]?.first !== undefined || all[key]?.halfway !== undefined));
  const quickRinse = prototypeId(shelf, "shampoo-quick-rinse");

  const answer = async (key: string, day: number, hour: number, upTo?: number): Promise<void> => {
    const open = await findOpenResponse(stage, trialId, key);
    const prototype = open.prototypeId === quickRinse ? "shampoo-quick-rinse" : "shampoo-current";
    const given: Record<string, unknown> = { ...shampooAnswers(applicantOf(key), prototype, openAnswers(key, prototype)) };
    if (key === copies && day < 5)
      given.likes = earlyWriters.map((writer) => openAnswers(writer, prototype).likes?.body).find((body) => (body?.length ?? 0) > 45);
    const filling = { key, responseId: open.id, startedAt: dayAt(stage, day, hour), questions: shampooTrial.questionnaire.slice(0, upTo), given };
    await (upTo === undefined ? answerAll(stage, filling) : saveAnswers(stage, filling));
  };

  const add = (day: number, hour: number, play: () => Promise<unknown>) => schedule(stage, dayAt(stage, day, hour), play);
  for (const [key, { received, first, second, hour, halfway }] of Object.entries(all)) {
    const arrived = 9 + ((hour * 7.3) % 7.5);
    add(received, arrived, () => confirmReceipt(as(stage, key, dayAt(stage, received, arrived)), { trialId }));
    if (first !== undefined) add(first, hour, () => answer(key, first, hour));
    if (second !== undefined) add(second, hour + 0.6, () => answer(key, second, hour + 0.6));
    if (halfway !== undefined) add(1, hour, () => answer(key, 1, hour, halfway));
  }
  playDiaries(stage, shelf, trialId, all);
  if (leaver) add(17, 7.9, () => leaveTrial(as(stage, leaver, dayAt(stage, 17, 7.9)), { trialId, answers: "keep" }));
  for (const day of [23, 22, 21, 20, 19, 18, 17]) add(day, 8, () => remindParticipants(asHouse(stage, dayAt(stage, day, 8))));
  // His parcel was sent, and nothing has been heard since.
  add(2, 10.2, () => drop(stage, trialId, "cak-yono"));
};

const drop = async (stage: Stage, trialId: number, key: string): Promise<void> => {
  const [row] = await stage.db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, person(stage, key).id)));
  if (row) await dropParticipant(as(stage, "maya", dayAt(stage, 2, 10.2)), { trialId, participantId: row.id });
};
