// Options, rows and terms that may stand in another order for every person, except those that keep their place.
import type { LocalizedText } from "~/core/locale";
import { both, type ConfigProblem } from "./question-type";

export type Item = { value: string; label: LocalizedText; anchored?: boolean };

export const orders = ["as_written", "random", "rotated"] as const;
export type Order = (typeof orders)[number];

/** `shown` holds the codes in the order of one response: the server works it out each time, and it is never stored. */
export type Ordered = { order?: Order; shown?: string[] };

export const inShownOrder = <I extends { value: string }>(items: readonly I[], shown: readonly string[] | undefined): I[] => {
  if (!shown) return [...items];
  const places = new Map(shown.map((value, place) => [value, place]));
  return items.toSorted((one, other) => (places.get(one.value) ?? items.length) - (places.get(other.value) ?? items.length));
};

export const emptyItems = (...values: string[]): Item[] => values.map((value) => ({ value, label: both("", "") }));

/** What any list of items needs before launch. */
export const itemProblems = (items: readonly { value: string }[], least = 2): ConfigProblem[] => [
  ...(items.length >= least ? [] : (["too_few_options"] as const)),
  ...(new Set(items.map(({ value }) => value)).size === items.length ? [] : (["same_code_twice"] as const)),
];

export const labelOf = (items: readonly Item[], value: string): LocalizedText => items.find((item) => item.value === value)?.label ?? both(value, value);

/** The label of a question and of one of its parts, as the heading of a column. */
export const columnLabel = (text: LocalizedText, part: LocalizedText): LocalizedText => both(`${text.en}: ${part.en}`, `${text.id}: ${part.id}`);

/** The fields `name.<code>` that were filled in, each as a whole number where it is one and as typed where it is not. */
export const numbersByCode = (form: FormData, name: string, codes: readonly string[]): Record<string, number | string> | undefined => {
  const entries = codes.flatMap((code): [string, number | string][] => {
    const typed = form.get(`${name}.${code}`);
    if (typeof typed !== "string" || typed.trim() === "") return [];
    return [[code, /^-?\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : typed.trim()]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

/** The stored value of a question whose answer is one entry per code; empty for anything else. */
export const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
