/** Check-all-that-apply: which products a word fits (METHODS 3.15). */
import { at } from "./checks";
import { chiSquareUpperTail } from "./distributions";
import { createRandom, nextInt, type Seed } from "./random";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One row per person, one column per product: true when the person checked the term for it. Leave out people who miss a product. */
export type CheckedRows = readonly (readonly boolean[])[];

export type CochranTest = Result<{
  readonly n: number;
  /** People who checked per product. */
  readonly counts: readonly number[];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** True when every person checked the term for all products or for none: statistic 0, p 1. */
  readonly hasNoVariation: boolean;
}>;

function statisticOf(counts: readonly number[], perPerson: ArrayLike<number>): number | null {
  const k = counts.length;
  let total = 0;
  let personSquares = 0;
  for (let person = 0; person < perPerson.length; person += 1) {
    const own = perPerson[person] as number;
    total += own;
    personSquares += own * own;
  }
  const denominator = k * total - personSquares;
  if (denominator === 0) return null;
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  return ((k - 1) * (k * squares - total * total)) / denominator;
}

function countsOf(rows: CheckedRows): { counts: number[]; perPerson: Int32Array } {
  const k = rows[0]?.length ?? 0;
  const counts = new Array<number>(k).fill(0);
  const perPerson = new Int32Array(rows.length);
  for (const [person, row] of rows.entries()) {
    if (row.length !== k) throw new RangeError("every row needs the same products");
    for (const [product, isChecked] of row.entries()) {
      if (!isChecked) continue;
      counts[product] = at(counts, product) + 1;
      perPerson[person] = (perPerson[person] as number) + 1;
    }
  }
  return { counts, perPerson };
}

/**
 * Is the term checked equally often for all products by the same people? Cochran (1950).
 *
 * Q = (k-1)(k sum C_j^2 - G^2)/(k G - sum R_i^2) against chi-square with k - 1 degrees of freedom; with two products this is McNemar's
 * chi-square. R: `DescTools::CochranQTest`, `cata::cochranQ`. Below 20 people or with few who discriminate use `cochranPermutationP`.
 * Example: cochranTest([[true, false], [true, true]]).
 */
export function cochranTest(rows: CheckedRows): CochranTest | NotEnoughData {
  const { counts, perPerson } = countsOf(rows);
  return cochranOfCounts(counts, perPerson);
}

/** The same from how many people checked per product, and for how many products each person did. */
export function cochranOfCounts(counts: readonly number[], perPerson: ArrayLike<number>): CochranTest | NotEnoughData {
  const n = perPerson.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (counts.length < 2) return notEnoughData("too-few-groups", n);
  const statistic = statisticOf(counts, perPerson);
  const degreesOfFreedom = counts.length - 1;
  return {
    kind: "result",
    n,
    counts,
    statistic: statistic ?? 0,
    degreesOfFreedom,
    p: statistic === null ? 1 : chiSquareUpperTail(statistic, degreesOfFreedom),
    hasNoVariation: statistic === null,
  };
}

/** The p of Cochran's Q by shuffling each person's checks over the products: (as large or larger + 1) / (samples + 1). Seeded. */
export function cochranPermutationP(rows: CheckedRows, seed: Seed, samples = 10_000): Result<{ p: number; samples: number }> | NotEnoughData {
  const test = cochranTest(rows);
  if (test.kind !== "result") return test;
  if (test.hasNoVariation) return { kind: "result", p: 1, samples };
  const random = createRandom(seed);
  const { perPerson } = countsOf(rows);
  const k = test.counts.length;
  // Q grows with the sum of squared counts and with nothing else, because each person keeps the number of checks.
  const squaresOf = (counts: ArrayLike<number>) => {
    let sum = 0;
    for (let product = 0; product < counts.length; product += 1) sum += (counts[product] as number) ** 2;
    return sum;
  };
  const observed = squaresOf(test.counts);
  const places = Array.from({ length: k }, (_, index) => index);
  let reached = 0;
  const counts = new Int32Array(k);
  for (let sample = 0; sample < samples; sample += 1) {
    counts.fill(0);
    for (const checks of perPerson) {
      for (let place = 0; place < checks; place += 1) {
        const other = nextInt(random, place, k - 1);
        const held = at(places, place);
        places[place] = at(places, other);
        places[other] = held;
        const product = at(places, place);
        counts[product] = (counts[product] as number) + 1;
      }
    }
    if (squaresOf(counts) >= observed) reached += 1;
  }
  return { kind: "result", p: (reached + 1) / (samples + 1), samples };
}
