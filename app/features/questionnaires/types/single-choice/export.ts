import { both, type Cell, type ExportColumn } from "../question-type";
import type { LocalizedText } from "~/core/locale";
import { otherText, type SingleChoiceConfig } from "./single-choice";

export const columns = (key: string, text: LocalizedText, { allowOther }: SingleChoiceConfig): ExportColumn[] => [
  { name: key, label: text },
  ...(allowOther ? [{ name: `${key}_other`, label: both(`${text.en} (other)`, `${text.id} (lainnya)`) }] : []),
];

export const cells = ({ allowOther }: SingleChoiceConfig, value: string): Cell[] => {
  const other = otherText(value);
  return allowOther ? [other === null ? value : "other", other] : [value];
};
