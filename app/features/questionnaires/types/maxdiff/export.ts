import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { MaxdiffAnswer, MaxdiffConfig } from "./maxdiff";

/** For every task what was shown, what mattered most and what least. */
export const columns = (key: string, text: LocalizedText, { tasks }: MaxdiffConfig): ExportColumn[] =>
  Array.from({ length: tasks }, (_, index) => [
    { name: `${key}_${index + 1}_shown`, label: both(`${text.en} ${index + 1}: shown`, `${text.id} ${index + 1}: ditampilkan`) },
    { name: `${key}_${index + 1}_best`, label: both(`${text.en} ${index + 1}: most`, `${text.id} ${index + 1}: paling`) },
    { name: `${key}_${index + 1}_worst`, label: both(`${text.en} ${index + 1}: least`, `${text.id} ${index + 1}: paling tidak`) },
  ]).flat();
export const cells = ({ tasks }: MaxdiffConfig, value: MaxdiffAnswer): Cell[] =>
  Array.from({ length: tasks }, (_, index) => [value[index]?.shown.join(" ") ?? null, value[index]?.best ?? null, value[index]?.worst ?? null]).flat();
