/**
 * Ratings sorted by person and product in flat lists, so that an analysis walks over a hundred thousand of them without an object for each.
 */
import { byCodeUnit } from "./checks";
import type { Rating } from "./repeated-anova";

export type RatingsByPerson = {
  /** Sorted. */
  readonly productIds: readonly string[];
  /** Everybody who rated something. */
  readonly everybody: number;
  /** People with at least two products, in the order of their ids. Person i has the entries from `start[i]` to `start[i + 1] - 1`. */
  readonly people: number;
  readonly start: Int32Array;
  /** Index in `productIds` and rating of each entry; a person's entries are sorted by product. */
  readonly product: Int32Array;
  readonly value: Float64Array;
  /** Groups of products that are linked by people who rated more than one of them; each group and the list sorted. */
  readonly components: readonly (readonly string[])[];
};

/** The same ratings as parallel lists: entry i is by person `person[i]` for product `product[i]`, both counted from 0. */
export type CodedRatings = {
  /** How many people there are to count; the last of them may have rated nothing. */
  readonly people: number;
  /** What to call them where something is wrong; by their numbers where this is absent. */
  readonly personIds?: readonly string[];
  /** Sorted, each of them rated by somebody. */
  readonly productIds: readonly string[];
  readonly person: Int32Array;
  readonly product: Int32Array;
  readonly value: Float64Array;
};

/** Codes in the order of the sorted names. */
function code(entries: readonly Rating[], nameOf: (entry: Rating) => string): { names: string[]; codes: Int32Array } {
  const firstSeen = new Map<string, number>();
  const codes = new Int32Array(entries.length);
  for (const [index, entry] of entries.entries()) {
    const name = nameOf(entry);
    const known = firstSeen.get(name) ?? firstSeen.size;
    firstSeen.set(name, known);
    codes[index] = known;
  }
  const names = [...firstSeen.keys()].sort(byCodeUnit);
  const sorted = new Int32Array(names.length);
  for (const [place, name] of names.entries()) sorted[firstSeen.get(name) as number] = place;
  for (let index = 0; index < codes.length; index += 1) codes[index] = sorted[codes[index] as number] as number;
  return { names, codes };
}

/** Sorted by their ids, so that the order in which ratings came makes no difference. */
export function codeRatings(ratings: readonly Rating[]): CodedRatings {
  const persons = code(ratings, ({ personId }) => personId);
  const products = code(ratings, ({ productId }) => productId);
  const value = Float64Array.from(ratings, ({ value: rating }) => rating);
  return { people: persons.names.length, personIds: persons.names, productIds: products.names, person: persons.codes, product: products.codes, value };
}

/** Entries of each person side by side: where each person begins, and the entries' indices sorted by product. */
function group(people: Int32Array, count: number, product: Int32Array): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(count + 1);
  for (let index = 0; index < people.length; index += 1) {
    const after = (people[index] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let person = 0; person < count; person += 1) start[person + 1] = (start[person + 1] as number) + (start[person] as number);
  const next = start.slice();
  const order = new Int32Array(people.length);
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] as number;
    const own = product[index] as number;
    const first = start[person] as number;
    let at = next[person] as number;
    next[person] = at + 1;
    // A person has a handful of products, which are put into their order one by one.
    for (; at > first && (product[order[at - 1] as number] as number) > own; at -= 1) order[at] = order[at - 1] as number;
    order[at] = index;
  }
  return { start, order };
}

function link(productIds: readonly string[], start: Int32Array, product: Int32Array): string[][] {
  const leaderOf = Int32Array.from(productIds, (_, index) => index);
  const find = (index: number): number => {
    let leader = index;
    while (leaderOf[leader] !== leader) leader = leaderOf[leader] as number;
    return leader;
  };
  for (let person = 0; person + 1 < start.length; person += 1) {
    const first = start[person] as number;
    for (let entry = first + 1; entry < (start[person + 1] as number); entry += 1) leaderOf[find(product[entry] as number)] = find(product[first] as number);
  }
  const groups = new Map<number, string[]>();
  for (const [index, id] of productIds.entries()) {
    const leader = find(index);
    const members = groups.get(leader) ?? [];
    members.push(id);
    groups.set(leader, members);
  }
  return [...groups.values()];
}

/** Throws `RangeError` for a rating that is no number and for two ratings of one product by one person. */
export function sortRatings({ people, personIds, productIds, person: persons, product: products, value: values }: CodedRatings): RatingsByPerson {
  const length = values.length;
  const { start, order } = group(persons, people, products);
  const product = new Int32Array(length);
  const value = new Float64Array(length);
  for (let entry = 0; entry < length; entry += 1) {
    const index = order[entry] as number;
    const rating = values[index] as number;
    if (!Number.isFinite(rating)) throw new RangeError(`rating ${String(rating)}; leave missing answers out`);
    product[entry] = products[index] as number;
    value[entry] = rating;
  }
  // Read before the entries of people with one product are overwritten.
  const components = link(productIds, start, product);
  const keptStart = [0];
  let everybody = 0;
  let kept = 0;
  for (let person = 0; person < people; person += 1) {
    const from = start[person] as number;
    const to = start[person + 1] as number;
    for (let entry = from + 1; entry < to; entry += 1) {
      if (product[entry] === product[entry - 1]) {
        throw new RangeError(`two ratings of ${String(productIds[product[entry] as number])} by ${personIds?.[person] ?? String(person)}`);
      }
    }
    if (to > from) everybody += 1;
    if (to - from < 2) continue;
    if (kept < from) {
      product.copyWithin(kept, from, to);
      value.copyWithin(kept, from, to);
    }
    kept += to - from;
    keptStart.push(kept);
  }
  return {
    productIds,
    everybody,
    people: keptStart.length - 1,
    components,
    start: Int32Array.from(keptStart),
    product: product.subarray(0, kept),
    value: value.subarray(0, kept),
  };
}
