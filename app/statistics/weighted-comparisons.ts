/** Weighted means and shares against each other, between people and within the same people (METHODS 0, 3.3, 3.5 and 3.8). */
import { requireFinite, requireOpenUnit } from "./checks";
import { normalTwoSided, tTwoSided } from "./distributions";
import { effectiveSampleSize, estimateWeightedMean, hasEvenWeights, intervalAround } from "./means";
import { testPreference } from "./paired-preference";
import { compareIndependentProportions, estimateProportion, type TwoProportionsTest } from "./proportions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import { estimatedMeanOf, type EstimatedMean } from "./welch";

/** Answers about one product: people ascending and everybody once, with what each said and weighs. */
export type WeightedAnswers = {
  readonly people: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
};

export type WeightedDifference = Result<{
  /** People who answered for at least one of the two. */
  readonly n: number;
  readonly effectiveN: number;
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** effectiveN - 1, which with equal weights is Student's. */
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly interval: Interval;
}>;

/** What is left of a spread that cancels but for rounding: differences that are the same for everybody. */
const ROUNDING = 1e-20;

/** What each person adds to a weighted mean, so that a column that is compared with many others is added up once. */
export type WeightedInfluence = {
  readonly people: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly total: number;
  readonly mean: number;
  /** w (x - m) / W, in the order of the people. */
  readonly parts: Float64Array;
};

/** Parts of a weighted mean of people who ascend. */
export function influenceOf({ people, values, weights }: WeightedAnswers): WeightedInfluence {
  requireFinite(values, "values");
  requireFinite(weights, "weights");
  const n = people.length;
  if (values.length !== n || weights.length !== n) throw new RangeError("every person needs one value and one weight");
  const parts = new Float64Array(n);
  let [total, sum] = [0, 0];
  for (let index = 0; index < n; index += 1) {
    total += weights[index] as number;
    sum += (weights[index] as number) * (values[index] as number);
  }
  if (!(total > 0)) return { people, weights, total: 0, mean: 0, parts };
  const first = sum / total;
  // The second pass removes the rounding error of the first sum.
  let rest = 0;
  for (let index = 0; index < n; index += 1) rest += (weights[index] as number) * ((values[index] as number) - first);
  const mean = first + rest / total;
  for (let index = 0; index < n; index += 1) parts[index] = ((weights[index] as number) / total) * ((values[index] as number) - mean);
  return { people, weights, total, mean, parts };
}

/**
 * Difference of two weighted means when the same people may have answered for both: with u_p = w_p (x_p - m1)/W1 - w_p (y_p - m2)/W2,
 * where who answered for one only has only that part, SE^2 = n/(n-1) sum u_p^2 (Taylor linearisation, person as cluster; Binder 1983). With
 * equal weights and everybody in both it is the paired t test. R: `svydesign(ids = ~person, weights = ~w)`, `svyby(covmat = TRUE)`,
 * `svycontrast`; t on effectiveN - 1 degrees of freedom, fewer than R's n - 1. Yes as 1 and no as 0 gives a difference of shares; a ratio
 * of sums is the mean of each person's own ratio, weighted by w times its denominator.
 * "no-variation" when everybody differs by the same; "no-weight" when one side weighs nothing.
 * Example: compareWeightedWithin(influenceOf({ people: [1, 2], values: [7, 8], weights: [1, 2] }), influenceOf({ people: [1, 2], values: [6, 8], weights: [1, 2] })).
 */
export function compareWeightedWithin(first: WeightedInfluence, second: WeightedInfluence, confidence = 0.95): WeightedDifference | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const [size, sizeThere] = [first.people.length, second.people.length];
  let [n, weight, weightSquares, squares, apart] = [0, 0, 0, 0, 0];
  for (let i = 0, j = 0; i < size || j < sizeThere;) {
    const person = i < size ? (first.people[i] as number) : Infinity;
    const their = j < sizeThere ? (second.people[j] as number) : Infinity;
    let [own, against, heavier] = [0, 0, 0];
    if (person <= their) {
      heavier = first.weights[i] as number;
      own = first.parts[i] as number;
      i += 1;
    }
    if (their <= person) {
      heavier = Math.max(heavier, second.weights[j] as number);
      against = second.parts[j] as number;
      j += 1;
    }
    n += 1;
    weight += heavier;
    weightSquares += heavier * heavier;
    squares += (own - against) ** 2;
    apart += own ** 2 + against ** 2;
  }
  if (n < 2) return notEnoughData(n === 0 ? "no-observations" : "too-few-observations", n);
  if (first.total === 0 || second.total === 0) return notEnoughData("no-weight", n);
  const effectiveN = (weight * weight) / weightSquares;
  const degreesOfFreedom = effectiveN - 1;
  if (!(degreesOfFreedom > 1e-9)) return notEnoughData("too-few-observations", n);
  if (squares <= ROUNDING * apart || isRoundingOnly(apart, first, second)) return notEnoughData("no-variation", n);
  const difference = first.mean - second.mean;
  const standardError = Math.sqrt((n / (n - 1)) * squares);
  const t = difference / standardError;
  return {
    kind: "result",
    n,
    effectiveN,
    difference,
    standardError,
    t,
    degreesOfFreedom,
    p: tTwoSided(t, degreesOfFreedom),
    interval: intervalAround(difference, standardError, degreesOfFreedom, confidence),
  };
}

