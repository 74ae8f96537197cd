import type { LocalizedText } from "~/core/locale";
import { columnLabel } from "../ordered";
import type { Cell, ExportColumn } from "../question-type";
import type { RataConfig } from "./rata";

/** A column per term, from 0 (does not apply) to 3 (very). */
export const columns = (key: string, text: LocalizedText, { terms }: RataConfig): ExportColumn[] =>
  terms.map(({ value, label }) => ({ name: `${key}_${value}`, label: columnLabel(text, label) }));
export const cells = ({ terms }: RataConfig, value: Record<string, number>): Cell[] => terms.map((term) => value[term.value] ?? null);
