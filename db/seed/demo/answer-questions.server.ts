// Somebody of the cast fills in a questionnaire, one question after the other, at the pace of a person.
import { and, eq } from "drizzle-orm";
import { after, secondInMs } from "../../../app/core/time";
import { applyToTrial } from "../../../app/features/trials/apply-to-trial.server";
import { completeResponse } from "../../../app/features/trials/complete-response.server";
import { saveAnswer } from "../../../app/features/questionnaires/save-answer.server";
import { createRandom, nextUniform } from "../../../app/statistics/random";
import { participants, responses } from "../../schema/index";
import type { DemoQuestion } from "../texts/types";
import { as, person, type Stage } from "./stage.server";

/** Values by question key; what is missing was passed over. */
export type Given = Readonly<Record<string, unknown>>;

const secondsFor = (question: DemoQuestion, value: unknown): number => {
  if (value === undefined) return 4;
  return question.type === "open" ? 14 + String(value).length / 3 : question.type === "multiple" ? 11 : 7;
};

/** Some do not take the time to read. */
const hasty: readonly string[] = ["zul"];

type Filling = { key: string; responseId: number; startedAt: Date; questions: readonly DemoQuestion[]; given: Given };

/** Saves answer by answer; returns when the last one was given. */
export const saveAnswers = async (stage: Stage, { key, responseId, startedAt, questions, given }: Filling): Promise<Date> => {
  const random = createRandom(`pace ${key} ${startedAt.getTime() % 86_400_000}`);
  let now = startedAt;
  for (const question of questions) {
    const value = given[question.key];
    const shownMs = Math.round(secondsFor(question, value) * (0.6 + nextUniform(random)) * (hasty.includes(key) ? 0.22 : 1) * secondInMs);
    now = after(now, shownMs);
    const answer = value === undefined ? ({ status: "skipped" } as const) : ({ status: "answered", value, consents: true } as const);
    await saveAnswer(as(stage, key, now), { responseId, key: question.key, revision: 0, shownMs, ...answer });
  }
  return now;
};

/** The questionnaire that somebody has before them in a trial, and the prototype that it is about. */
export const findOpenResponse = async (stage: Stage, trialId: number, key: string): Promise<{ id: number; prototypeId: number }> => {
  const [open] = await stage.db
    .select({ id: responses.id, prototypeId: responses.prototypeId })
    .from(responses)
    .innerJoin(participants, eq(participants.id, responses.participantId))
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, person(stage, key).id), eq(responses.state, "open")));
  if (!open?.prototypeId) throw new Error(`${key} has no open questionnaire`);
  return { id: open.id, prototypeId: open.prototypeId };
};

export const answerAll = async (stage: Stage, filling: Filling): Promise<void> => {
  const handedInAt = after(await saveAnswers(stage, filling), 9 * secondInMs);
  await completeResponse(as(stage, filling.key, handedInAt), { responseId: filling.responseId });
};

/** Applies and answers the screener to its end, or only the first `upTo` questions of it. */
export const apply = async (
  stage: Stage,
  input: { key: string; trialId: number; at: Date; questions: readonly DemoQuestion[]; given: Given; upTo?: number },
): Promise<void> => {
  const { responseId } = await applyToTrial(as(stage, input.key, input.at), { trialId: input.trialId });
  if (responseId === null) throw new Error(`${input.key} has applied already`);
  const filling = { key: input.key, responseId, startedAt: input.at, questions: input.questions.slice(0, input.upTo), given: input.given };
  await (input.upTo === undefined ? answerAll(stage, filling) : saveAnswers(stage, filling));
};
