/** Which products differ from the benchmark, and from nothing else (METHODS 3.7): fewer comparisons than all pairs, so each can see more. */
import { at, requireOpenUnit } from "./checks";
import { normalUpperTail } from "./distributions";
import type { ComparableMeans } from "./multiple-comparisons";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import { averageOverSpread, solveUpperTail } from "./studentised-range";

export type BenchmarkComparison = {
  readonly id: string;
  /** Its mean minus the benchmark's. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Adjusted for all comparisons with the benchmark. */
  readonly p: number;
  /** Simultaneous: all of them hold together as often as `confidence` says. */
  readonly interval: Interval;
};

export type BenchmarkComparisons = Result<{
  readonly benchmark: string;
  readonly degreesOfFreedom: number;
  readonly comparisons: readonly BenchmarkComparison[];
}>;

/** Beyond this a factor leaves its own normal no room, and the rule below would need ever finer steps. */
const LARGEST_LOADING = 0.995;

/**
 * P(max |T_i| > q) for comparisons with one benchmark, whose correlations are loading_i loading_j: with z the benchmark's own luck,
 * 1 - integral phi(z) product [Phi((q s + l_i z) / r_i) - Phi((-q s + l_i z) / r_i)] dz, averaged over the standard error s, r_i^2 = 1 - l_i^2.
 * Plain trapezoidal sums, as for the studentised range. R: `1 - mvtnorm::pmvt`.
 */
export function dunnettUpperTail(q: number, loadings: readonly number[], degreesOfFreedom: number): number {
  if (!(degreesOfFreedom >= 1)) throw new RangeError(`degrees of freedom must be at least 1, got ${String(degreesOfFreedom)}`);
  if (loadings.length === 0 || loadings.some((loading) => !(Math.abs(loading) <= 1))) throw new RangeError("loadings lie between -1 and 1");
  if (q <= 0) return 1;
  const parts = loadings.map((loading) => {
    const own = Math.sign(loading) * Math.min(Math.abs(loading), LARGEST_LOADING);
    return { own, rest: Math.sqrt(1 - own * own) };
  });
  // Loadings that are equal, as in complete designs, are reckoned once.
  const groups = parts.filter(({ own }, index) => parts.findIndex((other) => other.own === own) === index);
  const timesOf = groups.map(({ own }) => parts.filter((other) => other.own === own).length);
  const step = Math.min(0.4, 0.45 * Math.min(...parts.map(({ rest }) => rest)));
  const reach = Math.ceil(8.5 / step);
  const tailAt = (width: number): number => {
    let sum = 0;
    // Both directions count, so that z and -z give the same.
    for (let index = 0; index <= reach; index += 1) {
      const z = index * step;
      // log of the chance that none is further out, so that small tails keep their digits.
      let inside = 0;
      for (const [group, { own, rest }] of groups.entries()) {
        const outside = normalUpperTail((width - own * z) / rest) + normalUpperTail((width + own * z) / rest);
        inside += outside < 1 ? (timesOf[group] as number) * Math.log1p(-outside) : -Infinity;
      }
      sum += (index === 0 ? 1 : 2) * Math.exp((-z * z) / 2) * -Math.expm1(inside);
    }
    return Math.min(1, (sum * step) / Math.sqrt(2 * Math.PI));
  };
  return Math.min(1, averageOverSpread(q, degreesOfFreedom, tailAt));
}

/**
 * Dunnett (1955, 1964), two-sided. Means with a common residual variance; the correlation of two differences follows from their standard
 * errors. It has one factor, and the p is exact, where everybody rated everything or groups are independent; in incomplete blocks that are
 * not balanced the factor is the one that fits the correlations on average. R: `emmeans::contrast(method = "trt.vs.ctrl", adjust = "mvt")`.
 *
 * "too-few-groups" when the benchmark is not among the means or alone; "no-variation" when a standard error is 0.
 */
export function compareWithBenchmark(comparable: ComparableMeans, benchmark: string, confidence = 0.95): BenchmarkComparisons | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const { means, degreesOfFreedom, standardErrorOf } = comparable;
  const base = means.findIndex(({ id }) => id === benchmark);
  const others = means.flatMap((mean, index) => (index === base ? [] : [{ ...mean, index }]));
  if (base < 0 || others.length === 0) return notEnoughData("too-few-groups", means.length);
  if (!(degreesOfFreedom >= 1)) return notEnoughData("no-degrees-of-freedom", means.length);
  const errors = others.map(({ index }) => standardErrorOf(index, base));
  if (errors.some((error) => !(error > 0))) return notEnoughData("no-variation", means.length);
  const correlation = (i: number, j: number): number => {
    const [one, other] = [at(errors, i), at(errors, j)];
    return (one * one + other * other - standardErrorOf(at(others, i).index, at(others, j).index) ** 2) / (2 * one * other);
  };
  const loadings = loadingsOf(others.length, correlation);
  const tail = (q: number) => dunnettUpperTail(q, loadings, degreesOfFreedom);
  const critical = solveUpperTail(1 - confidence, tail);
  const centre = at(means, base).mean;
  return {
    kind: "result",
    benchmark,
    degreesOfFreedom,
    comparisons: others.map(({ id, mean }, index) => {
      const standardError = at(errors, index);
      const difference = mean - centre;
      const half = critical * standardError;
      const t = difference / standardError;
      return { id, difference, standardError, t, p: tail(Math.abs(t)), interval: { lower: difference - half, upper: difference + half, confidence } };
    }),
  };
}

/** One factor behind the correlations: l_i^2 is the mean of r_ij r_ik / r_jk, which is the same for every j and k where there is one. */
function loadingsOf(count: number, correlation: (i: number, j: number) => number): number[] {
  if (count === 1) return [0];
  if (count === 2) {
    const both = correlation(0, 1);
    return [Math.sqrt(Math.abs(both)), Math.sign(both) * Math.sqrt(Math.abs(both))];
  }
  return Array.from({ length: count }, (_, i) => {
    let [sum, pairs] = [0, 0];
    for (let j = 0; j < count; j += 1) {
      for (let k = j + 1; k < count; k += 1) {
        if (j === i || k === i) continue;
        const across = correlation(j, k);
        if (!(across > 1e-9)) continue;
        sum += (correlation(i, j) * correlation(i, k)) / across;
        pairs += 1;
      }
    }
    return pairs === 0 ? 0 : Math.sqrt(Math.min(1, Math.max(0, sum / pairs)));
  });
}
