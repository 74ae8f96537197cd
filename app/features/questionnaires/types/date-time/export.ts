import type { LocalizedText } from "~/core/locale";
import type { Cell, ExportColumn } from "../question-type";

export const columns = (key: string, text: LocalizedText): ExportColumn[] => [{ name: key, label: text }];
/** ISO 8601 without a zone: `2026-11-22`, `07:30` or `2026-11-22T07:30`. */
export const cells = (_config: unknown, value: string): Cell[] => [value];
