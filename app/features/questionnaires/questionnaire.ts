// What a question and a questionnaire are, before any type of question is known.
import type { LocalizedText } from "~/core/locale";
import type { Condition } from "./show-if";

/** Missing answers have a reason and never a number. `not_asked` is the absence of a row. */
export const answerStatuses = ["answered", "skipped", "dont_know", "not_applicable", "prefer_not_to_say"] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** What a question may offer in place of an answer. Whoever takes it has dealt with the question, also where an answer is needed. */
export const insteads = ["dont_know", "not_applicable", "prefer_not_to_say"] as const satisfies AnswerStatus[];
export type Instead = (typeof insteads)[number];

/** `health` and other specific data need their own consent and stay out of exports by default. */
export type DataClass = "ordinary" | "health";

/** Everything about a question but its key and type; `config` is validated by the type's own schema. */
export type QuestionDraft = {
  text: LocalizedText;
  help: LocalizedText;
  required: boolean;
  dataClass: DataClass;
  /** Title of the section that starts with this question. */
  section: LocalizedText | null;
  config: unknown;
  /** Asked only of those whose earlier answers meet the rule; of everybody where there is none. */
  showIf?: Condition;
  /** The answer should not lie further than `within` from that of another question; looked at for quality. */
  agreesWith?: { question: string; within: number };
  /** May be said in place of an answer; never a value, and counted on its own. */
  offers?: Instead[];
};

/** Only the parts of a question that are stored and that travel. */
export const draftOf = ({ text, help, required, dataClass, section, config, showIf, agreesWith, offers }: QuestionDraft): QuestionDraft => ({
  text,
  help,
  required,
  dataClass,
  section,
  config,
  showIf,
  agreesWith,
  offers,
});

/** Whether what was said deals with the question, so that the response can be handed in. */
export const isSettled = (question: Pick<QuestionDraft, "required" | "offers">, status: AnswerStatus | undefined): boolean =>
  !question.required || status === "answered" || (question.offers ?? []).some((each) => each === status);

export type Question = QuestionDraft & { key: string; type: string };

export type FrozenQuestionnaire = { kind: "screener" | "evaluation"; title: LocalizedText; questions: Question[] };
