import type { LocalizedText } from "~/core/locale";
import { columnLabel } from "../ordered";
import type { Cell, ExportColumn } from "../question-type";
import type { CataConfig } from "./cata";

/** A column per term: 1 where it was checked, 0 where it was not, also for "none of these". */
export const columns = (key: string, text: LocalizedText, { terms }: CataConfig): ExportColumn[] =>
  terms.map(({ value, label }) => ({ name: `${key}_${value}`, label: columnLabel(text, label) }));
export const cells = ({ terms }: CataConfig, value: string[]): Cell[] => terms.map((term) => (value.includes(term.value) ? 1 : 0));
