import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { MultipleChoiceConfig } from "./multiple-choice";

/** One column per option, 1 for chosen and 0 for not, so that every option can be counted. */
export const columns = (key: string, text: LocalizedText, { options }: MultipleChoiceConfig): ExportColumn[] =>
  options.map(({ value, label }) => ({ name: `${key}_${value}`, label: both(`${text.en}: ${label.en}`, `${text.id}: ${label.id}`) }));

export const cells = ({ options }: MultipleChoiceConfig, value: string[]): Cell[] => options.map((option) => (value.includes(option.value) ? 1 : 0));
