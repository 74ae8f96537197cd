/** Groups of points that lie close together, and how good such groups are (METHODS 3.23 and 3.27). */
import { at, requireCount } from "./checks";
import { createRandom, nextInt, nextUniform, type Random, type Seed } from "./random";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type Clusters = Result<{
  /** Group of each point, 0 the largest; ties by the first point. */
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  readonly centres: readonly (readonly number[])[];
  /** Squared distances to the own centre, weighted. */
  readonly sumOfSquares: number;
  readonly seed: Seed;
}>;

type Points = { readonly n: number; readonly d: number; readonly data: Float64Array; readonly weights: Float64Array };

function distance({ d, data }: Points, point: number, centres: Float64Array, centre: number): number {
  let sum = 0;
  for (let axis = 0; axis < d; axis += 1) sum += ((data[point * d + axis] as number) - (centres[centre * d + axis] as number)) ** 2;
  return sum;
}

/** First centres far apart (Arthur & Vassilvitskii 2007). */
function spreadCentres(points: Points, k: number, random: Random): Float64Array {
  const { n, d, data, weights } = points;
  const centres = new Float64Array(k * d);
  const nearest = new Float64Array(n).fill(Infinity);
  let chosen = nextInt(random, 0, n - 1);
  for (let centre = 0; centre < k; centre += 1) {
    centres.set(data.subarray(chosen * d, (chosen + 1) * d), centre * d);
    let total = 0;
    for (let point = 0; point < n; point += 1) {
      nearest[point] = Math.min(nearest[point] as number, distance(points, point, centres, centre));
      total += (weights[point] as number) * (nearest[point] as number);
    }
    let left = nextUniform(random) * total;
    chosen = n - 1;
    for (let point = 0; point < n; point += 1) {
      left -= (weights[point] as number) * (nearest[point] as number);
      if (left < 0) {
        chosen = point;
        break;
      }
    }
  }
  return centres;
}

type Solution = { labels: Int32Array; centres: Float64Array; mass: Float64Array; sumOfSquares: number };

function recentre({ n, d, data, weights }: Points, { labels, centres, mass }: Solution): void {
  const before = centres.slice();
  centres.fill(0);
  mass.fill(0);
  for (let point = 0; point < n; point += 1) {
    const label = labels[point] as number;
    const weight = weights[point] as number;
    mass[label] = (mass[label] as number) + weight;
    for (let axis = 0; axis < d; axis += 1) centres[label * d + axis] = (centres[label * d + axis] as number) + weight * (data[point * d + axis] as number);
  }
  for (let centre = 0; centre < mass.length; centre += 1) {
    const own = mass[centre] as number;
    for (let axis = 0; axis < d; axis += 1) {
      const place = centre * d + axis;
      centres[place] = own > 0 ? (centres[place] as number) / own : (before[place] as number);
    }
  }
}

/** Lloyd's rounds, then single moves that pay even though the centres move with them (Hartigan & Wong 1979). */
function improve(points: Points, k: number, centres: Float64Array): Solution {
  const { n, d, data, weights } = points;
  const solution: Solution = { labels: new Int32Array(n).fill(-1), centres, mass: new Float64Array(k), sumOfSquares: 0 };
  const { labels, mass } = solution;
  for (let round = 0, moved = true; moved && round < 300; round += 1) {
    moved = false;
    for (let point = 0; point < n; point += 1) {
      let best = 0;
      let least = Infinity;
      for (let centre = 0; centre < k; centre += 1) {
        const far = distance(points, point, centres, centre);
        if (far < least) [least, best] = [far, centre];
      }
      if (best !== labels[point]) {
        labels[point] = best;
        moved = true;
      }
    }
    recentre(points, solution);
  }
  for (let round = 0, moved = true; moved && round < 100; round += 1) {
    moved = false;
    for (let point = 0; point < n; point += 1) {
      const from = labels[point] as number;
      const weight = weights[point] as number;
      const own = mass[from] as number;
      if (weight === 0 || own <= weight) continue;
      const gain = (own / (own - weight)) * distance(points, point, centres, from);
      let best = from;
      let least = gain * (1 - 1e-12);
      for (let centre = 0; centre < k; centre += 1) {
        if (centre === from) continue;
        const other = mass[centre] as number;
        const cost = (other / (other + weight)) * distance(points, point, centres, centre);
        if (cost < least) [least, best] = [cost, centre];
      }
      if (best === from) continue;
      const other = mass[best] as number;
      for (let axis = 0; axis < d; axis += 1) {
        const value = data[point * d + axis] as number;
        centres[from * d + axis] = ((centres[from * d + axis] as number) * own - weight * value) / (own - weight);
        centres[best * d + axis] = ((centres[best * d + axis] as number) * other + weight * value) / (other + weight);
      }
      mass[from] = own - weight;
      mass[best] = other + weight;
      labels[point] = best;
      moved = true;
    }
  }
  recentre(points, solution);
  for (let point = 0; point < n; point += 1) solution.sumOfSquares += (weights[point] as number) * distance(points, point, centres, labels[point] as number);
  return solution;
}

