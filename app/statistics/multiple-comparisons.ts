/** Which products differ, each pair against each other, with the error rate held for the whole family (METHODS 3.7). */
import { at, requireOpenUnit } from "./checks";
import { tQuantile, tTwoSided } from "./distributions";
import type { RepeatedAnova } from "./repeated-anova";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "./studentised-range";

export type PairComparison = {
  readonly first: string;
  readonly second: string;
  /** first - second, in scale points. */
  readonly difference: number;
  readonly standardError: number;
  /** Studentised range for Tukey-Kramer, t for Fisher's LSD. */
  readonly statistic: number;
  /** Adjusted for all pairs under Tukey-Kramer, unadjusted under Fisher's LSD. */
  readonly p: number;
  readonly interval: Interval;
};

export type PairComparisons = Result<{
  readonly method: "tukey-kramer" | "fisher-lsd";
  readonly degreesOfFreedom: number;
  readonly pairs: readonly PairComparison[];
}>;

/** Means with a common residual variance, as an analysis of variance leaves them. */
export type ComparableMeans = {
  readonly means: readonly { readonly id: string; readonly mean: number }[];
  /** Standard error of the difference of the means at two indices. */
  readonly standardErrorOf: (first: number, second: number) => number;
  readonly degreesOfFreedom: number;
};

function eachPair(
  comparable: ComparableMeans,
  compare: (
    difference: number,
    standardError: number,
  ) => {
    statistic: number;
    p: number;
    half: number;
  },
  confidence: number,
): PairComparison[] | null {
  const pairs: PairComparison[] = [];
  const { means } = comparable;
  for (let i = 0; i < means.length; i += 1) {
    for (let j = i + 1; j < means.length; j += 1) {
      const first = at(means, i);
      const second = at(means, j);
      const standardError = comparable.standardErrorOf(i, j);
      if (!(standardError > 0)) return null;
      const difference = first.mean - second.mean;
      const { statistic, p, half } = compare(difference, standardError);
      pairs.push({
        first: first.id,
        second: second.id,
        difference,
        standardError,
        statistic,
        p,
        interval: { lower: difference - half, upper: difference + half, confidence },
      });
    }
  }
  return pairs;
}

/**
 * Tukey-Kramer (Tukey 1953; Kramer 1956) for any means with a common residual variance: Q = |d| / (SE / sqrt 2),
 * p = P(q(k, df) > Q), interval d ± q SE / sqrt 2. Every pair, in the order of `means`. "too-few-groups" below two means;
 * "no-variation" when a standard error is 0.
 */
export function tukeyKramer(comparable: ComparableMeans, confidence = 0.95): PairComparisons | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const { means, degreesOfFreedom } = comparable;
  if (means.length < 2) return notEnoughData("too-few-groups", means.length);
  if (!(degreesOfFreedom >= 1)) return notEnoughData("no-degrees-of-freedom", means.length);
  const critical = studentisedRangeQuantile(1 - confidence, means.length, degreesOfFreedom);
  const pairs = eachPair(
    comparable,
    (difference, standardError) => {
      const statistic = Math.abs(difference) / (standardError / Math.SQRT2);
      const p = studentisedRangeUpperTail(statistic, means.length, degreesOfFreedom);
      return { statistic, p, half: (critical * standardError) / Math.SQRT2 };
    },
    confidence,
  );
  if (pairs === null) return notEnoughData("no-variation", means.length);
  return { kind: "result", method: "tukey-kramer", degreesOfFreedom, pairs };
}

/**
 * Fisher's least significant difference (Fisher 1935): an unadjusted t for every pair. Only to be shown after a significant
 * overall F, and labelled, because the chance of some false alarm grows with the number of products.
 */
export function fisherLsd(comparable: ComparableMeans, confidence = 0.95): PairComparisons | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const { means, degreesOfFreedom } = comparable;
  if (means.length < 2) return notEnoughData("too-few-groups", means.length);
  if (!(degreesOfFreedom >= 1)) return notEnoughData("no-degrees-of-freedom", means.length);
  const critical = tQuantile(1 - (1 - confidence) / 2, degreesOfFreedom);
  const pairs = eachPair(
    comparable,
    (difference, standardError) => {
      const statistic = difference / standardError;
      return { statistic, p: tTwoSided(statistic, degreesOfFreedom), half: critical * standardError };
    },
    confidence,
  );
  if (pairs === null) return notEnoughData("no-variation", means.length);
  return { kind: "result", method: "fisher-lsd", degreesOfFreedom, pairs };
}

/** The products of a repeated-ratings analysis as comparable means, or why they cannot be compared. */
export function comparableProducts(anova: RepeatedAnova): ComparableMeans | NotEnoughData {
  if (anova.test.kind === "not-enough-data") return anova.test;
  const errors = anova.differenceStandardErrors;
  if (errors === null) return notEnoughData("no-degrees-of-freedom", anova.n);
  return {
    means: anova.products.map(({ productId, mean }) => ({ id: productId, mean })),
    standardErrorOf: (first, second) => at(at(errors, first), second),
    degreesOfFreedom: anova.degreesResidual,
  };
}

/** Tukey-Kramer on all products of a repeated-ratings analysis. R: `pairs(emmeans(m, "product"), adjust = "tukey")`. */
export function compareProducts(anova: RepeatedAnova, confidence = 0.95): PairComparisons | NotEnoughData {
  const comparable = comparableProducts(anova);
  return "kind" in comparable ? comparable : tukeyKramer(comparable, confidence);
}
