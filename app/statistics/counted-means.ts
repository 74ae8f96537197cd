/** Means from how often each value was given, with or without weights: a hundred thousand answers are a few dozen lines (METHODS 0 and 3.8). */
import { requireCount, requireFinite } from "./checks";
import { tTwoSided } from "./distributions";
import { intervalAround } from "./means";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import type { EstimatedMean } from "./welch";

/** `n` people of the same weight who gave the same value. Without weights, `weight` is 1. */
export type CountedValue = { readonly value: number; readonly n: number; readonly weight: number };

export type MeanSummary = {
  /** People, also those of weight 0. */
  readonly n: number;
  /** (sum w)^2 / sum w^2 (Kish 1965); n where all weigh the same. */
  readonly effectiveN: number;
  /** Null without anybody, or without weight. */
  readonly mean: number | null;
  /** The mean with its linearised standard error; null below two people. Its degrees of freedom are those of the effective people. */
  readonly estimate: EstimatedMean | null;
  readonly interval: Interval | null;
};

/**
 * SE^2 = n/(n-1) sum (w_i (x_i - m) / sum w)^2, as R `survey::svymean` of the column by itself; with equal weights s^2 / n. Degrees of
 * freedom: effectiveN - 1, which with equal weights is Student's n - 1 and with unequal ones is smaller.
 * Example: summariseValues([{ value: 7, n: 12, weight: 1 }, { value: 8, n: 5, weight: 1 }]).
 */
export function summariseValues(values: readonly CountedValue[], confidence = 0.95): MeanSummary {
  requireFinite(
    values.flatMap(({ value, weight }) => [value, weight]),
    "values",
  );
  let [n, total, sum, largest] = [0, 0, 0, 0];
  for (const own of values) {
    requireCount(own.n, "n");
    if (own.weight < 0) throw new RangeError("weights must not be negative");
    n += own.n;
    total += own.n * own.weight;
    sum += own.n * own.weight * own.value;
    if (own.n > 0) largest = Math.max(largest, own.weight);
  }
  const none = { n, effectiveN: 0, mean: null, estimate: null, interval: null };
  if (!(total > 0)) return none;
  const first = sum / total;
  // The second pass removes the rounding error of the first sum.
  const mean = first + values.reduce((rest, own) => rest + own.n * own.weight * (own.value - first), 0) / total;
  const parts = values.filter((own) => own.n > 0 && own.weight > 0);
  // Dividing by the largest weight first keeps the squares of tiny or huge weights in range.
  const squares = parts.reduce((all, own) => all + own.n * (own.weight / largest) ** 2, 0);
  const isEven = parts.every(({ weight }) => weight === largest);
  const effectiveN = isEven ? parts.reduce((all, own) => all + own.n, 0) : (total / largest) ** 2 / squares;
  if (n < 2) return { ...none, effectiveN, mean };
  const hasNoVariation = parts.every(({ value }) => value === parts[0]!.value);
  const spread = hasNoVariation ? 0 : parts.reduce((all, own) => all + own.n * ((own.weight / total) * (own.value - mean)) ** 2, 0);
  const squaredError = (n / (n - 1)) * spread;
  const degreesOfFreedom = effectiveN - 1;
  return {
    n,
    effectiveN,
    mean,
    estimate: { n, mean, squaredError, degreesOfFreedom },
    interval: degreesOfFreedom > 0 ? intervalAround(mean, Math.sqrt(squaredError), degreesOfFreedom, confidence) : null,
  };
}

export type DifferenceTest = Result<{
  /** People who answered for both. */
  readonly n: number;
  readonly difference: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly interval: Interval;
}>;

/**
 * Paired t from the differences of people who answered for both: unweighted it is R `t.test(paired = TRUE)`. A difference of two yes-or-no
 * answers, 1, 0 or -1, is a difference of shares. "no-variation" when all differences are equal.
 */
export function testDifferences({ n, estimate, interval }: MeanSummary): DifferenceTest | NotEnoughData {
  if (estimate === null || interval === null) return notEnoughData(n === 0 ? "no-observations" : "too-few-observations", n);
  if (estimate.squaredError === 0) return notEnoughData("no-variation", n);
  const t = estimate.mean / Math.sqrt(estimate.squaredError);
  const { mean: difference, degreesOfFreedom } = estimate;
  return { kind: "result", n, difference, t, degreesOfFreedom, p: tTwoSided(t, degreesOfFreedom), interval };
}
