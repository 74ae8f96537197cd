import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";

/** How many there are: the pictures themselves never leave in a table. */
export const columns = (key: string, text: LocalizedText): ExportColumn[] => [
  { name: `${key}_photos`, label: both(`${text.en} (number of photos)`, `${text.id} (jumlah foto)`) },
];
export const cells = (_config: unknown, value: string[]): Cell[] => [value.length];
