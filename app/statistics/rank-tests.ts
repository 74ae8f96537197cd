/** Two or more groups compared by ranks, for answers whose steps need not be equal (METHODS 3.8). */
import { at, requireFinite } from "./checks";
import { chiSquareUpperTail, normalTwoSided } from "./distributions";
import { averageRanks } from "./friedman";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** Sum of t^3 - t over the groups of equal values, from their average ranks. */
function tieTerm(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  let sum = 0;
  for (const size of sizes.values()) sum += size ** 3 - size;
  return sum;
}

/** Above this many people the exact distribution is left for the normal one, as in R. There, p-values below .1 of the two differ by less than .003 for signed ranks and equal groups. */
const LARGEST_EXACT = 49;

/** Twice the smaller tail of a symmetric distribution on 0, 1, 2, ..., at most 1. `counts` are proportional to its probabilities. */
function exactTwoSided(counts: Float64Array, statistic: number): number {
  // Only counts up to the middle are used: they come from smaller ones alone and keep their digits.
  const smaller = Math.min(statistic, counts.length - 1 - statistic);
  let below = 0;
  for (let value = 0; value <= smaller; value += 1) below += counts[value] as number;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * below) / total);
}

export type SignedRankTest = Result<{
  /** People whose two answers differ; the others are left out of the test. */
  readonly n: number;
  /** People with the same answer twice. */
  readonly equal: number;
  /** V, the sum of the ranks of the positive differences first - second. */
  readonly statistic: number;
  /** Null for the exact test. */
  readonly z: number | null;
  /** Exact up to 49 people without ties, else normal with tie correction and without continuity correction. */
  readonly method: "exact" | "normal";
  /** Two-sided. */
  readonly p: number;
  /** (sum of positive ranks - sum of negative ranks) / sum of ranks, from -1 to 1 (Kerby 2014). */
  readonly rankBiserial: number;
}>;

/**
 * Do the same people rate one product higher than another? Wilcoxon's signed-rank test (Wilcoxon 1945).
 *
 * Ranks |d| without the zeros, V = sum of ranks with d > 0; mean n(n+1)/4, variance n(n+1)(2n+1)/24 - sum(t^3 - t)/48.
 * R: `wilcox.test(first, second, paired = TRUE, correct = FALSE)`. Assumes differences symmetric about their centre.
 * Example: signedRankTest([7, 8, 6], [5, 6, 5]). "no-variation" when nobody answered differently.
 */
export function signedRankTest(first: readonly number[], second: readonly number[]): SignedRankTest | NotEnoughData {
  requireFinite(first, "first");
  requireFinite(second, "second");
  if (first.length !== second.length) throw new RangeError("every person needs both answers");
  if (first.length === 0) return notEnoughData("no-observations", 0);
  const differences = first.map((value, index) => value - at(second, index)).filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) return notEnoughData("no-variation", first.length);
  const ranks = averageRanks(differences.map(Math.abs));
  const statistic = ranks.reduce((sum, rank, index) => sum + (at(differences, index) > 0 ? rank : 0), 0);
  const ties = tieTerm(ranks);
  const total = (n * (n + 1)) / 2;
  const shared = { kind: "result", n, equal: first.length - n, statistic, rankBiserial: (2 * statistic - total) / total } as const;
  if (n <= LARGEST_EXACT && ties === 0) {
    const counts = new Float64Array(total + 1);
    counts[0] = 1;
    for (let rank = 1; rank <= n; rank += 1) {
      for (let value = total; value >= rank; value -= 1) counts[value] = (counts[value] as number) + (counts[value - rank] as number);
    }
    return { ...shared, z: null, method: "exact", p: exactTwoSided(counts, statistic) };
  }
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const z = (statistic - total / 2) / Math.sqrt(variance);
  return { ...shared, z, method: "normal", p: normalTwoSided(z) };
}

export type RankSumTest = Result<{
  readonly n1: number;
  readonly n2: number;
  /** W, the number of pairs in which the first group's answer is higher, ties counting half. */
  readonly statistic: number;
  /** W / (n1 n2): the chance that somebody of the first group answers higher than somebody of the second. */
  readonly superiority: number;
  readonly z: number | null;
  readonly method: "exact" | "normal";
  /** Two-sided. */
  readonly p: number;
}>;

