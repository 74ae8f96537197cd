import type { Locale } from "~/core/locale";
import type { Translate } from "~/i18n/translate";
import type { Question } from "../questionnaire";
import { typeOf } from "../types/registry";
import type { AnsweredQuestion } from "./steps";

/** An answer in words, for looking over and comparing. */
export const describeAnswer = (t: Translate, question: Question, answer: Pick<AnsweredQuestion, "status" | "value"> | undefined, locale: Locale): string => {
  if (!answer) return t("questions.not_answered");
  if (answer.status !== "answered" || answer.value === null || answer.value === undefined) return t("questions.skipped");
  if (question.type === "photo" && Array.isArray(answer.value)) return t("questions.photos", { count: answer.value.length });
  return typeOf(question.type).describe(question.config, answer.value, locale);
};

/** What the fields of a form say about a question. */
export const readFields = (question: Question, fields: readonly (readonly [string, string])[]): unknown => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return typeOf(question.type).read(form, `answer.${question.key}`, question.config);
};
