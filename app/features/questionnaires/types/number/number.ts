// A number with its unit: how many people, how many washes, how many grams.
import { localized, type LocalizedText } from "~/core/locale";
import { both, numberIn, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type NumberConfig = { unit: LocalizedText; min: number; max: number; step: number; screening: { min: number; max: number } | null };

export const number: QuestionType<NumberConfig, number> = {
  group: "amounts",
  presets: [{ id: "number", text: both("", ""), config: { unit: both("", ""), min: 0, max: 100, step: 1, screening: null } }],
  // A count of people needs no unit; a unit given in one language is needed in the other.
  seconds: 10,
  texts: ({ unit }) => (unit.en || unit.id ? [unit] : []),
  problems: ({ min, max, screening }) => [
    ...(min < max ? [] : (["range_upside_down"] as const)),
    ...(!screening || screening.min <= screening.max ? [] : (["screening_upside_down"] as const)),
  ],
  forMember: (config) => ({ ...config, screening: null }),
  read: numberIn,
  describe: ({ unit }, value, locale) => `${value.toLocaleString(locale === "id" ? "id-ID" : "en-GB")} ${localized(unit, locale)}`.trim(),
  columns,
  cells,
  asked: { kind: "number", of: (value) => value, range: ({ min, max }) => ({ min, max }) },
  screen: ({ screening }, value) => {
    if (!screening) return "neutral";
    return value !== undefined && value >= screening.min && value <= screening.max ? "qualify" : "disqualify";
  },
};
