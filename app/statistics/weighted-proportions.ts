/** Shares when people carry weights (METHODS 0 and 3.2). */
import { effectiveSampleSize, estimateWeightedMean } from "./means";
import { estimateProportion } from "./proportions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type WeightedProportion = Result<{
  /** People, and how many equally weighted people would carry as much. */
  readonly n: number;
  readonly effectiveN: number;
  readonly share: number;
  /** sqrt(p (1 - p) / effectiveN), the spread behind the interval. */
  readonly standardError: number;
  /** As survey samplers compute it, from every person's own part; null for one person. */
  readonly linearisedError: number | null;
  /** Wilson's interval on effectiveN * share of effectiveN. */
  readonly interval: Interval;
}>;

/**
 * Weighted share with Wilson's interval on the effective number of people. With equal weights it is the unweighted answer; whole-number
 * weights do not stand for that many people. R: `survey::svymean` for the share and `linearisedError`. "no-weight" when all weights are 0.
 * Example: estimateWeightedProportion([true, false, true], [1, 2, .5]).
 */
export function estimateWeightedProportion(answers: readonly boolean[], weights: readonly number[], confidence = 0.95): WeightedProportion | NotEnoughData {
  const mean = estimateWeightedMean(
    answers.map((isYes) => (isYes ? 1 : 0)),
    weights,
    confidence,
  );
  if (mean.kind !== "result") return mean;
  const effectiveN = effectiveSampleSize(weights);
  const share = Math.min(1, Math.max(0, mean.mean));
  const estimate = estimateProportion(share * effectiveN, effectiveN, confidence);
  if (estimate.kind !== "result") return notEnoughData("no-weight", mean.n);
  return {
    kind: "result",
    n: mean.n,
    effectiveN,
    share,
    standardError: Math.sqrt((share * (1 - share)) / effectiveN),
    linearisedError: mean.standardError,
    interval: estimate.interval,
  };
}
