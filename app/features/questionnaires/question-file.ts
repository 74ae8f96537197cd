// A questionnaire as a file: what is asked, in both languages, without anything that was answered.
import type { LocalizedText } from "~/core/locale";
import { draftOf, type Question } from "./questionnaire";

export const fileFormat = "kawan-questionnaire/1";

export type QuestionnaireFile = { format: typeof fileFormat; kind: "screener" | "evaluation"; title: LocalizedText; questions: Question[] };

export const questionnaireFile = ({ kind, title, questions }: Omit<QuestionnaireFile, "format">): QuestionnaireFile => ({
  format: fileFormat,
  kind,
  title,
  questions: questions.map((question) => ({ key: question.key, type: question.type, ...draftOf(question) })),
});
