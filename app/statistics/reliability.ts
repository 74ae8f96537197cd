/** Whether several questions measure one thing (METHODS 3.20). */
import { at, requireFinite, requireOpenUnit } from "./checks";
import { fQuantile } from "./distributions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type ScaleReliability = Result<{
  /** People who answered every question. */
  readonly n: number;
  readonly items: number;
  /** Cronbach's alpha; below 0 when questions point in opposite directions. */
  readonly alpha: number;
  /** Feldt (1965). */
  readonly interval: Interval;
  /** From the mean correlation; null when a question has no variation. */
  readonly standardisedAlpha: number | null;
  readonly meanCorrelation: number | null;
  readonly perItem: readonly {
    /** Alpha of the other questions; null with two questions. */
    readonly alphaWithout: number | null;
    /** Correlation with the sum of the others; negative hints at a question keyed the other way; null without variation. */
    readonly itemRest: number | null;
  }[];
}>;

/** Covariances of the columns, divisor n - 1. */
export function covariancesOf(rows: readonly (readonly number[])[]): number[][] {
  const k = rows[0]?.length ?? 0;
  const n = rows.length;
  const means = Array.from({ length: k }, (_, column) => rows.reduce((sum, row) => sum + at(row, column), 0) / n);
  const sums = Array.from({ length: k }, () => new Float64Array(k));
  const centred = new Float64Array(k);
  for (const row of rows) {
    for (let column = 0; column < k; column += 1) centred[column] = at(row, column) - at(means, column);
    for (let i = 0; i < k; i += 1) {
      const line = at(sums, i);
      for (let j = 0; j <= i; j += 1) line[j] = (line[j] as number) + (centred[i] as number) * (centred[j] as number);
    }
  }
  return sums.map((_, i) => sums.map((__, j) => at(at(sums, Math.max(i, j)), Math.min(i, j)) / (n - 1)));
}

function alphaOf(covariances: readonly (readonly number[])[], kept: readonly number[]): number | null {
  const k = kept.length;
  if (k < 2) return null;
  let own = 0;
  let total = 0;
  for (const i of kept) for (const j of kept) total += at(at(covariances, i), j);
  for (const i of kept) own += at(at(covariances, i), i);
  return total > 1e-12 * own && own > 0 ? (k / (k - 1)) * (1 - own / total) : null;
}

/**
 * Cronbach's alpha (1951), k/(k-1) (1 - sum of variances / variance of the sum), on people with every answer; questions keyed the
 * other way are turned before. R: `psych::alpha`. "too-few-groups" below two questions, "too-few-observations" below two people,
 * "no-variation" when the sum never varies. Assumes that the questions measure one thing about equally well, else alpha is too low.
 * Example: scaleReliability([[4, 5], [2, 2], [3, 4]]).
 */
export function scaleReliability(rows: readonly (readonly number[])[], confidence = 0.95): ScaleReliability | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  for (const row of rows) {
    requireFinite(row, "answers");
    if (row.length !== k) throw new RangeError("every person needs the same questions");
  }
  if (n === 0) return notEnoughData("no-observations", 0);
  if (k < 2) return notEnoughData("too-few-groups", n);
  if (n < 2) return notEnoughData("too-few-observations", n);
  const covariances = covariancesOf(rows);
  const all = [...covariances.keys()];
  const alpha = alphaOf(covariances, all);
  if (alpha === null) return notEnoughData("no-variation", n);
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const bound = (probability: number) => 1 - (1 - alpha) * fQuantile(probability, df1, df2);
  let correlations = 0;
  for (const i of all)
    for (const j of all) if (i < j) correlations += at(at(covariances, i), j) / Math.sqrt(at(at(covariances, i), i) * at(at(covariances, j), j));
  const meanCorrelation = Number.isFinite(correlations) ? correlations / ((k * (k - 1)) / 2) : null;
  return {
    kind: "result",
    n,
    items: k,
    alpha,
    interval: { lower: bound(1 - (1 - confidence) / 2), upper: bound((1 - confidence) / 2), confidence },
    standardisedAlpha: meanCorrelation === null || 1 + (k - 1) * meanCorrelation <= 0 ? null : (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation),
    meanCorrelation,
    perItem: all.map((item) => {
      const others = all.filter((other) => other !== item);
      let [shared, rest] = [0, 0];
      for (const i of others) {
        shared += at(at(covariances, item), i);
        for (const j of others) rest += at(at(covariances, i), j);
      }
      const correlation = shared / Math.sqrt(at(at(covariances, item), item) * rest);
      return { alphaWithout: alphaOf(covariances, others), itemRest: Number.isFinite(correlation) ? correlation : null };
    }),
  };
}
