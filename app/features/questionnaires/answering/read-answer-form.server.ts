// What a form of the answering page says: which question, which answer, made on which revision, after how long.
import { Invalid } from "~/core/errors";
import type { AnswerStatus, Question } from "../questionnaire";
import { typeOf } from "../types/registry";
import { insteadField } from "./form-fields";
import { goIn, insteadIn, type Go } from "./steps";

export type AnswerForm = {
  question: Question;
  go: Go;
  /** As typed, not checked yet. */
  typed: unknown;
  answer: { key: string; status: AnswerStatus; value: unknown; revision: number; shownMs: number; consents: boolean };
};

const wholeNumber = (value: FormDataEntryValue | null): number | undefined =>
  typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** Without JavaScript nobody measures in the browser: then the time since the page was made counts. */
const shownMsIn = (form: FormData, now: Date): number => {
  const measured = wholeNumber(form.get("shownMs"));
  if (measured !== undefined) return measured;
  const shownAt = form.get("shownAt");
  const since = typeof shownAt === "string" ? now.getTime() - Date.parse(shownAt) : 0;
  return Number.isFinite(since) ? since : 0;
};

export const readAnswerForm = (questions: readonly Question[], form: FormData, now: Date): AnswerForm => {
  const key = form.get("question");
  const question = questions.find((each) => each.key === key);
  if (!question) throw new Invalid({ "": { key: "not_asked" } });
  const removesSomething = [...form.keys()].some((name) => name.startsWith("answer.") && name.endsWith(".remove"));
  const go = removesSomething ? "stay" : goIn(form.get("go"));
  const chosen = insteadIn(question, go);
  const typed = go === "skip" || chosen ? undefined : typeOf(question.type).read(form, `answer.${question.key}`, question.config);
  // What was chosen in place of an answer before still holds while nothing else is said.
  const instead = chosen ?? (typed === undefined && go !== "skip" ? insteadIn(question, form.get(insteadField)) : undefined);
  return {
    question,
    go,
    typed,
    answer: {
      key: question.key,
      status: instead ?? (typed === undefined ? "skipped" : "answered"),
      value: typed,
      revision: wholeNumber(form.get("revision")) ?? 0,
      shownMs: shownMsIn(form, now),
      consents: form.get("consents") === "true",
    },
  };
};
