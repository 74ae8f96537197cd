import type { LocalizedText } from "~/core/locale";
import { columnLabel } from "../ordered";
import type { Cell, ExportColumn } from "../question-type";
import type { MatrixConfig } from "./matrix";

/** A column per row with the code that was given. */
export const columns = (key: string, text: LocalizedText, { rows }: MatrixConfig): ExportColumn[] =>
  rows.map(({ value, label }) => ({ name: `${key}_${value}`, label: columnLabel(text, label) }));
export const cells = ({ rows }: MatrixConfig, value: Record<string, number>): Cell[] => rows.map((row) => value[row.value] ?? null);
