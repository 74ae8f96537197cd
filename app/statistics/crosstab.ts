/** A question by columns of people, with letters for what differs (METHODS 3.5). */
import { adjustPValues, type Adjustment } from "./adjust";
import { at, requireOpenUnit } from "./checks";
import { summariseValues, type MeanSummary } from "./counted-means";
import { normalTwoSided } from "./distributions";
import { compareIndependentProportions, estimateProportion } from "./proportions";
import type { Interval } from "./result";
import { compareEstimatedMeans } from "./welch";

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

/** What a comparison of two columns found. */
export type Found = {
  readonly statistic: number;
  readonly p: number;
  readonly method: string;
  /** First column minus second. */
  readonly difference: number;
  readonly interval: Interval;
};

export type ColumnPair = Found & { readonly first: number; readonly second: number; readonly adjustedP: number };

export type LetteredRow = { readonly columns: readonly LetteredColumn[]; readonly pairs: readonly ColumnPair[] };

export type LetterSettings = {
  /** Shares of effective numbers of people: Fisher, which needs counts, then never takes the place of z. */
  readonly isWeighted?: boolean;
  readonly adjustment?: Adjustment;
  readonly alpha?: number;
  readonly wideAlpha?: number;
  readonly testFrom?: number;
  readonly lowBelow?: number;
};

export type ColumnCell = { readonly n: number; readonly value: number | null; readonly interval: Interval | null };

/** Letters for columns of which any two can be compared; `compare` answers null for two that cannot. */
export function letterColumns(
  cells: readonly ColumnCell[],
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
      .filter(({ adjustedP }) => isWanted(adjustedP))
      // Of people who saw both, the difference may have another sign than that of all who saw either.
      .flatMap(({ first, second, difference }) => (first === column && difference > 0 ? [second] : second === column && difference < 0 ? [first] : []))
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

/** What is shown of each column. */
export const shareCells = (columns: readonly ShareColumn[]): ColumnCell[] =>
  columns.map(({ n, successes }) => {
    const estimate = estimateProportion(successes, n);
    return estimate.kind === "result" ? { n, value: estimate.share, interval: estimate.interval } : { n, value: null, interval: null };
  });

/**
 * Shares by column: pooled z on every pair, Fisher where an expected count is below 5 (METHODS 3.3). One row of one banner point is a
 * family; the default adjusts nothing and says so. Never give columns that overlap, nor the total: products rated by the same people
 * need paired tests. Columns without people have no value. Weighted: share * n_eff of n_eff and `isWeighted`.
 * Example: letterShares([{ n: 296, successes: 89 }, { n: 548, successes: 68 }]).
 */
export function letterShares(columns: readonly ShareColumn[], settings: LetterSettings = {}): LetteredRow {
  const compare = (first: number, second: number): Found | null => {
    const [one, other] = [at(columns, first), at(columns, second)];
    const test = compareIndependentProportions(one.successes, one.n, other.successes, other.n, 1 - (settings.alpha ?? 0.05));
    if (test.kind !== "result") return null;
    const { z, difference, interval } = test;
    return settings.isWeighted
      ? { statistic: z, p: normalTwoSided(z), method: "pooled-z", difference, interval }
      : { statistic: z, p: test.p, method: test.method, difference, interval };
  };
  return letterColumns(shareCells(columns), compare, settings);
}

/** Bases are effective numbers of people, which without weights are the people. */
export const meanCells = (columns: readonly MeanSummary[]): ColumnCell[] =>
  columns.map(({ effectiveN, mean, interval }) => ({ n: effectiveN, value: mean, interval }));

/** Weighted or unweighted means by column: Welch's t on every pair. Columns without variation on both sides are not tested. */
export function letterSummaries(columns: readonly MeanSummary[], settings: LetterSettings = {}): LetteredRow {
  const compare = (first: number, second: number): Found | null => {
    const [one, other] = [at(columns, first).estimate, at(columns, second).estimate];
    const test = one && other ? compareEstimatedMeans(one, other, 1 - (settings.alpha ?? 0.05)) : null;
    return test?.kind === "result" ? { statistic: test.t, p: test.p, method: "welch", difference: test.difference, interval: test.interval } : null;
  };
  return letterColumns(meanCells(columns), compare, settings);
}

/** Means by column from the answers themselves, one list per column. */
export function letterMeans(columns: readonly (readonly number[])[], settings: LetterSettings = {}): LetteredRow {
  return letterSummaries(
    columns.map((values) => summariseValues(values.map((value) => ({ value, n: 1, weight: 1 })))),
    settings,
  );
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
