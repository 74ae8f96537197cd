import { both } from "../types/question-type";
import type { LocalizedText } from "~/core/locale";
import type { AnswerStatus, Question } from "../questionnaire";
import { typeOf } from "../types/registry";

/** A stored answer in the words of both languages; null where there is none. Pictures are counted, not shown. */
export const describedAnswer = (question: Question, answer: { status: AnswerStatus; value: unknown } | undefined): LocalizedText | null => {
  if (answer?.status !== "answered" || answer.value === null) return null;
  const { describe } = typeOf(question.type);
  return both(describe(question.config, answer.value, "en"), describe(question.config, answer.value, "id"));
};
