/** A score beside those of earlier products of the same kind (METHODS 1.11). */
import { requireCount, requireFinite } from "./checks";
import { arithmeticMean, sampleVariance } from "./means";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type EarlierScore = { readonly mean: number; readonly n: number; /** Spread of the people's answers. */ readonly standardDeviation: number };

export type NormPosition = Result<{
  /** Earlier products. */
  readonly studies: number;
  /** Share of them that scored lower, ties counting half; .80 means in the top fifth. */
  readonly percentile: number;
  /** The score drawn towards the mean of earlier ones, the more so the fewer people gave it; null below 8 earlier products. */
  readonly shrunken: number | null;
  /** Mean of the earlier products. */
  readonly normMean: number;
}>;

/** Earlier products below which the spread between products cannot be told. */
const FEWEST_FOR_SHRINKING = 8;

/**
 * Percentile among earlier products and the shrunken score (n m + k mu)/(n + k), k = variance within / variance between products, the
 * latter freed from sampling error (empirical Bayes, Efron & Morris 1975). Only scores of the same question, scale and design compare.
 * "too-few-groups" below two earlier products. Example: placeAmongNorms({ mean: 7.1, n: 100 }, earlier).
 */
export function placeAmongNorms(score: { readonly mean: number; readonly n: number }, earlier: readonly EarlierScore[]): NormPosition | NotEnoughData {
  requireCount(score.n, "n");
  requireFinite([score.mean, ...earlier.flatMap(({ mean, standardDeviation }) => [mean, standardDeviation])], "scores");
  if (score.n === 0) return notEnoughData("no-observations", 0);
  if (earlier.length < 2) return notEnoughData("too-few-groups", score.n);
  const means = earlier.map(({ mean }) => mean);
  const below = means.filter((mean) => mean < score.mean).length;
  const equal = means.filter((mean) => mean === score.mean).length;
  const normMean = arithmeticMean(means);
  const usable = earlier.filter(({ n }) => n > 1);
  let shrunken: number | null = null;
  if (usable.length >= FEWEST_FOR_SHRINKING) {
    const degrees = usable.reduce((sum, { n }) => sum + n - 1, 0);
    const within = usable.reduce((sum, { n, standardDeviation }) => sum + (n - 1) * standardDeviation ** 2, 0) / degrees;
    const sampling = usable.reduce((sum, { n }) => sum + within / n, 0) / usable.length;
    const between = Math.max(0, (sampleVariance(usable.map(({ mean }) => mean)) ?? 0) - sampling);
    // Products that differ no more than chance makes them say: expect the norm.
    shrunken = between === 0 ? (within === 0 ? score.mean : normMean) : (score.n * score.mean + (within / between) * normMean) / (score.n + within / between);
  }
  return { kind: "result", studies: earlier.length, percentile: (below + equal / 2) / earlier.length, shrunken, normMean };
}
