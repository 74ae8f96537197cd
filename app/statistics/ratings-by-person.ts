/**
 * Ratings sorted by person and product in flat lists, so that an analysis walks over a hundred thousand of them without an object for each.
 * The order depends on the ids alone, never on the order in which the ratings came.
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

/** Codes in the order of the sorted names: names, and the code of each entry. */
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

/** Entries of each person side by side: where each person begins, and the entries' indices sorted by product. */
function group(people: Int32Array, count: number, product: Int32Array): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const person of people) start[person + 1] = (start[person + 1] as number) + 1;
  for (let person = 0; person < count; person += 1) start[person + 1] = (start[person + 1] as number) + (start[person] as number);
  const next = start.slice();
  const order = new Int32Array(people.length);
  for (const [index, person] of people.entries()) {
    const first = start[person] as number;
    let at = next[person] as number;
    next[person] = at + 1;
    // A person has a handful of products, which are put into their order one by one.
    for (; at > first && (product[order[at - 1] as number] as number) > (product[index] as number); at -= 1) order[at] = order[at - 1] as number;
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
export function sortRatings(ratings: readonly Rating[]): RatingsByPerson {
  for (const { value } of ratings) if (!Number.isFinite(value)) throw new RangeError(`rating ${String(value)}; leave missing answers out`);
  const persons = code(ratings, ({ personId }) => personId);
  const products = code(ratings, ({ productId }) => productId);
  const { start, order } = group(persons.codes, persons.names.length, products.codes);
  const product = order.map((index) => products.codes[index] as number);
  const value = Float64Array.from(order, (index) => (ratings[index] as Rating).value);
  const kept: number[] = [];
  for (let person = 0; person < persons.names.length; person += 1) {
    const [from, to] = [start[person] as number, start[person + 1] as number];
    for (let entry = from + 1; entry < to; entry += 1) {
      if (product[entry] === product[entry - 1]) {
        throw new RangeError(`two ratings of ${String(products.names[product[entry] as number])} by ${String(persons.names[person])}`);
      }
    }
    if (to - from > 1) kept.push(person);
  }
  const components = link(products.names, start, product);
  const shared = { productIds: products.names, everybody: persons.names.length, people: kept.length, components };
  if (kept.length === persons.names.length) return { ...shared, start, product, value };
  const keptStart = new Int32Array(kept.length + 1);
  for (const [place, person] of kept.entries()) keptStart[place + 1] = (keptStart[place] as number) + (start[person + 1] as number) - (start[person] as number);
  const length = keptStart[kept.length] as number;
  const [keptProduct, keptValue] = [new Int32Array(length), new Float64Array(length)];
  for (const [place, person] of kept.entries()) {
    const [from, to] = [start[person] as number, start[person + 1] as number];
    keptProduct.set(product.subarray(from, to), keptStart[place]);
    keptValue.set(value.subarray(from, to), keptStart[place]);
  }
  return { ...shared, start: keptStart, product: keptProduct, value: keptValue };
}
