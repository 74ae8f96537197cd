// What the fields of a form, seen or kept for later, say about a question.
import type { Question } from "../questionnaire";
import { typeOf } from "../types/registry";
import { insteadField } from "./form-fields";
import { insteadIn, type AnsweredQuestion } from "./steps";

type Fields = readonly (readonly [string, string])[];

export const readFields = (question: Question, fields: Fields): unknown => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return typeOf(question.type).read(form, `answer.${question.key}`, question.config);
};

/** What waits to be sent, as it will be stored. */
export const waitingAnswer = (question: Question, fields: Fields): Pick<AnsweredQuestion, "status" | "value"> => {
  const value = readFields(question, fields) ?? null;
  const instead = value === null ? insteadIn(question, fields.find(([name]) => name === insteadField)?.[1]) : undefined;
  return { status: instead ?? (value === null ? "skipped" : "answered"), value };
};
