/** Which of two products people prefer (METHODS 3.10). */
import { requireCount, requireOpenUnit } from "./checks";
import { betaQuantile, binomialLowerTail, binomialPoint, binomialUpperTail } from "./distributions";
import { estimateProportion } from "./proportions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

/**
 * Two-sided exact binomial p by the method of small p-values: the probability of all counts at most as likely as the observed one
 * (relative tolerance 1e-7). R: `binom.test(x, n, p)$p.value`. At p = 1/2 this is twice the smaller tail.
 */
export function binomialTestTwoSided(successes: number, trials: number, probability = 0.5): number {
  requireCount(successes, "successes");
  requireCount(trials, "trials");
  requireOpenUnit(probability, "probability");
  if (successes > trials) throw new RangeError(`${String(successes)} of ${String(trials)}`);
  if (trials === 0) return 1;
  if (probability === 0.5) {
    const smaller = Math.min(successes, trials - successes);
    return Math.min(1, 2 * binomialLowerTail(smaller, trials, 0.5));
  }
  const limit = binomialPoint(successes, trials, probability) * (1 + 1e-7);
  const isAtMost = (count: number) => binomialPoint(count, trials, probability) <= limit;
  // The probabilities rise to the mode and fall after it, so each side is searched by halving.
  const mode = Math.floor((trials + 1) * probability);
  if (successes === mode || isAtMost(mode)) return 1;
  let below = -1;
  for (let low = 0, high = mode - 1; low <= high;) {
    const middle = Math.floor((low + high) / 2);
    if (isAtMost(middle)) [below, low] = [middle, middle + 1];
    else high = middle - 1;
  }
  let above = trials + 1;
  for (let low = mode + 1, high = trials; low <= high;) {
    const middle = Math.floor((low + high) / 2);
    if (isAtMost(middle)) [above, high] = [middle, middle - 1];
    else low = middle + 1;
  }
  const lowerTail = below < 0 ? 0 : binomialLowerTail(below, trials, probability);
  return Math.min(1, lowerTail + binomialUpperTail(above, trials, probability));
}

/** Clopper & Pearson (1934), from beta quantiles. R: `binom.test(x, n)$conf.int`. */
export function clopperPearsonInterval(successes: number, trials: number, confidence = 0.95): Interval {
  requireCount(successes, "successes");
  requireCount(trials, "trials", 1);
  requireOpenUnit(confidence, "confidence");
  if (successes > trials) throw new RangeError(`${String(successes)} of ${String(trials)}`);
  const tail = (1 - confidence) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    upper: successes === trials ? 1 : 1 - betaQuantile(tail, trials - successes, successes + 1),
    confidence,
  };
}

/** What happens to people without a preference; fixed before fieldwork. */
export type NoPreferenceHandling = "drop" | "split-equal";

export type PreferenceTest = Result<{
  /** Everybody who answered. */
  readonly n: number;
  readonly shares: { readonly first: number; readonly second: number; readonly none: number };
  readonly handling: NoPreferenceHandling;
  /** People for the first and in all after the handling; the test and the intervals use these. */
  readonly testedFirst: number;
  readonly testedTotal: number;
  /** testedFirst / testedTotal. */
  readonly share: number;
  /** Exact, two-sided, against one half. */
  readonly p: number;
  readonly wilson: Interval;
  readonly clopperPearson: Interval;
}>;

/**
 * Exact paired preference test. "drop" leaves people without a preference out; "split-equal" gives each side half of them,
 * the odd one dropped. "no-observations" when nobody is left to test.
 */
export function testPreference(
  preferFirst: number,
  preferSecond: number,
  noPreference = 0,
  handling: NoPreferenceHandling = "drop",
  confidence = 0.95,
): PreferenceTest | NotEnoughData {
  requireCount(preferFirst, "preferFirst");
  requireCount(preferSecond, "preferSecond");
  requireCount(noPreference, "noPreference");
  const n = preferFirst + preferSecond + noPreference;
  const added = handling === "split-equal" ? Math.floor(noPreference / 2) : 0;
  const testedFirst = preferFirst + added;
  const testedTotal = preferFirst + preferSecond + 2 * added;
  const estimate = estimateProportion(testedFirst, testedTotal, confidence);
  if (estimate.kind === "not-enough-data") return notEnoughData("no-observations", n);
  return {
    kind: "result",
    n,
    shares: { first: preferFirst / n, second: preferSecond / n, none: noPreference / n },
    handling,
    testedFirst,
    testedTotal,
    share: estimate.share,
    p: binomialTestTwoSided(testedFirst, testedTotal),
    wilson: estimate.interval,
    clopperPearson: clopperPearsonInterval(testedFirst, testedTotal, confidence),
  };
}
