/**
 * Chance as an input: the same seed gives the same draw on every machine, so that a draw can be replayed and checked.
 *
 * Generator: xoroshiro128+ (Blackman & Vigna 2018) from pure-rand, its 128-bit state filled from the seed by four
 * differently started FNV-1a passes over the seed's UTF-16 code units, each finished by an avalanche step; the first 16
 * numbers are discarded. Store `RANDOM_ALGORITHM` with every seed: a change here needs a new name.
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { at, requireCount } from "./checks";

/** Name and version to store beside every seed. */
export const RANDOM_ALGORITHM = "xoroshiro128plus/pure-rand-8/kawan-1";

/** A text or a whole number. `7` and `"7"` are the same seed. */
export type Seed = string | number;

/** A stream of chance. It moves on with every draw, so it is handed along, never shared between two draws. */
export type Random = { readonly generator: RandomGenerator };

/** Largest number of different values `nextInt` can choose from. */
const LARGEST_SPAN = 2 ** 21;

function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >>> 8), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** A stream that is fully determined by the seed. Throws `RangeError` for a seed that is not text or a safe integer. */
export function createRandom(seed: Seed): Random {
  if (typeof seed === "number" && !Number.isSafeInteger(seed)) {
    throw new RangeError(`a seed is text or a whole number, got ${String(seed)}`);
  }
  const text = String(seed);
  const state: number[] = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb].map((start) => hash(text, start));
  // The all-zero state is the one from which the generator would never move.
  if (!state.some((word) => word !== 0)) state[0] = 1;
  const generator = xoroshiro128plusFromState(state);
  for (let discarded = 0; discarded < 16; discarded += 1) generator.next();
  return { generator };
}

/**
 * A whole number from `from` to `to`, both included, every value equally likely (multiply and reject, Lemire 2019).
 * It reads the high bits, because the lowest bit of this generator is a linear sequence.
 */
export function nextInt(random: Random, from: number, to: number): number {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || to < from) {
    throw new RangeError(`cannot draw a whole number from ${String(from)} to ${String(to)}`);
  }
  const span = to - from + 1;
  if (span > LARGEST_SPAN) throw new RangeError(`cannot draw from more than ${String(LARGEST_SPAN)} values`);
  const rejectBelow = 2 ** 32 % span;
  for (;;) {
    const product = (random.generator.next() >>> 0) * span;
    if (product % 2 ** 32 >= rejectBelow) return from + Math.floor(product / 2 ** 32);
  }
}

/** A number from 0 (included) to 1 (excluded) with 53 random bits. */
export function nextUniform(random: Random): number {
  return uniformFloat64(random.generator);
}

/** A new list in random order, every order equally likely (Fisher-Yates; Durstenfeld 1964). The input is left alone. */
export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = nextInt(random, 0, last);
    const held = at(shuffled, last);
    shuffled[last] = at(shuffled, other);
    shuffled[other] = held;
  }
  return shuffled;
}

/** `count` different items in random order, every choice equally likely. Throws when there are fewer items than that. */
export function sample<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  requireCount(count, "count");
  if (count > items.length) throw new RangeError(`cannot draw ${String(count)} of ${String(items.length)}`);
  const pool = [...items];
  for (let index = 0; index < count; index += 1) {
    const other = nextInt(random, index, pool.length - 1);
    const held = at(pool, index);
    pool[index] = at(pool, other);
    pool[other] = held;
  }
  return pool.slice(0, count);
}
