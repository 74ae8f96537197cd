/** Which few products reach most people (METHODS 3.19): total unduplicated reach and frequency. */
import { at, requireCount } from "./checks";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type TurfSet = {
  /** Item indices, ascending. */
  readonly items: readonly number[];
  /** Weighted share of people who like at least one of them. */
  readonly reach: number;
  /** Mean number of them liked, over all people. */
  readonly frequency: number;
};

export type Turf = Result<{
  readonly n: number;
  /** Best sets first: reach, then frequency, then the items' order. */
  readonly best: readonly TurfSet[];
  /** True when every set was tried; false when the best was looked for by adding and exchanging items. */
  readonly isExhaustive: boolean;
}>;

export type TurfOptions = { readonly weights?: readonly number[]; readonly keep?: number };

/** Sets tried at most, and steps of work at most, before the search gives up on completeness. */
const MOST_SETS = 2_000_000;
const MOST_STEPS = 500_000_000;

type Table = {
  readonly n: number;
  readonly total: number;
  readonly reached: readonly Uint8Array[];
  readonly weightOf: Float64Array;
  readonly penetration: readonly number[];
};

/**
 * People with the same likes become one pattern; eight patterns make a byte, and a table holds the weight of each of the 256 ways in
 * which a byte can be reached. Then the reach of a set is a bitwise or and one look-up per eight patterns.
 */
function tableOf(likes: readonly (readonly boolean[])[], weights: readonly number[] | undefined): Table {
  const items = likes[0]?.length ?? 0;
  const patterns = new Map<string, { row: readonly boolean[]; weight: number }>();
  let total = 0;
  for (const [person, row] of likes.entries()) {
    if (row.length !== items) throw new RangeError("every person needs the same items");
    const weight = weights === undefined ? 1 : at(weights, person);
    if (!(Number.isFinite(weight) && weight >= 0)) throw new RangeError(`weight ${String(weight)}`);
    total += weight;
    const key = row.map((isLiked) => (isLiked ? "1" : "0")).join("");
    const pattern = patterns.get(key);
    if (pattern === undefined) patterns.set(key, { row, weight });
    else pattern.weight += weight;
  }
  const list = [...patterns.values()];
  const bytes = Math.ceil(list.length / 8);
  const reached = Array.from({ length: items }, () => new Uint8Array(bytes));
  const weightOf = new Float64Array(bytes * 256);
  const penetration = new Array<number>(items).fill(0);
  for (const [place, { row, weight }] of list.entries()) {
    const byte = place >> 3;
    const bit = 1 << (place & 7);
    for (const [item, isLiked] of row.entries()) {
      if (!isLiked) continue;
      const bits = at(reached, item);
      bits[byte] = (bits[byte] as number) | bit;
      penetration[item] = at(penetration, item) + weight;
    }
    for (let mask = 0; mask < 256; mask += 1) if (mask & bit) weightOf[byte * 256 + mask] = (weightOf[byte * 256 + mask] as number) + weight;
  }
  return { n: likes.length, total, reached, weightOf, penetration: penetration.map((sum) => (total > 0 ? sum / total : 0)) };
}

function reachOf({ weightOf, total }: Table, bits: Uint8Array): number {
  let sum = 0;
  for (let byte = 0; byte < bits.length; byte += 1) sum += weightOf[byte * 256 + (bits[byte] as number)] as number;
  return sum / total;
}

/** Reaches within 1e-12 are equal: the same people counted in another order. */
function isBetter(one: TurfSet, other: TurfSet): boolean {
  if (Math.abs(one.reach - other.reach) > 1e-12) return one.reach > other.reach;
  if (Math.abs(one.frequency - other.frequency) > 1e-12) return one.frequency > other.frequency;
  for (const [place, item] of one.items.entries()) if (item !== at(other.items, place)) return item < at(other.items, place);
  return false;
}

function union(one: Uint8Array, other: Uint8Array): Uint8Array {
  const joined = one.slice();
  for (let byte = 0; byte < joined.length; byte += 1) joined[byte] = (joined[byte] as number) | (other[byte] as number);
  return joined;
}

function setOf(table: Table, items: readonly number[]): TurfSet {
  const sorted = [...items].sort((one, other) => one - other);
  const bits = sorted.reduce<Uint8Array>((joined, item) => union(joined, at(table.reached, item)), new Uint8Array(table.weightOf.length / 256));
  return { items: sorted, reach: reachOf(table, bits), frequency: sorted.reduce((sum, item) => sum + at(table.penetration, item), 0) };
}

