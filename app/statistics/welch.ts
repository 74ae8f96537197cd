/** Two means against each other: independent groups (Welch) and the same people twice (paired), and equivalence (METHODS 3.8). */
import { requireFinite, requireOpenUnit } from "./checks";
import { tTwoSided, tUpperTail } from "./distributions";
import { arithmeticMean, intervalAround, sampleVariance } from "./means";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type TwoMeansTest = Result<{
  /** Answers in the first group; pairs for the paired test. */
  readonly n1: number;
  readonly n2: number;
  readonly mean1: number;
  readonly mean2: number;
  /** mean1 - mean2. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Satterthwaite's for Welch, so usually not whole. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}>;

function twoMeansTest(
  first: { n: number; mean: number },
  second: { n: number; mean: number },
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
): TwoMeansTest {
  const difference = first.mean - second.mean;
  const t = difference / standardError;
  return {
    kind: "result",
    n1: first.n,
    n2: second.n,
    mean1: first.mean,
    mean2: second.mean,
    difference,
    standardError,
    t,
    degreesOfFreedom,
    p: tTwoSided(t, degreesOfFreedom),
    interval: intervalAround(difference, standardError, degreesOfFreedom, confidence),
  };
}

/** A mean with the square of its standard error; `n` people carry `degreesOfFreedom`. */
export type EstimatedMean = { readonly n: number; readonly mean: number; readonly squaredError: number; readonly degreesOfFreedom: number };

/**
 * Welch's t (Welch 1947; Satterthwaite 1946) for two independent means of which only the standard errors are known, as of weighted means.
 * df = (a + b)^2 / (a^2 / df1 + b^2 / df2) with a, b the squared errors. "no-variation" when both errors are 0.
 */
export function compareEstimatedMeans(first: EstimatedMean, second: EstimatedMean, confidence = 0.95): TwoMeansTest | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const n = first.n + second.n;
  if (!(first.degreesOfFreedom > 0 && second.degreesOfFreedom > 0)) return notEnoughData(n === 0 ? "no-observations" : "too-few-observations", n);
  const [a, b] = [first.squaredError, second.squaredError];
  if (a + b === 0) return notEnoughData("no-variation", n);
  // Shares of the variance instead of its square, which could underflow.
  const share = a / (a + b);
  const degrees = 1 / (share ** 2 / first.degreesOfFreedom + (1 - share) ** 2 / second.degreesOfFreedom);
  return twoMeansTest(first, second, Math.sqrt(a + b), degrees, confidence);
}

/** One group as Welch's test sees it, so that a group that is compared with many others is added up once. The mean of nobody is 0. */
export function estimatedMeanOf(values: ArrayLike<number>, name = "values"): EstimatedMean {
  requireFinite(values, name);
  return {
    n: values.length,
    mean: values.length === 0 ? 0 : arithmeticMean(values),
    squaredError: (sampleVariance(values) ?? 0) / Math.max(1, values.length),
    degreesOfFreedom: values.length - 1,
  };
}

/**
 * Welch's t for two independent groups with their own variances. R: `t.test(x, y)`.
 * "too-few-observations" when a group has fewer than two answers, "no-variation" when both groups are constant.
 */
export function welchTest(first: ArrayLike<number>, second: ArrayLike<number>, confidence = 0.95): TwoMeansTest | NotEnoughData {
  return compareEstimatedMeans(estimatedMeanOf(first, "first"), estimatedMeanOf(second, "second"), confidence);
}

/** Student's t with a pooled variance, for readers who compare with programs that assume equal variances. */
export function studentTest(first: readonly number[], second: readonly number[], confidence = 0.95): TwoMeansTest | NotEnoughData {
  requireFinite(first, "first");
  requireFinite(second, "second");
  requireOpenUnit(confidence, "confidence");
  const n = first.length + second.length;
  if (first.length === 0 || second.length === 0 || n < 3) {
    return notEnoughData(n === 0 ? "no-observations" : "too-few-observations", n);
  }
  const squares = (sampleVariance(first) ?? 0) * (first.length - 1) + (sampleVariance(second) ?? 0) * (second.length - 1);
  if (squares === 0) return notEnoughData("no-variation", n);
  return twoMeansTest(
    { n: first.length, mean: arithmeticMean(first) },
    { n: second.length, mean: arithmeticMean(second) },
    Math.sqrt((squares / (n - 2)) * (1 / first.length + 1 / second.length)),
    n - 2,
    confidence,
  );
}

function differences(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  requireFinite(first, "first");
  requireFinite(second, "second");
  if (first.length !== second.length) throw new RangeError("a paired test needs both answers of every person");
  const between = new Float64Array(first.length);
  for (let index = 0; index < between.length; index += 1) between[index] = (first[index] as number) - (second[index] as number);
  return between;
}

/**
 * Paired t on the differences of people who answered for both; the lists are parallel. R: `t.test(x, y, paired = TRUE)`.
 * "too-few-observations" below two pairs, "no-variation" when all differences are equal.
 */
export function pairedTest(first: ArrayLike<number>, second: ArrayLike<number>, confidence = 0.95): TwoMeansTest | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const n = first.length;
  const variance = sampleVariance(differences(first, second));
  if (variance === null) return notEnoughData(n === 0 ? "no-observations" : "too-few-observations", n);
  if (variance === 0) return notEnoughData("no-variation", n);
  return twoMeansTest({ n, mean: arithmeticMean(first) }, { n, mean: arithmeticMean(second) }, Math.sqrt(variance / n), n - 1, confidence);
}

export type EquivalenceTest = Result<{
  readonly difference: number;
  readonly standardError: number;
  readonly margin: number;
  /** One-sided p that the difference lies above -margin: the test of non-inferiority. */
  readonly lowerP: number;
  /** One-sided p that the difference lies below margin. */
  readonly upperP: number;
  /** The larger of the two: the p of equivalence. */
  readonly p: number;
  /** At confidence 1 - 2 alpha: equivalent when it lies inside (-margin, margin). */
  readonly interval: Interval;
  readonly isEquivalent: boolean;
  readonly isNotInferior: boolean;
}>;

/**
 * Two one-sided tests (Schuirmann 1987) on a difference already estimated by `welchTest`, `studentTest` or `pairedTest`.
 * `margin` > 0 in scale points, fixed before fieldwork.
 */
export function equivalenceTest(test: TwoMeansTest, margin: number, alpha = 0.05): EquivalenceTest {
  requireOpenUnit(alpha, "alpha");
  if (!(margin > 0 && Number.isFinite(margin))) throw new RangeError("the margin must be above 0");
  const { difference, standardError, degreesOfFreedom } = test;
  const lowerP = tUpperTail((difference + margin) / standardError, degreesOfFreedom);
  const upperP = tUpperTail((margin - difference) / standardError, degreesOfFreedom);
  return {
    kind: "result",
    difference,
    standardError,
    margin,
    lowerP,
    upperP,
    p: Math.max(lowerP, upperP),
    interval: intervalAround(difference, standardError, degreesOfFreedom, 1 - 2 * Math.min(alpha, 0.4999)),
    isEquivalent: Math.max(lowerP, upperP) < alpha,
    isNotInferior: lowerP < alpha,
  };
}
