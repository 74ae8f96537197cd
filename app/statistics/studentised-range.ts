/**
 * The studentised range: how far apart the largest and smallest of several means fall by chance. Tukey's comparison of
 * products rests on it.
 *
 * Method. For k normals, P(range > w) = k * integral phi(z) { Phi(z)^(k-1) - [Phi(z) - Phi(z-w)]^(k-1) } dz, a difference
 * that is evaluated through log1p and expm1 so that the upper tail keeps its relative accuracy. The studentised range
 * averages that over s, v s^2 ~ chi-square(v). Both integrands are analytic and die off fast, so the plain trapezoidal rule
 * converges geometrically (Trefethen & Weideman 2014); the outer one runs over u = log s. Nothing here is one minus a cdf:
 * R's `ptukey(lower.tail = FALSE)` is, and loses its digits below about 1e-11.
 *
 * Accuracy: relative error below 1e-9, also in the far tail (checked to 1e-15 by 18-digit quadrature), for 2 to 200 means.
 */
import gammaln from "@stdlib/math-base-special-gammaln";
import { requireCount, requireOpenUnit } from "./checks";
import { normalUpperTail } from "./distributions";

const STEP = 0.175;
const FIRST_NODE = -70;
/** Up to this many means every second node is enough; the largest of more normals has a sharper left flank. */
const COARSE_MEANS = 16;
/** Distance from the peak beyond which a node adds nothing: exp(-5.3^2) = 6e-13. */
const REACH = 5.3;

/** Density and lower tail at the nodes 0.175 * (index + FIRST_NODE), filled when first needed. */
const densityAt: number[] = [];
const lowerTailAt: number[] = [];

function fillNodes(count: number): void {
  for (let index = densityAt.length; index < count; index += 1) {
    const z = STEP * (index + FIRST_NODE);
    densityAt.push(Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    lowerTailAt.push(normalUpperTail(-z));
  }
}

/** P(range of `means` standard normals > width). */
function rangeUpperTail(width: number, means: number): number {
  if (width <= 0) return 1;
  // exp(-width^2 / 4) is then below the smallest double.
  if (width > 60) return 0;
  const others = means - 1;
  const centre = width / 2;
  // The integrand is largest near width / 2 and falls like exp(-(z - width/2)^2), more slowly only beyond z = width.
  const upper = Math.max(centre + REACH, Math.sqrt((width * width) / 2 + 2 * REACH * REACH));
  const lower = centre - REACH;
  const first = Math.max(0, Math.floor(lower / STEP) - FIRST_NODE);
  const last = Math.ceil(upper / STEP) - FIRST_NODE;
  fillNodes(last + 1);
  const stride = means <= COARSE_MEANS ? 2 : 1;
  let sum = 0;
  for (let index = first - (first % stride); index <= last; index += stride) {
    const phi = densityAt[index] as number;
    const all = lowerTailAt[index] as number;
    if (all === 0) continue;
    const below = normalUpperTail(width - STEP * (index + FIRST_NODE));
    const ratio = Math.min(1, below / all);
    const power = others === 1 ? all : Math.pow(all, others);
    // 1 - (1 - ratio)^others without cancellation.
    sum += phi * power * (ratio === 1 ? 1 : -Math.expm1(others * Math.log1p(-ratio)));
  }
  return Math.min(1, means * STEP * stride * sum);
}

/** log of the density of u = log s at u = 0, where v s^2 ~ chi-square(v): log 2 + a log a - a - log Gamma(a), a = v / 2. */
function logPeakDensity(degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  if (half < 50) return Math.LN2 + half * Math.log(half) - half - gammaln(half);
  // Stirling's series: the large terms cancel exactly.
  const inverse = 1 / half;
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260));
  return Math.LN2 + 0.5 * Math.log(half / (2 * Math.PI)) - series;
}

/**
 * P(Q > q): the chance that the range of `means` independent means, divided by an independent standard error with
 * `degreesOfFreedom` (at least 1, Infinity for a known one), exceeds `q`. R: `ptukey(q, k, df, lower.tail = FALSE)`.
 */
export function studentisedRangeUpperTail(q: number, means: number, degreesOfFreedom: number): number {
  requireCount(means, "means", 2);
  if (!(degreesOfFreedom >= 1)) {
    throw new RangeError(`degrees of freedom must be at least 1, got ${String(degreesOfFreedom)}`);
  }
  if (Number.isNaN(q)) throw new RangeError("q is not a number");
  if (q <= 0) return 1;
  if (q === Infinity) return 0;
  return averageOverSpread(q, degreesOfFreedom, (width) => rangeUpperTail(width, means));
}

/** The mean of `tailAt(q s)` over s, where v s^2 ~ chi-square(v): a tail for a known standard error becomes one for an estimated one. */
export function averageOverSpread(q: number, degreesOfFreedom: number, tailAt: (width: number) => number): number {
  if (degreesOfFreedom === Infinity) return tailAt(q);
  const v = degreesOfFreedom;
  const step = Math.min(0.14, 0.5 / Math.sqrt(v));
  const logPeak = logPeakDensity(v);
  const term = (u: number) => Math.exp(logPeak + v * (u - Math.expm1(2 * u) / 2)) * tailAt(q * Math.exp(u));
  // The integrand has one peak, between where the far tail would put it and u = 0.
  const start = 0.5 * Math.log(v / (v + (q * q) / 2));
  const first = term(start);
  let sum = first;
  for (const direction of [1, -1]) {
    let previous = first;
    for (let count = 1; ; count += 1) {
      const value = term(start + direction * count * step);
      sum += value;
      if (value <= previous && value <= sum * 1e-12) break;
      previous = value;
    }
  }
  return Math.min(1, sum * step);
}

/**
 * The q with P(Q > q) = `upperTail` (between 0 and 1), relative error below 1e-9. R: `qtukey(1 - upperTail, k, df)`.
 * Tukey's interval at 95 % uses `upperTail` = .05.
 */
export function studentisedRangeQuantile(upperTail: number, means: number, degreesOfFreedom: number): number {
  requireOpenUnit(upperTail, "upperTail");
  return solveUpperTail(upperTail, (q) => studentisedRangeUpperTail(q, means, degreesOfFreedom));
}

/** The q at which a falling `tailOf`, which is 1 at 0, reaches `upperTail`. */
export function solveUpperTail(upperTail: number, tailOf: (q: number) => number): number {
  const target = Math.log(upperTail);
  const excess = (q: number) => Math.log(tailOf(q)) - target;
  let low = 0;
  let lowExcess = -target;
  let high = 4;
  let highExcess = excess(high);
  while (highExcess > 0) {
    [low, lowExcess] = [high, highExcess];
    high *= 2;
    highExcess = excess(high);
  }
  // Regula falsi with the Illinois rule: always bracketed, and superlinear on this nearly smooth, monotone curve.
  for (let round = 0; round < 200 && high - low > 1e-12 * high; round += 1) {
    const isFlat = !Number.isFinite(highExcess);
    const guess = isFlat ? (low + high) / 2 : low + ((high - low) * lowExcess) / (lowExcess - highExcess);
    const value = excess(guess);
    if (Math.abs(value) < 1e-11) return guess;
    if (value > 0) {
      [low, lowExcess] = [guess, value];
      if (!isFlat) highExcess /= 2;
    } else {
      [high, highExcess] = [guess, value];
      lowExcess /= 2;
    }
  }
  return (low + high) / 2;
}
