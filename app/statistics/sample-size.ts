/** How many people a trial needs (METHODS 1.9). Answers are exact numbers of people; round up with `Math.ceil` for a plan. */
import { requireCount, requireOpenUnit } from "./checks";
import { binomialUpperTail, fQuantile, normalQuantile, tQuantile } from "./distributions";
import { noncentralFUpperTail, noncentralTUpperTail } from "./noncentral";
import { binomialTestTwoSided } from "./paired-preference";

export type Design = {
  /** Two-sided level, .05 by habit. */
  readonly alpha: number;
  /** Chance to find the difference if it is there, .80 by habit. */
  readonly power: number;
};

const HABIT: Design = { alpha: 0.05, power: 0.8 };

function requireDesign({ alpha, power }: Design): { zAlpha: number; zPower: number } {
  requireOpenUnit(alpha, "alpha");
  requireOpenUnit(power, "power");
  return { zAlpha: normalQuantile(1 - alpha / 2), zPower: normalQuantile(power) };
}

/** The real n from `lowest` at which a rising power curve reaches the wanted power, by doubling and halving. */
function solveForPower(lowest: number, power: number, powerAt: (n: number) => number): number {
  if (powerAt(lowest) >= power) return lowest;
  let low = lowest;
  let high = lowest * 2;
  while (powerAt(high) < power) {
    low = high;
    high *= 2;
    if (high > 1e7) throw new RangeError("no trial of ten million people would find a difference this small");
  }
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (powerAt(middle) < power) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * People per group to tell share `p1` from `p2` in independent groups, by the pooled z test
 * (Fleiss, Levin & Paik 2003, ch. 4): [z_a sqrt(2 p q) + z_b sqrt(p1 q1 + p2 q2)]^2 / (p1 - p2)^2.
 * `isContinuityCorrected` adds Fleiss's correction.
 */
export function peopleForTwoShares(p1: number, p2: number, design = HABIT, isContinuityCorrected = false): number {
  const { zAlpha, zPower } = requireDesign(design);
  requireOpenUnit(p1, "p1");
  requireOpenUnit(p2, "p2");
  if (p1 === p2) throw new RangeError("equal shares cannot be told apart");
  const mean = (p1 + p2) / 2;
  const n = (zAlpha * Math.sqrt(2 * mean * (1 - mean)) + zPower * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))) ** 2 / (p1 - p2) ** 2;
  return isContinuityCorrected ? (n / 4) * (1 + Math.sqrt(1 + 4 / (n * Math.abs(p1 - p2)))) ** 2 : n;
}

/**
 * People who rate both products, for McNemar's test: `onlyFirst` and `onlySecond` are the expected shares of people who say yes to one
 * product only (Connor 1987): (z_a sqrt s + z_b sqrt(s - d^2))^2 / d^2.
 */
export function peopleForPairedShares(onlyFirst: number, onlySecond: number, design = HABIT): number {
  const { zAlpha, zPower } = requireDesign(design);
  requireOpenUnit(onlyFirst, "onlyFirst");
  requireOpenUnit(onlySecond, "onlySecond");
  const sum = onlyFirst + onlySecond;
  const difference = onlyFirst - onlySecond;
  if (sum > 1 || difference === 0) throw new RangeError("the two shares must differ and not exceed 1 together");
  return (zAlpha * Math.sqrt(sum) + zPower * Math.sqrt(sum - difference ** 2)) ** 2 / difference ** 2;
}

/**
 * People per group to find a difference of means of `effect` standard deviations, by a two-sided t test with the noncentral t distribution.
 * R: `pwr.t.test(d, sig.level, power)$n`; a significant result in the wrong direction counts, as there.
 */
export function peopleForTwoMeans(effect: number, design = HABIT): number {
  requireDesign(design);
  const size = requireEffect(effect);
  return solveForPower(2, design.power, (n) => {
    const degrees = 2 * (n - 1);
    return twoSidedPower(design.alpha, degrees, size * Math.sqrt(n / 2));
  });
}

/**
 * People who rate both products, for the paired t test. `effect` is the mean difference over the standard deviation of the differences,
 * which is sd * sqrt(2 (1 - rho)) for ratings of standard deviation sd correlated by rho. R: `pwr.t.test(type = "paired")`.
 */
export function peopleForPairedMeans(effect: number, design = HABIT): number {
  requireDesign(design);
  const size = requireEffect(effect);
  return solveForPower(2, design.power, (n) => twoSidedPower(design.alpha, n - 1, size * Math.sqrt(n)));
}

