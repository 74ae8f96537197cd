// What the report keeps of a question: a small number for each row that says which of the distinct answers was given, or why there is none.
// A scale takes one byte an answer that way, and so does a choice: a million responses to thirty questions are thirty megabytes.
import type { AnswerStatus } from "~/features/questionnaires/questionnaire";

/** By code. Answers have the codes after these; 0 is a question that was not asked. */
const withoutAnswer = [null, "skipped", "dont_know", "not_applicable", "prefer_not_to_say"] as const satisfies readonly (AnswerStatus | null)[];
export const firstAnswer = withoutAnswer.length;
export type MissingStatus = Exclude<(typeof withoutAnswer)[number], null>;

/** One entry per row, as wide as the number of distinct answers needs. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

export type Column = { codes: Codes } & (
  | { kind: "numbers"; /** By code less `firstAnswer`; NaN for an answer that is no number. */ answers: readonly number[] }
  | { kind: "values"; /** As JSON, by code less `firstAnswer`. */ answers: readonly string[] }
  /** People's own words, which a report counts and does not read; their fingerprints, 16 bytes a row, are for the hash alone. */
  | { kind: "words"; prints: Uint8Array }
);

export const statusOf = (code: number): AnswerStatus | null => (code >= firstAnswer ? "answered" : withoutAnswer[code]!);
export const codeOf = (status: MissingStatus): number => withoutAnswer.indexOf(status);

/** What stands at each code, by what `of` makes of each distinct answer; `otherwise` where there is none. */
const byCode = <Answer, Made>(answers: readonly Answer[], of: (answer: Answer) => Made, otherwise: Made): Made[] => [
  ...withoutAnswer.map(() => otherwise),
  ...answers.map(of),
];

/** By row, NaN where there is no number. */
export const numbersOf = (column: Column | undefined): Float64Array | undefined => {
  if (column?.kind !== "numbers") return undefined;
  const known = Float64Array.from(byCode(column.answers, (answer) => answer, Number.NaN));
  const numbers = new Float64Array(column.codes.length);
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = known[column.codes[row]!]!;
  return numbers;
};

/** By row, what `of` makes of each answer's JSON, made once for each distinct answer; undefined where there is none. */
export const answersOf = <Made>(column: Column | undefined, of: (json: string) => Made): (Made | undefined)[] => {
  if (column?.kind !== "values") return [];
  const known = byCode<string, Made | undefined>(column.answers, of, undefined);
  const made = new Array<Made | undefined>(column.codes.length);
  for (let row = 0; row < made.length; row += 1) made[row] = known[column.codes[row]!];
  return made;
};

const taken = <List extends Codes>(list: List, rows: Int32Array): List => {
  const some = new (list.constructor as new (length: number) => List)(rows.length);
  for (let index = 0; index < rows.length; index += 1) some[index] = list[rows[index]!]!;
  return some;
};

/** Some of the rows of a column, in the order given. */
export const takeRows = (column: Column, rows: Int32Array): Column => {
  const codes = taken(column.codes, rows);
  if (column.kind !== "words") return { ...column, codes };
  const prints = new Uint8Array(rows.length * printBytes);
  for (const [index, row] of rows.entries()) prints.set(column.prints.subarray(row * printBytes, (row + 1) * printBytes), index * printBytes);
  return { ...column, codes, prints };
};

export const printBytes = 16;
