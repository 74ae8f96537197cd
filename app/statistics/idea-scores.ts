/** Ideas with votes only: an order that few votes cannot upset (METHODS 3.28). */
import { requireCount, requireFinite } from "./checks";
import { estimateProportion } from "./proportions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

/** Lower end of Wilson's interval of the share of up-votes, at 80 %: sorts ideas by what can be relied on. 0 without votes. */
export function reliableShare(up: number, votes: number, alpha = 0.2): number {
  const estimate = estimateProportion(up, votes, 1 - alpha);
  return estimate.kind === "result" ? estimate.interval.lower : 0;
}

/** Mean drawn towards that of all ideas: (sum + weight * overallMean)/(n + weight); `weight` is how many votes the overall mean counts for. */
export function steadyMean(values: readonly number[], overallMean: number, weight: number): number {
  requireFinite([...values, overallMean, weight], "values");
  if (!(weight >= 0) || values.length + weight === 0) throw new RangeError("a steady mean needs values or a weight");
  return (values.reduce((sum, value) => sum + value, 0) + weight * overallMean) / (values.length + weight);
}

export type VotesPerView = Result<{ readonly votes: number; readonly views: number; readonly share: number; readonly interval: Interval }>;

/** Votes beside how many people saw the idea, because an idea nobody saw gets none. Every person counts once on both sides. */
export function votesPerView(votes: number, views: number, confidence = 0.95): VotesPerView | NotEnoughData {
  requireCount(votes, "votes");
  requireCount(views, "views");
  const estimate = estimateProportion(votes, views, confidence);
  return estimate.kind === "result"
    ? { kind: "result", votes, views, share: estimate.share, interval: estimate.interval }
    : notEnoughData("no-observations", 0);
}
