import type { LocalizedText } from "~/core/locale";
import { both, type Cell, type ExportColumn } from "../question-type";
import type { Use, UsageLogConfig } from "./usage-log";

const parts = ({ unit, contexts, asksProblem }: UsageLogConfig) =>
  (["at", "amount", "context", "problem"] as const).filter(
    (part) => part === "at" || (part === "amount" ? unit !== null : part === "context" ? contexts.length > 0 : asksProblem),
  );

/** How many uses there were, then a group of columns per row of the log. */
export const columns = (key: string, text: LocalizedText, config: UsageLogConfig): ExportColumn[] => [
  { name: `${key}_uses`, label: both(`${text.en} (number of uses)`, `${text.id} (jumlah pemakaian)`) },
  ...Array.from({ length: config.maxRows }, (_, row) =>
    parts(config).map((part) => ({ name: `${key}_${row + 1}_${part}`, label: both(`${text.en} ${row + 1}: ${part}`, `${text.id} ${row + 1}: ${part}`) })),
  ).flat(),
];
export const cells = (config: UsageLogConfig, value: Use[]): Cell[] => [
  value.length,
  ...Array.from({ length: config.maxRows }, (_, row) => parts(config).map((part) => value[row]?.[part] ?? null)).flat(),
];
