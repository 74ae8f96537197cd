// Who answered about what and how much each of them weighs, as lists of numbers: nothing is made per answer but an entry of a list.
import type { LocalizedText } from "~/core/locale";
import { effectiveSampleSize } from "~/statistics/means";
import { firstAnswer, type Column as Answered } from "../column";
import type { ReportData } from "../data.server";
import { plainText } from "../result-parts.server";
import { say } from "./say.server";
import type { Weights } from "./weigh-people.server";

export type Setting = { data: ReportData; /** By row. */ weights: Float64Array; weightOf: (person: number) => number; confidence: number; alpha: number };

/** Answers that stand in one column of a table; people ascend. */
export type Column = {
  key: string;
  label: LocalizedText;
  /** Answers to a question asked once per person stand beside those about prototypes and are compared with none. */
  isCompared: boolean;
  rows: Int32Array;
  people: Int32Array;
  weights: Float64Array;
  /** Of ratios of sums, what each person's own value is divided by; `weights` are then times it. */
  sizes?: Float64Array;
  n: number;
  effectiveN: number;
};

export const settingOf = (data: ReportData, { weightOf }: Pick<Weights, "weightOf">): Setting => {
  const { count, person } = data.rows;
  const weights = new Float64Array(count);
  // Rows are in the order of their people.
  for (let row = 0; row < count; row += 1) weights[row] = row > 0 && person[row] === person[row - 1] ? weights[row - 1]! : (weightOf.get(person[row]!) ?? 0);
  return { data, weights, weightOf: (person) => weightOf.get(person) ?? 0, confidence: 1 - data.trial.alpha, alpha: data.trial.alpha };
};

/** What each distinct answer counts as, by code; NaN for none and for an answer that says nothing here. */
export type Meaning = Float64Array;

export const meaningOf = <Answer>(column: Answered | undefined, of: (answer: Answer) => number): Meaning => {
  if (!column || column.kind === "words") return new Float64Array(0);
  const answers: readonly Answer[] =
    column.kind === "numbers" ? (column.answers as readonly unknown[] as readonly Answer[]) : column.answers.map((json) => JSON.parse(json) as Answer);
  const meaning = new Float64Array(firstAnswer + answers.length).fill(Number.NaN);
  for (const [index, answer] of answers.entries()) if (column.kind !== "numbers" || !Number.isNaN(answer)) meaning[firstAnswer + index] = of(answer);
  return meaning;
};

type Identity = Pick<Column, "key" | "label" | "isCompared">;

export const columnOfRows = ({ data, weights }: Setting, identity: Identity, rows: Int32Array): Column => {
  const column = { ...identity, rows, people: new Int32Array(rows.length), weights: new Float64Array(rows.length), n: rows.length };
  for (let index = 0; index < rows.length; index += 1) {
    column.people[index] = data.rows.person[rows[index]!]!;
    column.weights[index] = weights[rows[index]!]!;
  }
  return { ...column, effectiveN: effectiveSampleSize(column.weights) };
};

/** A column per prototype, also of those that nobody tried, and one for answers about none where there are any. */
export const columnsOf = (setting: Setting, question: string, meaning: Meaning): Column[] => {
  const { rows, prototypes, columns } = setting.data;
  const codes = columns.get(question)?.codes;
  const isAnswered = (row: number) => codes !== undefined && !Number.isNaN(meaning[codes[row]!] ?? Number.NaN);
  const none = prototypes.length;
  const sizes = new Int32Array(none + 1);
  const placeOf = (row: number) => (rows.prototype[row]! < 0 ? none : rows.prototype[row]!);
  for (let row = 0; row < rows.count; row += 1) if (isAnswered(row)) sizes[placeOf(row)]! += 1;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(none + 1);
  for (let row = 0; row < rows.count; row += 1) {
    if (!isAnswered(row)) continue;
    const place = placeOf(row);
    lists[place]![filled[place]!] = row;
    filled[place]! += 1;
  }
  return [
    ...prototypes.map(({ code, name }, place) => columnOfRows(setting, { key: code, label: plainText(name), isCompared: true }, lists[place]!)),
    ...(sizes[none]! > 0 ? [columnOfRows(setting, { key: "", label: say("no_prototype"), isCompared: false }, lists[none]!)] : []),
  ];
};

/** What the people of a column said, in their order. */
export const valuesOf = ({ data }: Setting, question: string, meaning: Meaning, { rows }: Column): Float64Array => {
  const codes = data.columns.get(question)!.codes;
  const values = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) values[index] = meaning[codes[rows[index]!]!]!;
  return values;
};

type Kish = { n: number; sum: number; squares: number };
const kish = ({ sum, squares }: Kish): number => (squares > 0 ? (sum * sum) / squares : 0);
const add = (to: Kish, weight: number): void => {
  to.n += 1;
  to.sum += weight;
  to.squares += weight * weight;
};

/** Effective bases of all people and of those of each prototype. */
export const effectiveBases = ({ data, weights }: Setting): { all: number; prototypes: number[] } => {
  const { person, prototype, count } = data.rows;
  const empty = (): Kish => ({ n: 0, sum: 0, squares: 0 });
  const [all, prototypes] = [empty(), data.prototypes.map(empty)];
  for (let row = 0; row < count; row += 1) {
    if (row === 0 || person[row] !== person[row - 1]) add(all, weights[row]!);
    if (prototype[row]! >= 0) add(prototypes[prototype[row]!]!, weights[row]!);
  }
  return { all: kish(all), prototypes: prototypes.map(kish) };
};
