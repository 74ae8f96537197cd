/** Draws from the normal and the gamma distribution, from a seeded stream. */
import { nextUniform, type Random } from "./random";

/** A standard normal number (Marsaglia's polar method 1964, one of its pair). */
export function nextNormal(random: Random): number {
  for (;;) {
    const x = 2 * nextUniform(random) - 1;
    const y = 2 * nextUniform(random) - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A gamma number with this shape and scale 1 (Marsaglia & Tsang 2000). */
export function nextGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`a gamma distribution needs a shape above 0, got ${String(shape)}`);
  // A shape below 1 is drawn one higher and brought down.
  if (shape < 1) return nextGamma(random, shape + 1) * (1 - nextUniform(random)) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = nextNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - nextUniform(random)) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
