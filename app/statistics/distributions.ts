/**
 * Tail probabilities and quantiles that the analyses share.
 *
 * Upper tails are computed as themselves, never as one minus the other tail, so that a p-value of 1e-40 keeps its digits.
 */
import gammaln from "@stdlib/math-base-special-gammaln";
import fDistribution from "@stdlib/stats-base-dists-f";
import normalDistribution from "@stdlib/stats-base-dists-normal";
import tDistribution from "@stdlib/stats-base-dists-t";

/** P(Z > z) for a standard normal Z. */
export function normalUpperTail(z: number): number {
  return normalDistribution.cdf(-z, 0, 1);
}

/** The z with P(Z <= z) = probability. */
export function normalQuantile(probability: number): number {
  return normalDistribution.quantile(probability, 0, 1);
}

/** P(|Z| > |z|). */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/** P(T > t) for Student's t; `degreesOfFreedom` > 0, fractions allowed (Welch). */
export function tUpperTail(t: number, degreesOfFreedom: number): number {
  if (t >= 0) return tDistribution.cdf(-t, degreesOfFreedom);
  return 1 - tDistribution.cdf(t, degreesOfFreedom);
}

/** P(|T| > |t|). */
export function tTwoSided(t: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * tUpperTail(Math.abs(t), degreesOfFreedom));
}

/** The t with P(T <= t) = probability, which lies between 0 and 1. */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  return tDistribution.quantile(probability, degreesOfFreedom);
}

/**
 * P(F > f). Uses that 1/F follows the F distribution with its degrees of freedom exchanged, which turns the upper tail
 * into a lower one that is computed directly.
 */
export function fUpperTail(f: number, numeratorDegrees: number, denominatorDegrees: number): number {
  if (f <= 0) return 1;
  return fDistribution.cdf(1 / f, denominatorDegrees, numeratorDegrees);
}

/** The f with P(F <= f) = probability, which lies between 0 and 1. */
export function fQuantile(probability: number, numeratorDegrees: number, denominatorDegrees: number): number {
  return fDistribution.quantile(probability, numeratorDegrees, denominatorDegrees);
}

/**
 * P(X > x) for chi-square with a whole number of degrees of freedom, which is all our tests need.
 *
 * Sum of positive terms, so no digits cancel: for even v, exp(-x/2) sum_{j < v/2} (x/2)^j / j!; for odd v,
 * 2 P(Z > sqrt x) + exp(-x/2) sum_{j < (v-1)/2} (x/2)^(j+1/2) / Gamma(j + 3/2) (Abramowitz & Stegun 1964, 26.4.4-5).
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`chi-square needs whole degrees of freedom, got ${String(degreesOfFreedom)}`);
  }
  if (x <= 0) return 1;
  const half = x / 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let sum = isOdd ? 2 * normalUpperTail(Math.sqrt(x)) : 0;
  const offset = isOdd ? 0.5 : 0;
  const terms = Math.floor(degreesOfFreedom / 2);
  for (let j = 0; j < terms; j += 1) {
    const power = j + offset;
    sum += Math.exp(power * Math.log(half) - half - gammaln(power + 1));
  }
  return Math.min(1, sum);
}

/** P(X = successes) for X binomial. */
export function binomialPoint(successes: number, trials: number, probability: number): number {
  if (successes < 0 || successes > trials) return 0;
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1) return successes === trials ? 1 : 0;
  return Math.exp(
    gammaln(trials + 1) -
      gammaln(successes + 1) -
      gammaln(trials - successes + 1) +
      successes * Math.log(probability) +
      (trials - successes) * Math.log1p(-probability),
  );
}

/** P(X >= x) from the chance of a success and of a failure, both given so that neither loses digits. */
function binomialTail(x: number, trials: number, chance: number, otherwise: number): number {
  if (x <= 0) return 1;
  if (x > trials || chance <= 0) return 0;
  if (otherwise <= 0) return 1;
  const shape = trials - x + 1;
  return fDistribution.cdf((shape * chance) / (x * otherwise), 2 * x, 2 * shape);
}

/** P(X >= successes) for X binomial: the incomplete beta function I_p(x, n - x + 1), written as a lower tail of F. */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  return binomialTail(successes, trials, probability, 1 - probability);
}

/** P(X <= successes) for X binomial. */
export function binomialLowerTail(successes: number, trials: number, probability: number): number {
  return binomialTail(trials - successes, trials, 1 - probability, probability);
}

/** The x with I_x(first, second) = probability, for a beta distribution with these two shapes. */
export function betaQuantile(probability: number, first: number, second: number): number {
  const f = fQuantile(probability, 2 * first, 2 * second);
  return (first * f) / (second + first * f);
}
