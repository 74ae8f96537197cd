import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { AttentionConfig } from "./attention";

/** What was chosen, and 1 where it was what the question asked for. */
export const columns = (key: string, text: LocalizedText): ExportColumn[] => [
  { name: key, label: text },
  { name: `${key}_passed`, label: both(`${text.en} (passed)`, `${text.id} (lolos)`) },
];
export const cells = ({ expected }: AttentionConfig, value: number): Cell[] => [value, value === expected ? 1 : 0];