function choose(items: number, size: number): number {
  let sets = 1;
  for (let step = 1; step <= size; step += 1) sets = (sets * (items - size + step)) / step;
  return Math.round(sets);
}

/**
 * The best sets of `size` items out of those people like. `likes` holds a row per person, a column per item; what counts as liked is
 * decided before. R: `turfR::turf`. Every set is tried up to 2 million sets, above that items are added greedily and exchanged until
 * nothing improves. "too-few-groups" when there are fewer items than `size`; "no-weight" when all weights are 0.
 * Example: bestSets([[true, false, true], [false, true, false]], 2).
 */
export function bestSets(likes: readonly (readonly boolean[])[], size: number, { weights, keep = 5 }: TurfOptions = {}): Turf | NotEnoughData {
  requireCount(size, "size", 1);
  requireCount(keep, "keep", 1);
  if (weights !== undefined && weights.length !== likes.length) throw new RangeError("every person needs one weight");
  const n = likes.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const table = tableOf(likes, weights);
  const items = table.reached.length;
  if (items < size) return notEnoughData("too-few-groups", n);
  if (table.total === 0) return notEnoughData("no-weight", n);
  const sets = choose(items, size);
  const bytes = table.weightOf.length / 256;
  if (sets > MOST_SETS || sets * bytes > MOST_STEPS) {
    const found = exchange(
      table,
      setOf(
        table,
        greedyPath(table, size).map(({ item }) => item),
      ),
    );
    return { kind: "result", n, best: [found], isExhaustive: false };
  }
  const best: TurfSet[] = [];
  const chosen: number[] = [];
  const walk = (from: number, bits: Uint8Array, frequency: number): void => {
    if (chosen.length === size) {
      const set: TurfSet = { items: [...chosen], reach: reachOf(table, bits), frequency };
      const last = best[keep - 1];
      if (last !== undefined && !isBetter(set, last)) return;
      const place = best.findIndex((other) => isBetter(set, other));
      best.splice(place < 0 ? best.length : place, 0, set);
      best.length = Math.min(best.length, keep);
      return;
    }
    for (let item = from; item <= items - (size - chosen.length); item += 1) {
      chosen.push(item);
      walk(item + 1, union(bits, at(table.reached, item)), frequency + at(table.penetration, item));
      chosen.pop();
    }
  };
  walk(0, new Uint8Array(bytes), 0);
  return { kind: "result", n, best, isExhaustive: true };
}

function exchange(table: Table, start: TurfSet): TurfSet {
  let current = start;
  for (let improved = true; improved;) {
    improved = false;
    for (const leaving of current.items) {
      for (let entering = 0; entering < table.reached.length; entering += 1) {
        if (current.items.includes(entering)) continue;
        const next = setOf(table, [...current.items.filter((item) => item !== leaving), entering]);
        if (next.reach > current.reach + 1e-12 || (next.reach > current.reach - 1e-12 && next.frequency > current.frequency + 1e-12)) {
          current = next;
          improved = true;
          break;
        }
      }
      if (improved) break;
    }
  }
  return current;
}

function greedyPath(table: Table, steps: number): { item: number; reach: number }[] {
  const path: { item: number; reach: number }[] = [];
  let bits: Uint8Array = new Uint8Array(table.weightOf.length / 256);
  const left = new Set(table.reached.keys());
  for (let step = 0; step < steps && left.size > 0; step += 1) {
    let best: TurfSet | null = null;
    for (const item of left) {
      const set: TurfSet = { items: [item], reach: reachOf(table, union(bits, at(table.reached, item))), frequency: at(table.penetration, item) };
      if (best === null || isBetter(set, best)) best = set;
    }
    if (best === null) break;
    const item = at(best.items, 0);
    left.delete(item);
    bits = union(bits, at(table.reached, item));
    path.push({ item, reach: best.reach });
  }
  return path;
}

/** Items in the order in which each adds most to the reach so far: what one more product is worth. */
export function reachPath(
  likes: readonly (readonly boolean[])[],
  steps: number,
  weights?: readonly number[],
): Result<{ path: { item: number; reach: number }[] }> | NotEnoughData {
  requireCount(steps, "steps", 1);
  if (likes.length === 0) return notEnoughData("no-observations", 0);
  const table = tableOf(likes, weights);
  if (table.total === 0) return notEnoughData("no-weight", likes.length);
  return { kind: "result", path: greedyPath(table, steps) };
}