/** How many of the orders of n1 and n2 people give each value of W (Mann & Whitney 1947): the product of Gaussian binomials. */
function rankSumCounts(n1: number, n2: number): Float64Array {
  const counts = new Float64Array(n1 * n2 + 1);
  counts[0] = 1;
  for (let step = 1; step <= n1; step += 1) {
    for (let value = n1 * n2; value >= n2 + step; value -= 1) counts[value] = (counts[value] as number) - (counts[value - n2 - step] as number);
    for (let value = step; value <= n1 * n2; value += 1) counts[value] = (counts[value] as number) + (counts[value - step] as number);
  }
  return counts;
}

/**
 * Do two different groups of people answer higher or lower? Mann & Whitney (1947), the rank-sum test of Wilcoxon.
 *
 * W = R1 - n1(n1+1)/2; variance n1 n2/12 ((N+1) - sum(t^3 - t)/(N(N-1))). Exact up to 49 people in each group without ties, else
 * normal with tie correction and without continuity correction. R: `wilcox.test(first, second, correct = FALSE)`.
 * Assumes independent people. "no-variation" when everybody gave one answer. Example: rankSumTest([7, 8], [5, 6, 6]).
 */
export function rankSumTest(first: readonly number[], second: readonly number[]): RankSumTest | NotEnoughData {
  requireFinite(first, "first");
  requireFinite(second, "second");
  const n1 = first.length;
  const n2 = second.length;
  const n = n1 + n2;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (n1 === 0 || n2 === 0) return notEnoughData("too-few-groups", n);
  const ranks = averageRanks([...first, ...second]);
  let rankSum = 0;
  for (let index = 0; index < n1; index += 1) rankSum += at(ranks, index);
  const statistic = rankSum - (n1 * (n1 + 1)) / 2;
  const ties = tieTerm(ranks);
  const shared = { kind: "result", n1, n2, statistic, superiority: statistic / (n1 * n2) } as const;
  if (ties === 0 && n1 <= LARGEST_EXACT && n2 <= LARGEST_EXACT) {
    return { ...shared, z: null, method: "exact", p: exactTwoSided(rankSumCounts(n1, n2), statistic) };
  }
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return notEnoughData("no-variation", n);
  const z = (statistic - (n1 * n2) / 2) / Math.sqrt(variance);
  return { ...shared, z, method: "normal", p: normalTwoSided(z) };
}

export type KruskalWallisTest = Result<{
  readonly n: number;
  /** Mean rank per group, in the order given. */
  readonly meanRanks: readonly number[];
  /** H with tie correction. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}>;

/**
 * Do several different groups of people answer alike? Kruskal & Wallis (1952).
 *
 * H = (12/(N(N+1)) sum R_j^2/n_j - 3(N+1)) / (1 - sum(t^3 - t)/(N^3 - N)) against chi-square with k - 1 degrees of freedom, which needs
 * about five people per group. R: `kruskal.test(groups)`. Example: kruskalWallisTest([[1, 2], [3, 4], [5, 6]]).
 */
export function kruskalWallisTest(groups: readonly (readonly number[])[]): KruskalWallisTest | NotEnoughData {
  for (const values of groups) requireFinite(values, "values");
  const n = groups.reduce((sum, values) => sum + values.length, 0);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (groups.length < 2 || groups.some((values) => values.length === 0)) return notEnoughData("too-few-groups", n);
  const ranks = averageRanks(groups.flat());
  const correction = 1 - tieTerm(ranks) / (n ** 3 - n);
  if (!(correction > 0)) return notEnoughData("no-variation", n);
  let place = 0;
  let between = 0;
  const meanRanks: number[] = [];
  for (const values of groups) {
    let sum = 0;
    for (let index = 0; index < values.length; index += 1) sum += at(ranks, place + index);
    place += values.length;
    const mean = sum / values.length;
    meanRanks.push(mean);
    // Deviations from the middle rank lose no digits, unlike the textbook difference of two large numbers.
    between += values.length * (mean - (n + 1) / 2) ** 2;
  }
  const statistic = (12 * between) / (n * (n + 1)) / correction;
  return { kind: "result", n, meanRanks, statistic, degreesOfFreedom: groups.length - 1, p: chiSquareUpperTail(statistic, groups.length - 1) };
}
