// A log of uses: a row each, with when, how much, in what situation, and what went wrong.
import { localized, type LocalizedText } from "~/core/locale";
import { both, numberIn, typedIn, type QuestionType } from "../question-type";
import { itemProblems, labelOf, type Item } from "../ordered";
import { cells, columns } from "./export";

/** `unit` is null where the amount is not asked; `contexts` may be empty. */
export type UsageLogConfig = { maxRows: number; unit: LocalizedText | null; contexts: Item[]; asksProblem: boolean };
export type Use = { at: string; amount?: number; context?: string; problem?: string };

const readRow = (form: FormData, row: string, { unit, contexts, asksProblem }: UsageLogConfig): Partial<Record<keyof Use, unknown>> | null => {
  const [day, time] = [typedIn(form, `${row}.day`), typedIn(form, `${row}.time`)?.slice(0, 5)];
  const amount = unit === null ? undefined : numberIn(form, `${row}.amount`);
  const context = contexts.length === 0 ? undefined : typedIn(form, `${row}.context`);
  const problem = asksProblem ? typedIn(form, `${row}.problem`) : undefined;
  if ([day, time, amount, context, problem].every((part) => part === undefined)) return null;
  return {
    at: `${day ?? ""}T${time ?? ""}`,
    ...(amount === undefined ? {} : { amount }),
    ...(context === undefined ? {} : { context }),
    ...(problem === undefined ? {} : { problem }),
  };
};

export const usageLog: QuestionType<UsageLogConfig, Use[]> = {
  group: "amounts",
  presets: [
    {
      id: "usage_log",
      text: both("When did you use {p}?", "Kapan saja Anda memakai {p}?"),
      config: { maxRows: 7, unit: null, contexts: [], asksProblem: true },
    },
  ],
  seconds: 45,
  texts: ({ unit, contexts }) => [...(unit && (unit.en || unit.id) ? [unit] : []), ...contexts.map((context) => context.label)],
  problems: ({ contexts }) => (contexts.length > 0 ? itemProblems(contexts) : []),
  read: (form, name, config) => {
    const rows = Array.from({ length: config.maxRows }, (_, index) => readRow(form, `${name}.${index}`, config)).filter((row) => row !== null);
    return rows.length > 0 ? rows : undefined;
  },
  describe: ({ unit, contexts }, value, locale) =>
    value
      .map(({ at, amount, context, problem }) =>
        [
          at.replace("T", " "),
          amount === undefined ? "" : `${amount.toLocaleString(locale === "id" ? "id-ID" : "en-GB")} ${localized(unit, locale)}`.trim(),
          context === undefined ? "" : localized(labelOf(contexts, context), locale),
          problem ?? "",
        ]
          .filter(Boolean)
          .join(" · "),
      )
      .join("\n"),
  columns,
  cells,
  asked: { kind: "number", of: (value) => value.length, range: ({ maxRows }) => ({ min: 1, max: maxRows }) },
};
