/** Which products differ after Friedman's test, and whether ranks follow an order stated beforehand (METHODS 3.13). */
import { at, requireOpenUnit } from "./checks";
import { normalQuantile, normalUpperTail, tQuantile, tTwoSided } from "./distributions";
import { friedmanTest, type FriedmanTest } from "./friedman";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "./studentised-range";

export type RankPair = {
  /** Columns of the two products. */
  readonly first: number;
  readonly second: number;
  /** Mean rank of the first minus that of the second. */
  readonly difference: number;
  readonly p: number;
};

export type RankComparisons = Result<{
  readonly method: "nemenyi" | "conover";
  /** Smallest difference that counts at `alpha`: of mean ranks for Nemenyi, of rank sums for Conover. */
  readonly criticalDifference: number;
  readonly pairs: readonly RankPair[];
}>;

function eachPair(test: FriedmanTest, pOf: (difference: number) => number): RankPair[] {
  const pairs: RankPair[] = [];
  for (let first = 0; first < test.products; first += 1) {
    for (let second = first + 1; second < test.products; second += 1) {
      const difference = at(test.meanRanks, first) - at(test.meanRanks, second);
      pairs.push({ first, second, difference, p: pOf(Math.abs(difference)) });
    }
  }
  return pairs;
}

/**
 * All pairs with the error rate held for the family (Nemenyi 1963): Q = |Rbar_i - Rbar_j| / sqrt(k(k+1)/(6n)) * sqrt 2,
 * p = P(q(k, inf) > Q). No tie correction, as in PMCMRplus `frdAllPairsNemenyiTest`, so it is cautious with many ties.
 */
export function nemenyiComparisons(test: FriedmanTest, alpha = 0.05): RankComparisons {
  requireOpenUnit(alpha, "alpha");
  const k = test.products;
  const standardError = Math.sqrt((k * (k + 1)) / (6 * test.n));
  return {
    kind: "result",
    method: "nemenyi",
    criticalDifference: (studentisedRangeQuantile(alpha, k, Infinity) / Math.SQRT2) * standardError,
    pairs: eachPair(test, (difference) => studentisedRangeUpperTail((difference / standardError) * Math.SQRT2, k, Infinity)),
  };
}

/**
 * All pairs by t on rank sums, with tie correction and without adjustment for the number of pairs (Conover 1999): standard error
 * sqrt(2n(A-C)/((n-1)(k-1)) (1 - T/(n(k-1)))), (n-1)(k-1) degrees of freedom. PMCMRplus `frdAllPairsConoverTest(p.adjust = "none")`.
 * "no-variation" when everybody ranked alike or tied everything.
 */
export function conoverComparisons(test: FriedmanTest, alpha = 0.05): RankComparisons | NotEnoughData {
  requireOpenUnit(alpha, "alpha");
  const { n, products: k, chiSquare, rankSpread } = test;
  const degrees = (n - 1) * (k - 1);
  const remainder = 1 - chiSquare / (n * (k - 1));
  if (!(rankSpread > 0) || remainder <= 1e-12) return notEnoughData("no-variation", n);
  const standardError = Math.sqrt(((2 * n * rankSpread) / degrees) * remainder);
  return {
    kind: "result",
    method: "conover",
    criticalDifference: tQuantile(1 - alpha / 2, degrees) * standardError,
    pairs: eachPair(test, (difference) => tTwoSided((difference * n) / standardError, degrees)),
  };
}

/** Smallest difference of two rank sums that counts, for `n` people ranking `k` products without ties: one planned pair, and all pairs. */
export function rankSumCriticalDifferences(n: number, k: number, alpha = 0.05): { readonly onePair: number; readonly allPairs: number } {
  requireOpenUnit(alpha, "alpha");
  const spread = n * k * (k + 1);
  return { onePair: normalQuantile(1 - alpha / 2) * Math.sqrt(spread / 6), allPairs: studentisedRangeQuantile(alpha, k, Infinity) * Math.sqrt(spread / 12) };
}

export type TrendTest = Result<{
  readonly n: number;
  /** Page's L: sum of place in the expected order times rank sum. */
  readonly statistic: number;
  readonly z: number;
  /** One-sided: ranks grow in the expected order. */
  readonly p: number;
}>;

/**
 * Do ranks grow in an order that was stated before the trial, for example with the dose? Page (1963).
 *
 * L = sum j R_j with products in the expected order, mean n k (k+1)^2/4, variance k(k^2-1)/12 * (A-C)/(k-1), which is Page's
 * n k^2 (k+1)^2 (k-1)/144 without ties. Normal approximation, good from about n = 12 people. `rows` as in `friedmanTest`, `expected`
 * the columns from the lowest expected rank to the highest. Example: pageTrendTest(rows, [2, 0, 1]).
 */
export function pageTrendTest(rows: readonly (readonly number[])[], expected: readonly number[]): TrendTest | NotEnoughData {
  const test = friedmanTest(rows);
  if (test.kind !== "result") return test;
  const { n, products: k } = test;
  if (expected.length !== k || new Set(expected).size !== k) throw new RangeError("the expected order needs every column once");
  const statistic = expected.reduce((sum, column, place) => sum + (place + 1) * at(test.rankSums, column), 0);
  const variance = ((k * (k * k - 1)) / 12) * (test.rankSpread / (k - 1));
  if (!(variance > 0)) return notEnoughData("no-variation", n);
  const z = (statistic - (n * k * (k + 1) ** 2) / 4) / Math.sqrt(variance);
  return { kind: "result", n, statistic, z, p: normalUpperTail(z) };
}