/**
 * k-means with many seeded starts (Lloyd 1982; k-means++; Hartigan & Wong). The answer is the best of the starts; a better one cannot be
 * ruled out. "too-few-observations" below k different points; "no-weight" when all weights are 0. Example: kMeans(points, 2, { seed: 1 }).
 */
export function kMeans(
  given: readonly (readonly number[])[],
  k: number,
  { seed, starts = 50, weights }: { readonly seed: Seed; readonly starts?: number; readonly weights?: readonly number[] },
): Clusters | NotEnoughData {
  requireCount(k, "k", 1);
  requireCount(starts, "starts", 1);
  const n = given.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const d = at(given, 0).length;
  const points: Points = {
    n,
    d,
    data: new Float64Array(n * d),
    weights: Float64Array.from(given, (_, point) => (weights === undefined ? 1 : at(weights, point))),
  };
  for (const [point, own] of given.entries()) {
    if (own.length !== d || !own.every(Number.isFinite)) throw new RangeError("every point needs the same numbers");
    points.data.set(own, point * d);
  }
  if (points.weights.some((weight) => !(weight >= 0))) throw new RangeError("weights must not be negative");
  if (!points.weights.some((weight) => weight > 0)) return notEnoughData("no-weight", n);
  const different = new Set(given.filter((_, point) => (points.weights[point] as number) > 0).map((own) => own.join()));
  if (different.size < k) return notEnoughData("too-few-observations", n);
  const random = createRandom(seed);
  let best: Solution | null = null;
  for (let start = 0; start < starts; start += 1) {
    const next = improve(points, k, spreadCentres(points, k, random));
    if (best === null || next.sumOfSquares < best.sumOfSquares * (1 - 1e-12)) best = next;
  }
  const { labels, centres, sumOfSquares } = best as Solution;
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label] = at(sizes, label) + 1;
  const order = [...sizes.keys()].sort((one, other) => at(sizes, other) - at(sizes, one) || labels.indexOf(one) - labels.indexOf(other));
  return {
    kind: "result",
    labels: Array.from(labels, (label) => order.indexOf(label)),
    sizes: order.map((group) => at(sizes, group)),
    centres: order.map((group) => [...centres.subarray(group * d, (group + 1) * d)]),
    sumOfSquares,
    seed,
  };
}

/** Mean silhouette (Rousseeuw 1987): (b - a)/max(a, b) per point, own group against the next; a point alone counts 0. Null with one group. */
export function meanSilhouette(points: readonly (readonly number[])[], labels: readonly number[]): number | null {
  const groups = Math.max(-1, ...new Set(labels)) + 1;
  const sizes = new Array<number>(groups).fill(0);
  for (const label of labels) sizes[label] = at(sizes, label) + 1;
  if (sizes.filter((size) => size > 0).length < 2) return null;
  const sums = points.map(() => new Float64Array(groups));
  const dimensions = points[0]?.length ?? 0;
  const flat = Float64Array.from(points.flat());
  const group = Int32Array.from(labels);
  for (let i = 0; i < points.length; i += 1) {
    const own = at(sums, i);
    for (let j = 0; j < i; j += 1) {
      let square = 0;
      for (let axis = 0; axis < dimensions; axis += 1) square += ((flat[i * dimensions + axis] as number) - (flat[j * dimensions + axis] as number)) ** 2;
      const far = Math.sqrt(square);
      const theirs = sums[j] as Float64Array;
      own[group[j] as number] = (own[group[j] as number] as number) + far;
      theirs[group[i] as number] = (theirs[group[i] as number] as number) + far;
    }
  }
  let total = 0;
  for (const [i, own] of sums.entries()) {
    const label = at(labels, i);
    if (at(sizes, label) < 2) continue;
    const inside = (own[label] as number) / (at(sizes, label) - 1);
    let outside = Infinity;
    for (let group = 0; group < groups; group += 1)
      if (group !== label && at(sizes, group) > 0) outside = Math.min(outside, (own[group] as number) / at(sizes, group));
    const larger = Math.max(inside, outside);
    if (larger > 0) total += (outside - inside) / larger;
  }
  return total / points.length;
}

/** Agreement of two groupings corrected for chance (Hubert & Arabie 1985): 1 the same, around 0 unrelated. */
export function adjustedRand(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  if (one.length !== other.length) throw new RangeError("both groupings need the same points");
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const sumOf = (keys: readonly (number | string)[]) => {
    const counts = new Map<number | string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  };
  const both = sumOf(one.map((label, point) => JSON.stringify([label, at(other, point)])));
  const [first, second, all] = [sumOf(one), sumOf(other), pairs(one.length)];
  const expected = all === 0 ? 0 : (first * second) / all;
  const most = (first + second) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
