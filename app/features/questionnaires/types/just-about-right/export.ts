import type { LocalizedText } from "~/core/locale";
import type { Cell, ExportColumn } from "../question-type";

export const columns = (key: string, text: LocalizedText): ExportColumn[] => [{ name: key, label: text }];
/** The code: the middle one is just about right, lower is too little, higher too much. */
export const cells = (_config: unknown, value: number): Cell[] => [value];