/** Effect of a paired comparison: difference over the standard deviation of the differences. */
export function pairedEffect(difference: number, standardDeviation: number, correlation: number): number {
  if (!(standardDeviation > 0 && correlation > -1 && correlation < 1)) throw new RangeError("not a spread and a correlation");
  return difference / (standardDeviation * Math.sqrt(2 * (1 - correlation)));
}

/** People per group for a one-way comparison of `groups` means with Cohen's effect f. R: `pwr.anova.test(k, f)$n`. */
export function peopleForSeveralMeans(groups: number, effect: number, design = HABIT): number {
  requireDesign(design);
  requireCount(groups, "groups", 2);
  const size = requireEffect(effect);
  return solveForPower(2, design.power, (n) => {
    const degrees = groups * (n - 1);
    const critical = fQuantile(1 - design.alpha, groups - 1, degrees);
    return noncentralFUpperTail(critical, groups - 1, degrees, groups * n * size * size);
  });
}

/**
 * The number of consumers of Hough et al. (2006): 2 (z_a + z_b)^2 (RMSL / d)^2, both the root mean square error `spread` and the difference
 * as parts of the scale's range. A power of .90 with RMSL .23 and d .1 gives their 112.
 */
export function peopleForLiking(spread: number, difference: number, design: Design = { alpha: 0.05, power: 0.9 }): number {
  const { zAlpha, zPower } = requireDesign(design);
  if (!(spread > 0 && difference > 0)) throw new RangeError("spread and difference must be above 0");
  return 2 * (zAlpha + zPower) ** 2 * (spread / difference) ** 2;
}

/** People per group to show that a share of `share` in both is not worse by `margin`, one-sided at `alpha`. */
export function peopleForNotInferiorShares(share: number, margin: number, alpha = 0.05, power = 0.8): number {
  requireOpenUnit(share, "share");
  requireOpenUnit(margin, "margin");
  requireOpenUnit(alpha, "alpha");
  requireOpenUnit(power, "power");
  return (2 * share * (1 - share) * (normalQuantile(1 - alpha) + normalQuantile(power)) ** 2) / margin ** 2;
}

/** People for an interval of ± `margin` around a share, `share` .5 being the worst case; with `population`, finite population correction. */
export function peopleForMarginOfError(margin: number, confidence = 0.95, share = 0.5, population = Infinity): number {
  requireOpenUnit(margin, "margin");
  requireOpenUnit(confidence, "confidence");
  requireOpenUnit(share, "share");
  if (!(population >= 1)) throw new RangeError("a population has at least one person");
  const n = (normalQuantile(1 - (1 - confidence) / 2) / margin) ** 2 * share * (1 - share);
  return n / (1 + (n - 1) / population);
}

export type PreferencePower = {
  /** Fewest people for one product that make the exact two-sided p at most alpha; null when n is too small for any. */
  readonly criticalCount: number | null;
  /** Chance of a significant result in either direction. */
  readonly power: number;
};

/** Power of the exact paired preference test with `n` people of whom the share `preference` prefers the first product. */
export function powerOfPreference(n: number, preference: number, alpha = 0.05): PreferencePower {
  requireCount(n, "n", 1);
  requireOpenUnit(preference, "preference");
  requireOpenUnit(alpha, "alpha");
  let criticalCount: number | null = null;
  for (let low = Math.ceil(n / 2), high = n; low <= high;) {
    const middle = Math.floor((low + high) / 2);
    if (binomialTestTwoSided(middle, n) <= alpha) [criticalCount, high] = [middle, middle - 1];
    else low = middle + 1;
  }
  if (criticalCount === null) return { criticalCount, power: 0 };
  return {
    criticalCount,
    power: binomialUpperTail(criticalCount, n, preference) + binomialUpperTail(criticalCount, n, 1 - preference),
  };
}

function twoSidedPower(alpha: number, degreesOfFreedom: number, noncentrality: number): number {
  const critical = tQuantile(1 - alpha / 2, degreesOfFreedom);
  return noncentralTUpperTail(critical, degreesOfFreedom, noncentrality) + noncentralTUpperTail(critical, degreesOfFreedom, -noncentrality);
}

function requireEffect(effect: number): number {
  const size = Math.abs(effect);
  if (!(size > 0 && Number.isFinite(size))) throw new RangeError("an effect of 0 cannot be found");
  return size;
}
