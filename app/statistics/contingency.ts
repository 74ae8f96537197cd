/** Whether two questions with categories go together. */
import { at, requireCount } from "./checks";
import { chiSquareUpperTail } from "./distributions";
import { fisherExactTwoSided } from "./proportions";
import { createRandom, shuffle, type Seed } from "./random";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type IndependenceTest = Result<{
  readonly n: number;
  /** Pearson's statistic without continuity correction. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** "chi-square"; "fisher" for 2 x 2 and "permutation" for larger tables with an expected count below 5. */
  readonly method: "chi-square" | "fisher" | "permutation";
  readonly p: number;
  readonly smallestExpected: number;
  /** Cramer's V, from 0 to 1. */
  readonly cramerV: number;
  /** [row][column] (observed - expected) / its standard error: beyond 2 in either direction a cell stands out. */
  readonly residuals: readonly (readonly number[])[];
}>;

/** Chi-square of a table whose margins are known. */
function statisticOf(table: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[], n: number): number {
  let sum = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = (at(rows, i) * at(columns, j)) / n;
      if (expected > 0) sum += (count - expected) ** 2 / expected;
    }
  }
  return sum;
}

/**
 * Pearson's chi-square of independence (1900) with adjusted residuals (Haberman 1973). Rows and columns without anybody are left out.
 * R: `chisq.test(correct = FALSE)`. With an expected count below 5: Fisher's exact test for 2 x 2, else the share of 10,000 seeded tables
 * with the same margins that lie as far out. Counts of people, each counted once. "too-few-groups" with one row or column left.
 */
export function independenceTest(given: readonly (readonly number[])[], seed: Seed = 1, samples = 10_000): IndependenceTest | NotEnoughData {
  for (const row of given) for (const count of row) requireCount(count, "count");
  const width = given[0]?.length ?? 0;
  if (given.some((row) => row.length !== width)) throw new RangeError("every row needs the same columns");
  const filledColumns = Array.from({ length: width }, (_, column) => column).filter((column) => given.some((row) => at(row, column) > 0));
  const table = given.filter((row) => row.some((count) => count > 0)).map((row) => filledColumns.map((column) => at(row, column)));
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = filledColumns.map((_, column) => table.reduce((sum, row) => sum + at(row, column), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (rows.length < 2 || columns.length < 2) return notEnoughData("too-few-groups", n);
  const chiSquare = statisticOf(table, rows, columns, n);
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const smallestExpected = (Math.min(...rows) * Math.min(...columns)) / n;
  const method = smallestExpected >= 5 ? "chi-square" : rows.length === 2 && columns.length === 2 ? "fisher" : "permutation";
  const p =
    method === "chi-square"
      ? chiSquareUpperTail(chiSquare, degreesOfFreedom)
      : method === "fisher"
        ? fisherExactTwoSided(at(at(table, 0), 0), at(rows, 0), at(at(table, 1), 0), at(rows, 1))
        : permutationP(table, rows, columns, n, chiSquare, seed, samples);
  return {
    kind: "result",
    n,
    chiSquare,
    degreesOfFreedom,
    method,
    p,
    smallestExpected,
    cramerV: Math.min(1, Math.sqrt(chiSquare / (n * (Math.min(rows.length, columns.length) - 1)))),
    residuals: table.map((row, i) =>
      row.map((count, j) => {
        const expected = (at(rows, i) * at(columns, j)) / n;
        return (count - expected) / Math.sqrt(expected * (1 - at(rows, i) / n) * (1 - at(columns, j) / n));
      }),
    ),
  };
}

function permutationP(
  table: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  n: number,
  observed: number,
  seed: Seed,
  samples: number,
): number {
  const random = createRandom(seed);
  let people = columns.flatMap((count, column) => new Array<number>(count).fill(column));
  let reached = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    people = shuffle(random, people);
    let next = 0;
    const trial = table.map((row, i) => {
      const counts = row.map(() => 0);
      for (let person = 0; person < at(rows, i); person += 1, next += 1) counts[at(people, next)] = at(counts, at(people, next)) + 1;
      return counts;
    });
    if (statisticOf(trial, rows, columns, n) >= observed * (1 - 1e-12)) reached += 1;
  }
  return (reached + 1) / (samples + 1);
}
