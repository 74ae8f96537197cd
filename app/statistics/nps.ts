/** Net promoter score with its uncertainty (METHODS 3.16). */
import { requireCount, requireOpenUnit } from "./checks";
import { normalQuantile, normalTwoSided } from "./distributions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import { pairedTest } from "./welch";

export type PromoterCounts = { readonly promoters: number; readonly passives: number; readonly detractors: number };

export type NetPromoterScore = Result<
  PromoterCounts & {
    readonly n: number;
    /** Promoters minus detractors, in percent points from -100 to 100. */
    readonly score: number;
    readonly standardError: number;
    /** score ± z standardError, cut at -100 and 100. */
    readonly interval: Interval;
    /** For small n: three invented answers added (3/4, 3/2, 3/4), which keeps the coverage (Rocks 2016). */
    readonly adjusted: { readonly score: number; readonly interval: Interval };
    /** Below 30 people counts say more than a score. */
    readonly isLowBase: boolean;
  }
>;

/** 0-6 detractor, 7-8 passive, 9-10 promoter; -100, 0 or 100. */
export function promoterPoints(answer: number): -100 | 0 | 100 {
  if (!(Number.isInteger(answer) && answer >= 0 && answer <= 10)) throw new RangeError(`${String(answer)} is not an answer from 0 to 10`);
  return answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
}

/** How many of each kind, from answers 0 to 10. */
export function countPromoters(answers: ArrayLike<number>): PromoterCounts {
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  for (let index = 0; index < answers.length; index += 1) {
    const points = promoterPoints(answers[index] as number);
    counts[points > 0 ? "promoters" : points < 0 ? "detractors" : "passives"] += 1;
  }
  return counts;
}

function waldInterval(promoters: number, passives: number, detractors: number, confidence: number) {
  const n = promoters + passives + detractors;
  const net = (promoters - detractors) / n;
  const standardError = 100 * Math.sqrt(Math.max(0, (promoters + detractors) / n - net * net) / n);
  const half = normalQuantile(1 - (1 - confidence) / 2) * standardError;
  return { score: 100 * net, standardError, interval: { lower: Math.max(-100, 100 * net - half), upper: Math.min(100, 100 * net + half), confidence } };
}

/**
 * NPS = 100 (p - d), variance (p + d - (p - d)^2)/n (Reichheld 2003 for the score; multinomial variance). Independent people.
 * Example: netPromoterScore(countPromoters([10, 9, 7, 3])). With weights give weighted counts scaled to the effective n.
 */
export function netPromoterScore({ promoters, passives, detractors }: PromoterCounts, confidence = 0.95): NetPromoterScore | NotEnoughData {
  for (const count of [promoters, passives, detractors]) if (!(Number.isFinite(count) && count >= 0)) throw new RangeError(`${String(count)} people`);
  requireOpenUnit(confidence, "confidence");
  const n = promoters + passives + detractors;
  if (n === 0) return notEnoughData("no-observations", 0);
  const { score, interval } = waldInterval(promoters + 0.75, passives + 1.5, detractors + 0.75, confidence);
  return {
    kind: "result",
    promoters,
    passives,
    detractors,
    n,
    ...waldInterval(promoters, passives, detractors, confidence),
    adjusted: { score, interval },
    isLowBase: n < 30,
  };
}

export type PromoterDifference = Result<{
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly interval: Interval;
}>;

/** Two different groups of people: z with independent variances. "no-variation" when both groups are of one mind. */
export function compareNetPromoters(first: PromoterCounts, second: PromoterCounts, confidence = 0.95): PromoterDifference | NotEnoughData {
  const [one, other] = [netPromoterScore(first, confidence), netPromoterScore(second, confidence)];
  if (one.kind !== "result") return one;
  if (other.kind !== "result") return other;
  const standardError = Math.hypot(one.standardError, other.standardError);
  if (standardError === 0) return notEnoughData("no-variation", one.n + other.n);
  const difference = one.score - other.score;
  const half = normalQuantile(1 - (1 - confidence) / 2) * standardError;
  const statistic = difference / standardError;
  return {
    kind: "result",
    difference,
    standardError,
    statistic,
    p: normalTwoSided(statistic),
    interval: { lower: difference - half, upper: difference + half, confidence },
  };
}

/** The same people about two products: paired t on points -100, 0, 100. `first` and `second` are answers 0 to 10, person by person. */
export function comparePairedPromoters(first: ArrayLike<number>, second: ArrayLike<number>, confidence = 0.95): PromoterDifference | NotEnoughData {
  requireCount(first.length, "first");
  const test = pairedTest(Float64Array.from(first, promoterPoints), Float64Array.from(second, promoterPoints), confidence);
  if (test.kind !== "result") return test;
  return { kind: "result", difference: test.difference, standardError: test.standardError, statistic: test.t, p: test.p, interval: test.interval };
}
