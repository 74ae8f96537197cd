/** A question by columns of people, with letters for what differs (METHODS 3.5). */
import { adjustPValues, type Adjustment } from "./adjust";
import { at, requireOpenUnit } from "./checks";
import { estimateMean } from "./means";
import { compareIndependentProportions, estimateProportion } from "./proportions";
import type { Interval } from "./result";
import { welchTest } from "./welch";

/** Columns of one banner point: groups that share nobody. `n` is the effective number of people when weighted, else the count. */
export type ShareColumn = { readonly n: number; readonly successes: number };

export type BaseMark = "enough" | "low" | "untested";

export type LetteredColumn = {
  readonly n: number;
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Below 30 marked, below 10 neither tested nor shown. */
  readonly base: BaseMark;
  /** Columns this one lies above: at `alpha`, and only at `wideAlpha`. Shown as capital and small letters. */
  readonly above: readonly number[];
  readonly barelyAbove: readonly number[];
};

export type ColumnPair = {
  readonly first: number;
  readonly second: number;
  readonly statistic: number;
  readonly p: number;
  readonly adjustedP: number;
  readonly method: string;
};

export type LetteredRow = { readonly columns: readonly LetteredColumn[]; readonly pairs: readonly ColumnPair[] };

export type LetterSettings = {
  readonly adjustment?: Adjustment;
  readonly alpha?: number;
  readonly wideAlpha?: number;
  readonly testFrom?: number;
  readonly lowBelow?: number;
};

type Cell = { readonly n: number; readonly value: number | null; readonly interval: Interval | null };
type Found = { readonly statistic: number; readonly p: number; readonly method: string };

function lettered(
  cells: readonly Cell[],
  compare: (first: number, second: number) => Found | null,
  { adjustment = "none", alpha = 0.05, wideAlpha = 0.1, testFrom = 10, lowBelow = 30 }: LetterSettings,
): LetteredRow {
  requireOpenUnit(alpha, "alpha");
  requireOpenUnit(wideAlpha, "wideAlpha");
  const baseOf = (n: number): BaseMark => (n < testFrom ? "untested" : n < lowBelow ? "low" : "enough");
  const found: (Found & { first: number; second: number })[] = [];
  for (let first = 0; first < cells.length; first += 1) {
    for (let second = first + 1; second < cells.length; second += 1) {
      if (baseOf(at(cells, first).n) === "untested" || baseOf(at(cells, second).n) === "untested") continue;
      const answer = compare(first, second);
      if (answer !== null) found.push({ first, second, ...answer });
    }
  }
  const adjusted = adjustPValues(
    found.map(({ p }) => p),
    adjustment,
  );
  const pairs = found.map((pair, index): ColumnPair => ({ ...pair, adjustedP: at(adjusted, index) }));
  const lies = (column: number, isWanted: (p: number) => boolean) =>
    pairs
      .flatMap(({ first, second, adjustedP }) => (isWanted(adjustedP) && (first === column || second === column) ? [first === column ? second : first] : []))
      .filter((other) => (at(cells, column).value ?? 0) > (at(cells, other).value ?? 0))
      .sort((one, other) => one - other);
  return {
    pairs,
    columns: cells.map((cell, column) => {
      const base = baseOf(cell.n);
      const shown = base === "untested" ? { n: cell.n, value: null, interval: null } : cell;
      return { ...shown, base, above: lies(column, (p) => p < alpha), barelyAbove: lies(column, (p) => p >= alpha && p < wideAlpha) };
    }),
  };
}

/**
 * Shares by column: pooled z on every pair, Fisher where an expected count is below 5 (METHODS 3.3). One row of one banner point is a
 * family; the default adjusts nothing and says so. Never give columns that overlap, nor the total: products rated by the same people
 * need paired tests. Columns without people have no value. Example: letterShares([{ n: 296, successes: 89 }, { n: 548, successes: 68 }]).
 */
export function letterShares(columns: readonly ShareColumn[], settings: LetterSettings = {}): LetteredRow {
  const cells = columns.map(({ n, successes }): Cell => {
    const estimate = estimateProportion(successes, n);
    return estimate.kind === "result" ? { n, value: estimate.share, interval: estimate.interval } : { n, value: null, interval: null };
  });
  const compare = (first: number, second: number): Found | null => {
    const [one, other] = [at(columns, first), at(columns, second)];
    const test = compareIndependentProportions(one.successes, one.n, other.successes, other.n);
    return test.kind === "result" ? { statistic: test.z, p: test.p, method: test.method } : null;
  };
  return lettered(cells, compare, settings);
}

/** Means by column: Welch's t on every pair. Columns without variation on both sides are not tested. */
export function letterMeans(columns: readonly (readonly number[])[], settings: LetterSettings = {}): LetteredRow {
  const cells = columns.map((values): Cell => {
    const estimate = estimateMean(values);
    return estimate.kind === "result" ? { n: values.length, value: estimate.mean, interval: estimate.interval } : { n: 0, value: null, interval: null };
  });
  const compare = (first: number, second: number): Found | null => {
    const test = welchTest(at(columns, first), at(columns, second));
    return test.kind === "result" ? { statistic: test.t, p: test.p, method: "welch" } : null;
  };
  return lettered(cells, compare, settings);
}

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A, B, .. Z, AA, AB, .. for a column. */
export function columnLetter(column: number): string {
  const own = CAPITALS.charAt(column % CAPITALS.length);
  return column < CAPITALS.length ? own : columnLetter(Math.floor(column / CAPITALS.length) - 1) + own;
}

/** "BCd": capital letters for `above`, small ones for `barelyAbove`. */
export function lettersOf({ above, barelyAbove }: LetteredColumn): string {
  const all = [
    ...above.map((column) => ({ column, letter: columnLetter(column) })),
    ...barelyAbove.map((column) => ({ column, letter: columnLetter(column).toLowerCase() })),
  ];
  return all
    .sort((one, other) => one.column - other.column)
    .map(({ letter }) => letter)
    .join("");
}
