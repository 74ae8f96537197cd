/** Means with their uncertainty (METHODS 3.1): what a rating question says on average, and how sure that is. */
import { at, requireFinite, requireOpenUnit } from "./checks";
import { tQuantile } from "./distributions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type MeanEstimate = Result<{
  readonly n: number;
  /** In scale points. */
  readonly mean: number;
  /** Divisor n - 1; null for one answer. */
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  /** mean ± t(n-1) s / sqrt n; null for one answer. Not clipped to the scale. */
  readonly interval: Interval | null;
  /** True when at least two people answered and all said the same: the interval is then a point. */
  readonly hasNoVariation: boolean;
}>;

/** Sum of the values divided by their number. Throws for an empty list. */
export function arithmeticMean(values: ArrayLike<number>): number {
  const n = values.length;
  if (n === 0) throw new RangeError("an empty list has no mean");
  let sum = 0;
  for (let index = 0; index < n; index += 1) sum += values[index] as number;
  const first = sum / n;
  // The second pass removes the rounding error of the first sum.
  let rest = 0;
  for (let index = 0; index < n; index += 1) rest += (values[index] as number) - first;
  return first + rest / n;
}

/** Sum of squared deviations from the mean. */
export function sumOfSquaredDeviations(values: ArrayLike<number>): number {
  const n = values.length;
  let index = 1;
  while (index < n && values[index] === values[0]) index += 1;
  // Equal answers must give exactly zero, which the rounded mean of .1, .1, .1 does not.
  if (index >= n) return 0;
  const mean = arithmeticMean(values);
  let sum = 0;
  for (index = 0; index < n; index += 1) {
    const deviation = (values[index] as number) - mean;
    sum += deviation * deviation;
  }
  return sum;
}

/** Variance with divisor n - 1, or null below two values. */
export function sampleVariance(values: ArrayLike<number>): number | null {
  return values.length < 2 ? null : sumOfSquaredDeviations(values) / (values.length - 1);
}

/**
 * Mean with Student's t interval. Assumes independent people; robust to skewed ratings from about n = 30.
 * R: `t.test(x)$conf.int`. No answers: "no-observations". One answer: a mean without interval.
 */
export function estimateMean(values: ArrayLike<number>, confidence = 0.95): MeanEstimate | NotEnoughData {
  requireFinite(values, "values");
  requireOpenUnit(confidence, "confidence");
  const n = values.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const mean = arithmeticMean(values);
  const variance = sampleVariance(values);
  if (variance === null) {
    return {
      kind: "result",
      n,
      mean,
      standardDeviation: null,
      standardError: null,
      interval: null,
      hasNoVariation: false,
    };
  }
  const standardDeviation = Math.sqrt(variance);
  const standardError = standardDeviation / Math.sqrt(n);
  return {
    kind: "result",
    n,
    mean,
    standardDeviation,
    standardError,
    interval: intervalAround(mean, standardError, n - 1, confidence),
    hasNoVariation: variance === 0,
  };
}

/** estimate ± t(df) standardError, two-sided. */
export function intervalAround(estimate: number, standardError: number, degreesOfFreedom: number, confidence: number): Interval {
  const half = tQuantile(1 - (1 - confidence) / 2, degreesOfFreedom) * standardError;
  return { lower: estimate - half, upper: estimate + half, confidence };
}

/**
 * Quantile of type 7 (Hyndman & Fan 1996), R's default: linear between order statistics at (n - 1) p.
 * `probability` from 0 to 1.
 */
export function quantile(values: ArrayLike<number>, probability: number): Result<{ value: number; n: number }> | NotEnoughData {
  requireFinite(values, "values");
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`no quantile at ${String(probability)}`);
  const n = values.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  // A list of numbers sorts by size, and takes a third of the memory.
  const sorted = Float64Array.from(values).sort();
  const position = (n - 1) * probability;
  const below = Math.floor(position);
  const lower = at(sorted, below);
  const upper = at(sorted, Math.min(below + 1, n - 1));
  return { kind: "result", value: lower + (position - below) * (upper - lower), n };
}

/** The median, quantile type 7 at one half. */
export function median(values: ArrayLike<number>): Result<{ value: number; n: number }> | NotEnoughData {
  return quantile(values, 0.5);
}

/** Whether all weigh the same, and something: then weights change nothing. */
export function hasEvenWeights(weights: ArrayLike<number>): boolean {
  const first = weights[0] ?? 0;
  for (let index = 1; index < weights.length; index += 1) if (weights[index] !== first) return false;
  return first > 0;
}

/** (sum w)^2 / sum w^2 (Kish 1965): how many equally weighted people carry the same information. 0 without weight. `people` have a weight each. */
export function effectiveSampleSize(weights: ArrayLike<number>, people?: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < weights.length; index += 1) largest = Math.max(largest, weights[index] as number);
  if (largest === 0) return 0;
  // Dividing by the largest weight first keeps the squares of tiny or huge weights in range.
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const n = people?.[index] ?? 1;
    const part = (weights[index] as number) / largest;
    sum += n * part;
    squares += n * part ** 2;
  }
  return (sum * sum) / squares;
}

/**
 * Weighted mean with linearised standard error, SE^2 = n/(n-1) sum (w_i (x_i - m) / sum w)^2, interval with t(n-1).
 * Equals R `survey::svymean` for independent people. `weights` are parallel to `values`, at least 0, on any scale; people
 * of weight 0 stay in n. The reported standard deviation is weighted, divisor (sum w)(n-1)/n. Where all weigh the same it is
 * `estimateMean` to the last digit.
 */
export function estimateWeightedMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  confidence = 0.95,
): (MeanEstimate & { readonly effectiveN: number }) | NotEnoughData {
  requireFinite(values, "values");
  requireFinite(weights, "weights");
  requireOpenUnit(confidence, "confidence");
  const n = values.length;
  if (n !== weights.length) throw new RangeError("every value needs one weight");
  if (n === 0) return notEnoughData("no-observations", 0);
  let totalWeight = 0;
  for (let index = 0; index < n; index += 1) {
    if ((weights[index] as number) < 0) throw new RangeError("weights must not be negative");
    totalWeight += weights[index] as number;
  }
  if (totalWeight === 0) return notEnoughData("no-weight", n);
  if (hasEvenWeights(weights)) {
    const even = estimateMean(values, confidence);
    return even.kind === "result" ? { ...even, effectiveN: n } : even;
  }
  let mean = 0;
  let some: number | null = null;
  let hasNoVariation = true;
  for (let index = 0; index < n; index += 1) {
    const value = values[index] as number;
    mean += value * ((weights[index] as number) / totalWeight);
    if ((weights[index] as number) === 0) continue;
    some ??= value;
    hasNoVariation &&= value === some;
  }
  if (hasNoVariation && some !== null) mean = some;
  let linearised = 0;
  let spread = 0;
  for (let index = 0; index < n; index += 1) {
    const share = (weights[index] as number) / totalWeight;
    const deviation = (values[index] as number) - mean;
    linearised += (share * deviation) ** 2;
    spread += share * deviation ** 2;
  }
  const correction = n / (n - 1);
  const standardError = hasNoVariation ? 0 : Math.sqrt(correction * linearised);
  return {
    kind: "result",
    n,
    mean,
    effectiveN: effectiveSampleSize(weights),
    standardDeviation: hasNoVariation ? 0 : Math.sqrt(correction * spread),
    standardError,
    interval: intervalAround(mean, standardError, n - 1, confidence),
    hasNoVariation,
  };
}
