// The way through a questionnaire: one question a screen, then a look over everything, then handing in.
import { paths } from "~/paths";
import { insteads, isSettled, type AnswerStatus, type Instead, type Question } from "../questionnaire";
import type { Given } from "../show-if";

export type Go = "next" | "back" | "leave" | "stay" | "skip" | Instead;
const goes: readonly string[] = ["next", "back", "leave", "stay", "skip", ...insteads] satisfies Go[];
export const goIn = (value: unknown): Go => (typeof value === "string" && goes.includes(value) ? (value as Go) : "next");

/** What is said in place of an answer, if the question offers it. */
export const insteadIn = (question: Pick<Question, "offers">, said: unknown): Instead | undefined => question.offers?.find((each) => each === said);

export type AnsweredQuestion = { status: AnswerStatus; value: unknown; revision: number };
export type Answers = Readonly<Record<string, AnsweredQuestion>>;

/** What the rules of later questions look at: answers that wait to be sent count like those that arrived. */
export const givenIn = (answers: Answers, waiting: Readonly<Record<string, unknown>> = {}): Given => ({
  ...Object.fromEntries(Object.entries(answers).flatMap(([key, { status, value }]) => (status === "answered" ? [[key, value]] : []))),
  ...waiting,
});

type Place = { responseId: number; questions: readonly Pick<Question, "key">[]; exit: string };

/** Where somebody goes from a question. Beyond the last there is the look over everything, before the first the start page. */
export const destination = ({ responseId, questions, exit }: Place, key: string, go: Go): string => {
  const index = questions.findIndex((question) => question.key === key);
  if (go === "leave") return exit;
  if (go === "stay") return paths.answer(responseId, key);
  if (go === "back") return paths.answer(responseId, questions[index - 1]?.key);
  const next = questions[index + 1];
  return next ? paths.answer(responseId, next.key) : paths.answerReview(responseId);
};

/** The first question nobody has said anything about yet; undefined when there is none. */
export const firstOpen = <Q extends Pick<Question, "key">>(questions: readonly Q[], answers: Answers): Q | undefined =>
  questions.find((question) => !(question.key in answers));

/** Required and not answered: without these a response cannot be handed in. */
export const missing = <Q extends Pick<Question, "key" | "required" | "offers">>(questions: readonly Q[], answers: Answers): Q[] =>
  questions.filter((question) => !isSettled(question, answers[question.key]?.status));

/** Where "save and leave" leads: back to what one was doing in the trial. */
export const exitOf = (response: { kind: "screener" | "evaluation"; trial: { id: number } | null }): string => {
  if (!response.trial) return paths.home();
  return response.kind === "screener" ? paths.trial(response.trial.id) : paths.myTrial(response.trial.id);
};
