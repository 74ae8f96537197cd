import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import { otherText } from "../single-choice/single-choice";
import type { MultipleChoiceConfig } from "./multiple-choice";

/** One column per option, 1 for chosen and 0 for not, so that every option can be counted. */
export const columns = (key: string, text: LocalizedText, { options, allowOther }: MultipleChoiceConfig): ExportColumn[] => [
  ...options.map(({ value, label }) => ({ name: `${key}_${value}`, label: both(`${text.en}: ${label.en}`, `${text.id}: ${label.id}`) })),
  ...(allowOther ? [{ name: `${key}_other`, label: both(`${text.en} (other)`, `${text.id} (lainnya)`) }] : []),
];

export const cells = ({ options, allowOther }: MultipleChoiceConfig, value: string[]): Cell[] => [
  ...options.map((option) => (value.includes(option.value) ? 1 : 0)),
  ...(allowOther ? [value.flatMap((each) => otherText(each) ?? [])[0] ?? null] : []),
];