/** Both sides constant: what is left beside the means is rounding. */
const isRoundingOnly = (apart: number, one: WeightedInfluence, other: WeightedInfluence): boolean =>
  apart <= (1e-15 * Math.max(Math.abs(one.mean), Math.abs(other.mean))) ** 2;

/**
 * A weighted mean as Welch's test between groups that share nobody takes it (`compareEstimatedMeans`): its linearised error and effectiveN - 1
 * degrees of freedom. R: `svydesign(ids = ~person, strata = ~group, weights = ~w)` for the error. Null where there is no such mean.
 */
export function estimatedWeightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): EstimatedMean | null {
  if (values.length > 1 && hasEvenWeights(weights)) return estimatedMeanOf(values);
  const estimate = estimateWeightedMean(values, weights);
  if (estimate.kind !== "result" || estimate.standardError === null) return null;
  return { n: estimate.n, mean: estimate.mean, squaredError: estimate.standardError ** 2, degreesOfFreedom: estimate.effectiveN - 1 };
}

/** Yes answers of a column in effective people; whole people where all weigh the same. */
export type WeightedCount = { readonly n: number; readonly effectiveN: number; readonly successes: number; readonly isEven: boolean };

/**
 * x = p n_eff of n_eff (METHODS 0). `values` are 1 for yes and 0 for no; `effectiveN` where it is known already.
 * Example: countWeighted([1, 0, 1], [1, 2, .5]).
 */
export function countWeighted(values: ArrayLike<number>, weights: ArrayLike<number>, effectiveN = effectiveSampleSize(weights)): WeightedCount {
  const first = weights[0] ?? 0;
  let [total, yes, count, isEven] = [0, 0, 0, first > 0];
  for (let index = 0; index < values.length; index += 1) {
    const weight = weights[index] as number;
    const value = values[index] as number;
    if (weight !== first) isEven = false;
    total += weight;
    yes += weight * value;
    count += value;
  }
  const successes = isEven ? count : total > 0 ? Math.min(effectiveN, (yes / total) * effectiveN) : 0;
  return { n: values.length, effectiveN, successes, isEven };
}

/**
 * Two weighted shares of groups that share nobody: pooled z and Newcombe's interval on the effective numbers of people (METHODS 3.3, 3.5).
 * Fisher's test needs whole people, so it takes the place of z only where all weigh the same.
 * R: `prop.test(c(p1 n1, p2 n2), c(n1, n2), correct = FALSE)` with n effective.
 */
export function compareWeightedShares(first: WeightedCount, second: WeightedCount, confidence = 0.95): TwoProportionsTest | NotEnoughData {
  const test = compareIndependentProportions(first.successes, first.effectiveN, second.successes, second.effectiveN, confidence);
  if (test.kind !== "result" || (first.isEven && second.isEven)) return test;
  return { ...test, method: "pooled-z", p: normalTwoSided(test.z) };
}

export type WeightedPreference = Result<{
  readonly effectiveN: number;
  readonly share: number;
  readonly z: number | null;
  readonly p: number;
  readonly interval: Interval;
}>;

/**
 * Whether a weighted share of those with a preference differs from one half: z = (p - .5) / sqrt(.25 / n_eff), Wilson's interval. Where all
 * weigh the same it is the exact binomial test, with z null. R: `prop.test(p n_eff, n_eff, p = .5, correct = FALSE)`.
 */
export function testWeightedPreference({ effectiveN, successes, isEven, n }: WeightedCount, confidence = 0.95): WeightedPreference | NotEnoughData {
  const estimate = estimateProportion(successes, effectiveN, confidence);
  if (estimate.kind !== "result") return notEnoughData(n === 0 ? "no-observations" : "no-weight", n);
  const { share, interval } = estimate;
  if (isEven) {
    const test = testPreference(successes, n - successes, 0, "drop", confidence);
    if (test.kind === "result") return { kind: "result", effectiveN, share, z: null, p: test.p, interval };
  }
  const z = (share - 0.5) / Math.sqrt(0.25 / effectiveN);
  return { kind: "result", effectiveN, share, z, p: normalTwoSided(z), interval };
}
