import type { LocalizedText } from "~/core/locale";

export type ChoiceQuestion = {
  key: string;
  text: LocalizedText;
  isMultiple: boolean;
  options: { value: string; label: LocalizedText }[];
  /** `counts` in the order of the options; shares only from ten answers on. */
  rows: { code: string; n: number; counts: number[]; hasShares: boolean }[];
};

export type NumberQuestion = {
  key: string;
  text: LocalizedText;
  unit: LocalizedText;
  rows: { code: string; n: number; mean: number | null; interval: { lower: number; upper: number } | null; median: number | null }[];
};

export type ChoicesBlock = { block: "choices"; choices: ChoiceQuestion[]; numbers: NumberQuestion[] };
