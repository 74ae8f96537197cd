import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { NumberConfig } from "./number";

const withUnit = (text: string, unit: string) => (unit ? `${text} [${unit}]` : text);

export const columns = (key: string, text: LocalizedText, { unit }: NumberConfig): ExportColumn[] => [
  { name: key, label: both(withUnit(text.en, unit.en), withUnit(text.id, unit.id)) },
];
export const cells = (_config: unknown, value: number): Cell[] => [value];
