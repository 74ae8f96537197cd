import type { LocalizedText } from "~/core/locale";
import { columnLabel } from "../ordered";
import type { Cell, ExportColumn } from "../question-type";
import type { RankingConfig } from "./ranking";

/** A column per item with its place from 1; empty where it was given none. */
export const columns = (key: string, text: LocalizedText, { items }: RankingConfig): ExportColumn[] =>
  items.map(({ value, label }) => ({ name: `${key}_${value}`, label: columnLabel(text, label) }));
export const cells = ({ items }: RankingConfig, value: string[]): Cell[] =>
  items.map((item) => {
    const place = value.indexOf(item.value);
    return place < 0 ? null : place + 1;
  });
