// One column of answers out of the text it travels in: pairs of response and value.
import type { AnswerStatus } from "~/features/questionnaires/questionnaire";

const numericTypes = new Set(["rating", "just_about_right", "number", "slider", "attention"]);
export const isNumeric = (type: string): boolean => numericTypes.has(type);

/** How a missing answer travels. */
export const statusLetters = { skipped: "s", dont_know: "d", not_applicable: "n", prefer_not_to_say: "p" } as const satisfies Partial<
  Record<AnswerStatus, string>
>;

const codes = [null, "answered", "skipped", "dont_know", "not_applicable", "prefer_not_to_say"] as const;
const codeOfLetter: Record<number, number> = { 115: 2, 100: 3, 110: 4, 112: 5 };

/** What became of the question in each row, one byte each; null where it was not asked. */
export type Statuses = { at: (row: number) => AnswerStatus | null; letters: () => Uint8Array; take: (rows: Int32Array) => Statuses };

export type Column = {
  statuses: Statuses;
  /** NaN where there is no number; null for answers that are none. */
  numbers: Float64Array | null;
  /** What else was answered, by row: a choice as JSON, any other answer as its fingerprint; null for numbers. */
  prints: (string | undefined)[] | null;
};

/** U+001E ends a record and U+001F its first half. */
const recordEnd = 30;
const halfEnd = 31;

const whole = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    // Anything but digits is left to the slower reading, which knows signs and decimals.
    if (unit < 48 || unit > 57) return Number(text.slice(from, to));
    value = value * 10 + (unit - 48);
  }
  return value;
};

/** By code: not asked, answered, skipped, don't know, does not apply, rather not say. */
const letters = Uint8Array.from("-asdnp", (letter) => letter.charCodeAt(0));

const statusesOver = (bytes: Uint8Array): Statuses => ({
  at: (row) => codes[bytes[row] ?? 0] ?? null,
  letters: () => bytes.map((code) => letters[code]!),
  take: (rows) => statusesOver(Uint8Array.from(rows, (row) => bytes[row]!)),
});

/** Some of the rows of a column, in the order given. */
export const takeCells = ({ statuses, numbers, prints }: Column, rows: Int32Array): Column => ({
  statuses: statuses.take(rows),
  numbers: numbers && Float64Array.from(rows, (row) => numbers[row]!),
  prints: prints && Array.from(rows, (row) => prints[row]),
});

/** Which row a response is in, -1 for none. */
export type RowIndex = { size: number; ids: Int32Array; rowOf: (responseId: number) => number };

const widestTable = 20_000_000;

/** A table over the span of the ids, which mostly follow each other; a map where they lie far apart. */
export const indexRows = (ids: Int32Array): RowIndex => {
  const [least, most] = ids.reduce(([low, high], id) => [Math.min(low, id), Math.max(high, id)] as const, [2 ** 31, -1] as readonly [number, number]);
  if (most - least > widestTable) {
    const rows = new Map(Array.from(ids, (id, row) => [id, row]));
    return { size: ids.length, ids, rowOf: (id) => rows.get(id) ?? -1 };
  }
  const table = new Int32Array(Math.max(0, most - least + 1)).fill(-1);
  for (const [row, id] of ids.entries()) table[id - least] = row;
  return { size: ids.length, ids, rowOf: (id) => table[id - least] ?? -1 };
};

/** Responses that are in no row, because their people are left out, are passed over. */
export const readCells = (text: string, index: RowIndex, areNumbers: boolean): Column => {
  const bytes = new Uint8Array(index.size);
  const numbers = areNumbers ? new Float64Array(index.size).fill(Number.NaN) : null;
  const prints: (string | undefined)[] | null = areNumbers ? null : new Array<string | undefined>(index.size).fill(undefined);
  let start = 0;
  let row = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? recordEnd : text.charCodeAt(at);
    if (unit === halfEnd) {
      row = index.rowOf(whole(text, start, at));
      start = at + 1;
    } else if (unit === recordEnd && at > start) {
      if (row >= 0) {
        const missing = at === start + 1 ? codeOfLetter[text.charCodeAt(start)] : undefined;
        bytes[row] = missing ?? 1;
        if (missing === undefined && numbers) numbers[row] = whole(text, start, at);
        if (missing === undefined && prints) prints[row] = text.slice(start, at);
      }
      start = at + 1;
      row = -1;
    }
  }
  return { statuses: statusesOver(bytes), numbers, prints };
};
