import type { Locale } from "~/core/locale";
import type { Translate } from "~/i18n/translate";
import type { Question } from "../questionnaire";
import { typeOf } from "../types/registry";
import { pipeConfig, type Told } from "../piping";
import type { Given } from "../show-if";
import type { OutboxState } from "./outbox";
import { readFields } from "./read-fields";
import { givenIn, type AnsweredQuestion } from "./steps";

/** An answer in words, for looking over and comparing. */
export const describeAnswer = (
  t: Translate,
  question: Question,
  answer: Pick<AnsweredQuestion, "status" | "value"> | undefined,
  locale: Locale,
  told: Told,
): string => {
  if (!answer) return t("questions.not_answered");
  if (answer.status !== "answered" && answer.status !== "skipped") return t(`questions.${answer.status}`);
  if (answer.status === "skipped" || answer.value === null || answer.value === undefined) return t("questions.skipped");
  if (question.type === "photo" && Array.isArray(answer.value)) return t("questions.photos", { count: answer.value.length });
  return typeOf(question.type).describe(pipeConfig(question.config, told), answer.value, locale);
};

/** Everything that was answered in this window, sent or not. */
export const givenNow = (questions: readonly Question[], { answers, unsent }: Pick<OutboxState, "answers" | "unsent">): Given => {
  const waiting = questions.flatMap((question) => {
    const entry = unsent[question.key];
    return entry ? [[question.key, readFields(question, entry.fields)] as const] : [];
  });
  return givenIn(answers, Object.fromEntries(waiting));
};
