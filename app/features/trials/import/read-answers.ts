// The cells of a question as its answer, or why they cannot be one. Blank means skipped.
import type { MappedQuestion } from "./mapped-questions";
import { excerpt, type ImportProblem } from "./problems";

/** Two prototypes as the file names them; `choice` is null where neither was preferred. Where the sides are unknown, left and right are in no order. */
export type PairInFile = { choice: string | null; left: string; right: string; isSideUnknown?: true };

export type CellAnswer = { value: unknown } | { skipped: true } | { problem: Pick<ImportProblem, "key" | "values" | "column"> };

type Of<Type extends MappedQuestion["type"]> = Extract<MappedQuestion, { type: Type }>;
type CellOf = (column: string) => string;

const decimal = /^-?\d+(\.\d+)?$/;

const numberIn = (cell: string): number | null => (decimal.test(cell) ? Number(cell) : null);
const problem = (column: string, key: ImportProblem["key"], values: ImportProblem["values"] = {}): CellAnswer => ({ problem: { column, key, values } });

const inRange = (column: string, cell: string, min: number, max: number, isWhole: boolean): CellAnswer => {
  const value = numberIn(cell);
  if (value === null) return problem(column, "not_a_number", { value: excerpt(cell) });
  if (isWhole && !Number.isInteger(value)) return problem(column, "not_whole", { value: excerpt(cell) });
  return value < min || value > max ? problem(column, "out_of_range", { value: excerpt(cell), min, max }) : { value };
};

type Part = { value: string; column: string };

/** A whole number for each part that has one; all of them blank is no answer, and where `isComplete` a single blank is a problem. */
const numbersOf = (parts: readonly Part[], cellOf: CellOf, [min, max]: [number, number], isComplete: boolean): CellAnswer => {
  const numbers: Record<string, number> = {};
  const filled = parts.filter(({ column }) => cellOf(column) !== "");
  if (filled.length === 0) return { skipped: true };
  const blank = parts.find(({ column }) => cellOf(column) === "");
  if (isComplete && blank) return problem(blank.column, "part_missing");
  for (const { value, column } of filled) {
    const read = inRange(column, cellOf(column), min, max, true);
    if (!("value" in read)) return read;
    numbers[value] = read.value as number;
  }
  return { value: numbers };
};

/** Which parts hold a 1; nobody is left without an answer, because there is "none of these". */
const checkedOf = (parts: readonly Part[], cellOf: CellOf): CellAnswer => {
  const read = numbersOf(parts, cellOf, [0, 1], true);
  if (!("value" in read)) return read;
  const checked = parts.filter(({ value }) => (read.value as Record<string, number>)[value] === 1).map(({ value }) => value);
  return { value: checked.length > 0 ? checked : ["none"] };
};

const rankingOf = ({ items }: Of<"ranking">, cellOf: CellOf): CellAnswer => {
  const read = numbersOf(items, cellOf, [1, items.length], false);
  if (!("value" in read)) return read;
  const ranked = Object.entries(read.value as Record<string, number>).sort(([, a], [, b]) => a - b);
  const wrong = ranked.findIndex(([, place], index) => place !== index + 1);
  if (wrong >= 0) return problem(items.find(({ value }) => value === ranked[wrong]![0])!.column, "ranks_not_in_order");
  return { value: ranked.map(([value]) => value) };
};

const sumOf = ({ items, total }: Of<"constant_sum">, cellOf: CellOf): CellAnswer => {
  const read = numbersOf(items, cellOf, [0, total], true);
  if (!("value" in read)) return read;
  const sum = Object.values(read.value as Record<string, number>).reduce((all, points) => all + points, 0);
  return sum === total ? read : problem(items[0]!.column, "wrong_sum", { sum, total });
};

const kanoOf = ({ functional, dysfunctional, feelings }: Of<"kano">, cellOf: CellOf): CellAnswer => {
  const cells = [functional, dysfunctional].map((column) => ({ column, cell: cellOf(column) }));
  if (cells.every(({ cell }) => cell === "")) return { skipped: true };
  const wrong = cells.find(({ cell }) => !Object.hasOwn(feelings, cell));
  if (wrong) return wrong.cell === "" ? problem(wrong.column, "part_missing") : problem(wrong.column, "not_an_option", { value: excerpt(wrong.cell) });
  return { value: { functional: feelings[cells[0]!.cell], dysfunctional: feelings[cells[1]!.cell] } };
};

