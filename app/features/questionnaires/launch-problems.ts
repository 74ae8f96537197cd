// What a questionnaire lacks before it can be launched.
import { repeatedIn } from "./piping";
import type { Question } from "./questionnaire";
import { ruleProblems } from "./show-if";
import { isComplete, isEmpty, type ConfigProblem } from "./types/question-type";
import { typeOf } from "./types/registry";

/** `question` is the key of the question that lacks something, or null for the questionnaire as a whole. */
export type LaunchProblem = { question: string | null; problem: ConfigProblem };

/** How many of the texts that members read are there in a language. */
export type Completeness = { given: number; needed: number };

/** Every text of a question that needs both languages: help and section only where one of the two is written. */
const textsOf = (question: Question) => [
  question.text,
  ...(isEmpty(question.help) ? [] : [question.help]),
  ...(question.section && !isEmpty(question.section) ? [question.section] : []),
  ...typeOf(question.type).texts(question.config),
];

export const completeness = (questions: readonly Question[], locale: "en" | "id"): Completeness => {
  const texts = questions.flatMap(textsOf);
  return { given: texts.filter((text) => text[locale].trim() !== "").length, needed: texts.length };
};

/** An answer can be repeated only once it was given. */
const repeatsProblems = (questions: readonly Question[], place: number): ConfigProblem[] => {
  const question = questions[place];
  if (!question) return [];
  const repeated = [question.text, question.help, ...typeOf(question.type).texts(question.config)].flatMap(repeatedIn);
  return repeated.every((key) => questions.slice(0, place).some((each) => each.key === key)) ? [] : ["repeats_later"];
};

const comparesProblems = (questions: readonly Question[], { key, agreesWith }: Question): ConfigProblem[] =>
  !agreesWith || questions.some((each) => each.key === agreesWith.question && each.key !== key) ? [] : ["compares_unknown"];

const problemsOfQuestion = (question: Question, place: number, questions: readonly Question[]): LaunchProblem[] => {
  const found: ConfigProblem[] = [
    ...(isEmpty(question.text) ? (["no_text"] as const) : []),
    ...(textsOf(question).some((text) => !isComplete(text)) ? (["missing_translation"] as const) : []),
    ...typeOf(question.type).problems(question.config),
    ...ruleProblems(questions, question.key),
    ...repeatsProblems(questions, place),
    ...comparesProblems(questions, question),
    // Health data is given freely or not at all.
    ...(question.dataClass === "health" && question.required ? (["health_required"] as const) : []),
  ];
  return [...new Set(found)].map((problem) => ({ question: question.key, problem }));
};

export const problemsBeforeLaunch = (questions: readonly Question[]): LaunchProblem[] =>
  questions.length === 0 ? [{ question: null, problem: "no_questions" }] : questions.flatMap(problemsOfQuestion);
