/** Products rated by different people (monadic trials): the overall test and every pair (METHODS 1.5, 3.8). */
import { adjustPValues, type Adjustment } from "./adjust";
import { at, byCodeUnit, requireOpenUnit } from "./checks";
import { fUpperTail } from "./distributions";
import { arithmeticMean, estimateMean, sampleVariance, sumOfSquaredDeviations, type MeanEstimate } from "./means";
import type { ComparableMeans } from "./multiple-comparisons";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { compareEstimatedMeans, estimatedMeanOf, type TwoMeansTest } from "./welch";

export type Group = { readonly id: string; readonly values: ArrayLike<number> };

export type OneWayTest = Result<{
  readonly n: number;
  readonly f: number;
  readonly numeratorDegrees: number;
  readonly denominatorDegrees: number;
  readonly p: number;
}>;

function requireDistinctIds(groups: readonly Group[]): void {
  if (new Set(groups.map(({ id }) => id)).size !== groups.length) throw new RangeError("every group needs an id of its own");
}

/** Classical one-way analysis of variance (Fisher 1925), equal variances assumed. R: `anova(lm(y ~ group))`. */
export function oneWayAnova(groups: readonly Group[]): (OneWayTest & { meanSquareResidual: number }) | NotEnoughData {
  requireDistinctIds(groups);
  const filled = groups.filter(({ values }) => values.length > 0);
  const n = filled.reduce((sum, { values }) => sum + values.length, 0);
  if (filled.length < 2) return notEnoughData(n === 0 ? "no-observations" : "too-few-groups", n);
  const degrees = n - filled.length;
  if (degrees < 1) return notEnoughData("no-degrees-of-freedom", n);
  const within = filled.reduce((sum, { values }) => sum + sumOfSquaredDeviations(values), 0);
  if (within === 0) return notEnoughData("no-variation", n);
  const all = new Float64Array(n);
  let from = 0;
  for (const { values } of filled) {
    all.set(values, from);
    from += values.length;
  }
  const grandMean = arithmeticMean(all);
  const between = filled.reduce((sum, { values }) => sum + values.length * (arithmeticMean(values) - grandMean) ** 2, 0);
  const meanSquareResidual = within / degrees;
  const f = between / (filled.length - 1) / meanSquareResidual;
  return {
    kind: "result",
    n,
    f,
    numeratorDegrees: filled.length - 1,
    denominatorDegrees: degrees,
    p: fUpperTail(f, filled.length - 1, degrees),
    meanSquareResidual,
  };
}

/** A mean, the reciprocal of its squared standard error, and the degrees of freedom of that. */
export type WeighedMean = { readonly n: number; readonly mean: number; readonly precision: number; readonly degreesOfFreedom: number };

/**
 * Welch's one-way test (Welch 1951) of means of which only the precision is known, as of weighted means.
 * "no-variation" when a mean has no error, "too-few-observations" when one has no degrees of freedom.
 */
export function welchAnovaOfMeans(means: readonly WeighedMean[]): OneWayTest | NotEnoughData {
  const n = means.reduce((count, own) => count + own.n, 0);
  if (means.length < 2) return notEnoughData(n === 0 ? "no-observations" : "too-few-groups", n);
  if (means.some(({ degreesOfFreedom }) => !(degreesOfFreedom > 0))) return notEnoughData("too-few-observations", n);
  if (means.some(({ precision }) => !Number.isFinite(precision))) return notEnoughData("no-variation", n);
  const k = means.length;
  const total = means.reduce((sum, { precision }) => sum + precision, 0);
  const centre = means.reduce((sum, { precision, mean }) => sum + (precision / total) * mean, 0);
  const unevenness = means.reduce((sum, own) => sum + (1 - own.precision / total) ** 2 / own.degreesOfFreedom, 0) / (k * k - 1);
  const between = means.reduce((sum, { precision, mean }) => sum + precision * (mean - centre) ** 2, 0) / (k - 1);
  const f = between / (1 + 2 * (k - 2) * unevenness);
  const denominatorDegrees = 1 / (3 * unevenness);
  return {
    kind: "result",
    n,
    f,
    numeratorDegrees: k - 1,
    denominatorDegrees,
    p: fUpperTail(f, k - 1, denominatorDegrees),
  };
}

/**
 * Welch's one-way test without equal variances. R: `oneway.test(y ~ group)`. Every group needs at least two
 * answers ("too-few-observations") and some spread ("no-variation").
 */
export function welchAnova(groups: readonly Group[]): OneWayTest | NotEnoughData {
  requireDistinctIds(groups);
  return welchAnovaOfMeans(
    groups.map(({ values }) => ({
      n: values.length,
      mean: values.length === 0 ? 0 : arithmeticMean(values),
      precision: values.length / (sampleVariance(values) ?? 0),
      degreesOfFreedom: values.length - 1,
    })),
  );
}

export type GroupPair = {
  readonly first: string;
  readonly second: string;
  readonly test: TwoMeansTest | NotEnoughData;
  /** p adjusted over the pairs that could be tested; null for a pair that could not. */
  readonly adjustedP: number | null;
};

export type IndependentGroups = {
  /** Sorted by id. */
  readonly groups: readonly { readonly id: string; readonly estimate: MeanEstimate | NotEnoughData }[];
  readonly overall: OneWayTest | NotEnoughData;
  readonly pairs: readonly GroupPair[];
  readonly adjustment: Adjustment;
};

/** Means, Welch's overall test and Welch's t on every pair, adjusted over the pairs (Holm unless asked otherwise). */
export function compareIndependentGroups(groups: readonly Group[], adjustment: Adjustment = "holm", confidence = 0.95): IndependentGroups {
  requireDistinctIds(groups);
  requireOpenUnit(confidence, "confidence");
  const sorted = [...groups].sort((one, other) => byCodeUnit(one.id, other.id));
  const means = sorted.map(({ values }) => estimatedMeanOf(values));
  const pairs = sorted.flatMap((first, index) =>
    sorted.slice(index + 1).map((second, distance) => ({
      first: first.id,
      second: second.id,
      test: compareEstimatedMeans(at(means, index), at(means, index + 1 + distance), confidence),
    })),
  );
  const adjusted = adjustPValues(
    pairs.flatMap(({ test }) => (test.kind === "result" ? [test.p] : [])),
    adjustment,
  );
  let next = 0;
  return {
    groups: sorted.map(({ id, values }) => ({ id, estimate: estimateMean(values, confidence) })),
    overall: welchAnova(sorted),
    pairs: pairs.map((pair) => ({ ...pair, adjustedP: pair.test.kind === "result" ? at(adjusted, next++) : null })),
    adjustment,
  };
}

/** Independent groups with a pooled variance, ready for `tukeyKramer`. */
export function comparableGroups(groups: readonly Group[]): ComparableMeans | NotEnoughData {
  const anova = oneWayAnova(groups);
  if (anova.kind === "not-enough-data") return anova;
  const filled = groups.filter(({ values }) => values.length > 0);
  return {
    means: filled.map(({ id, values }) => ({ id, mean: arithmeticMean(values) })),
    standardErrorOf: (first, second) => Math.sqrt(anova.meanSquareResidual * (1 / at(filled, first).values.length + 1 / at(filled, second).values.length)),
    degreesOfFreedom: anova.denominatorDegrees,
  };
}