const pricesOf = (question: Of<"price_sensitivity">, cellOf: CellOf): CellAnswer =>
  numbersOf(
    [
      { value: "too_expensive", column: question.tooExpensive },
      { value: "expensive", column: question.expensive },
      { value: "cheap", column: question.cheap },
      { value: "too_cheap", column: question.tooCheap },
    ],
    cellOf,
    [0, 1_000_000_000],
    true,
  );

/** A task that was left blank is not among the answers; the others count. */
const bestWorstOf = ({ tasks, cells }: Of<"maxdiff">, cellOf: CellOf): CellAnswer => {
  const answered: { shown: string[]; best: string; worst: string }[] = [];
  for (const { shown, best, worst } of tasks) {
    if (cellOf(best) === "" && cellOf(worst) === "") continue;
    const codes: string[] = [];
    for (const column of [best, worst]) {
      const cell = cellOf(column);
      if (cell === "") return problem(column, "part_missing");
      const code = cells === "place" ? (/^\d$/.test(cell) ? shown[Number(cell) - 1] : undefined) : shown.find((each) => each === cell);
      if (code === undefined) return problem(column, "not_an_option", { value: excerpt(cell) });
      codes.push(code);
    }
    if (codes[0] === codes[1]) return problem(worst, "best_is_worst");
    answered.push({ shown, best: codes[0]!, worst: codes[1]! });
  }
  return answered.length > 0 ? { value: answered } : { skipped: true };
};

const pairOf = ({ pair }: Of<"paired_preference">, cellOf: CellOf): CellAnswer => {
  const columns = "preferred" in pair ? [pair.preferred, pair.other] : [pair.left, pair.right, pair.chosen];
  const cells = columns.map(cellOf);
  if (cells.every((cell) => cell === "")) return { skipped: true };
  const blank = columns[cells.indexOf("")];
  if (blank !== undefined) return problem(blank, "part_missing");
  const [left = "", right = "", chosen = left] = cells;
  if (left === right) return problem(columns[1]!, "not_a_pair", { value: excerpt(right) });
  const isNone = "none" in pair && chosen === pair.none;
  if (!isNone && chosen !== left && chosen !== right) return problem(columns[2]!, "not_an_option", { value: excerpt(chosen) });
  return { value: { choice: isNone ? null : chosen, left, right, ...("preferred" in pair ? { isSideUnknown: true as const } : {}) } satisfies PairInFile };
};

export const readAnswer = (question: MappedQuestion, cellOf: CellOf): CellAnswer => {
  switch (question.type) {
    case "cata":
      return checkedOf(question.terms, cellOf);
    case "multiple_choice":
      return checkedOf(question.options, cellOf);
    case "rata":
      return numbersOf(question.terms, cellOf, [0, 3], true);
    case "matrix":
      return numbersOf(question.rows, cellOf, [1, question.points], false);
    case "ranking":
      return rankingOf(question, cellOf);
    case "constant_sum":
      return sumOf(question, cellOf);
    case "kano":
      return kanoOf(question, cellOf);
    case "price_sensitivity":
      return pricesOf(question, cellOf);
    case "maxdiff":
      return bestWorstOf(question, cellOf);
    case "paired_preference":
      return pairOf(question, cellOf);
  }
  const { column } = question;
  const cell = cellOf(column);
  if (cell === "") return { skipped: true };
  switch (question.type) {
    case "rating":
      return inRange(column, cell, question.config.min, question.config.max, true);
    case "just_about_right":
      return inRange(column, cell, 1, question.config.points, true);
    case "number":
      return inRange(column, cell, question.config.min, question.config.max, false);
    case "single_choice":
      return question.config.options.some(({ value }) => value === cell) ? { value: cell } : problem(column, "not_an_option", { value: excerpt(cell) });
    case "open_text":
      return cell.length > question.config.maxLength ? problem(column, "text_too_long", { max: question.config.maxLength }) : { value: cell };
  }
};
