import type { LocalizedText } from "~/core/locale";
import type { Cell, ExportColumn } from "../question-type";

export const columns = (key: string, text: LocalizedText): ExportColumn[] => [{ name: key, label: text }];
/** `yes` or `no`. */
export const cells = (_config: unknown, value: string): Cell[] => [value];
