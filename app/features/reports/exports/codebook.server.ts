// What each column of the answers means: the words of the question, and what its codes stand for.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { exportColumns } from "~/features/questionnaires/types/registry";
import type { Speech } from "./describe/speech.server";
import { isLocalizedText } from "./describe/localized-text";

type Coded = { labels?: Record<string, LocalizedText>; options?: { value: string; label: LocalizedText }[]; min?: number; max?: number; points?: number };

const codesOf = ({ pick }: Speech, config: unknown): string => {
  const { labels, options, min, max, points } = (config ?? {}) as Coded;
  if (Array.isArray(options)) return options.map(({ value, label }) => `${value} = ${pick(label)}`).join("; ");
  const named = Object.entries(labels ?? {}).filter(([, label]) => isLocalizedText(label) && pick(label) !== "");
  if (named.length > 0) return named.map(([code, label]) => `${code} = ${pick(label)}`).join("; ");
  if (typeof points === "number") return `1–${points}`;
  return typeof min === "number" && typeof max === "number" ? `${min}–${max}` : "";
};

export const codebookHeader = ({ t }: Speech): string[] => [
  t("reports.codebook_column"),
  t("reports.question"),
  t("reports.codebook_type"),
  t("reports.codebook_codes"),
];

export const codebookRows = (speech: Speech, questions: readonly Question[]): string[][] => [
  ["participant", speech.t("reports.codebook_participant"), "", ""],
  ["code", speech.t("reports.codebook_code"), "", ""],
  ["prototype", speech.t("reports.prototype"), "", ""],
  ["position", speech.t("reports.codebook_position"), "", ""],
  ...questions.flatMap((question) => [
    ...exportColumns(question).map(({ name, label }) => [name, speech.pick(label), question.type, codesOf(speech, question.config)]),
    [`${question.key}_status`, speech.t("reports.codebook_status"), "", "answered; skipped; dont_know; not_applicable; prefer_not_to_say; not_asked"],
  ]),
];
