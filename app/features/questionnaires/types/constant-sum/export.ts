import type { LocalizedText } from "~/core/locale";
import { columnLabel } from "../ordered";
import type { Cell, ExportColumn } from "../question-type";
import type { ConstantSumConfig } from "./constant-sum";

/** A column per item with its points. */
export const columns = (key: string, text: LocalizedText, { items }: ConstantSumConfig): ExportColumn[] =>
  items.map(({ value, label }) => ({ name: `${key}_${value}`, label: columnLabel(text, label) }));
export const cells = ({ items }: ConstantSumConfig, value: Record<string, number>): Cell[] => items.map((item) => value[item.value] ?? null);
