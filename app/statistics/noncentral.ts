/** Noncentral distributions, needed only to plan sample sizes. */
import gammaln from "@stdlib/math-base-special-gammaln";
import { fUpperTail, normalUpperTail } from "./distributions";

/**
 * P(T > t) for the noncentral t, by integrating the normal tail over the chi distribution:
 * the mean of P(Z > t s - delta), v s^2 ~ chi-square(v), with the trapezoidal rule over log s, which converges geometrically.
 */
export function noncentralTUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const v = degreesOfFreedom;
  const step = Math.min(0.1, 0.4 / Math.sqrt(v));
  let weights = 0;
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let count = direction === 1 ? 0 : 1; ; count += 1) {
      const u = direction * count * step;
      // Density of u up to a constant, 1 at its peak.
      const weight = Math.exp(v * (u - Math.expm1(2 * u) / 2));
      weights += weight;
      sum += weight * normalUpperTail(t * Math.exp(u) - noncentrality);
      if (weight < 1e-17) break;
    }
  }
  return sum / weights;
}

/** P(F > f) for the noncentral F: Poisson mixture of central tails, F_{d1 + 2j, d2}, weights Poisson(noncentrality / 2). */
export function noncentralFUpperTail(f: number, numeratorDegrees: number, denominatorDegrees: number, noncentrality: number): number {
  const rate = noncentrality / 2;
  const reach = Math.ceil(12 * Math.sqrt(rate) + 30);
  const centre = Math.floor(rate);
  let sum = 0;
  for (let j = Math.max(0, centre - reach); j <= centre + reach; j += 1) {
    const weight = Math.exp(j * Math.log(rate) - rate - gammaln(j + 1));
    const degrees = numeratorDegrees + 2 * j;
    sum += weight * fUpperTail((f * numeratorDegrees) / degrees, degrees, denominatorDegrees);
  }
  return Math.min(1, sum);
}
