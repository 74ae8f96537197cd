/**
 * The letters beside product means: two products that share a letter were not shown to differ. Letter names mean nothing
 * beyond that and must never be compared between reports.
 */
import { byCodeUnit, requireOpenUnit, requireUnit } from "./checks";

export type LetteredMean = {
  readonly id: string;
  readonly mean: number;
  /** Ascending, never empty, for example ["a", "b"]. */
  readonly letters: readonly string[];
};

export type PairP = { readonly first: string; readonly second: string; readonly p: number };

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** a..z, then a2..z2, a3.. */
function letterName(index: number): string {
  const round = Math.floor(index / ALPHABET.length) + 1;
  const letter = ALPHABET.charAt(index % ALPHABET.length);
  return round === 1 ? letter : `${letter}${String(round)}`;
}

function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size <= outer.size && [...inner].every((id) => outer.has(id));
}

/**
 * Compact letter display by insert and absorb (Piepho 2004): start with one group of all; split every group that holds a
 * significantly different pair into two that lack one of them each; drop groups contained in another. "a" belongs to the
 * group with the highest mean. Two products share a letter if and only if their p is at least `alpha`.
 *
 * `pairs` must hold every pair once. Returns the means in descending order, ties by id.
 */
export function compactLetters(means: readonly { readonly id: string; readonly mean: number }[], pairs: readonly PairP[], alpha = 0.05): LetteredMean[] {
  requireOpenUnit(alpha, "alpha");
  const ids = new Set(means.map(({ id }) => id));
  if (ids.size !== means.length) throw new RangeError("every product needs an id of its own");
  const seen = new Set<string>();
  for (const { first, second, p } of pairs) {
    requireUnit(p, "p");
    if (first === second || !ids.has(first) || !ids.has(second)) {
      throw new RangeError(`${first} and ${second} are not a pair of the given products`);
    }
    seen.add(JSON.stringify([first, second].sort(byCodeUnit)));
  }
  if (seen.size !== pairs.length || pairs.length !== (means.length * (means.length - 1)) / 2) {
    throw new RangeError("letters need every pair of products exactly once");
  }

  const sorted = [...means].sort((one, other) => other.mean - one.mean || byCodeUnit(one.id, other.id));
  let groups: Set<string>[] = means.length === 0 ? [] : [new Set(sorted.map(({ id }) => id))];
  for (const { first, second, p } of pairs) {
    if (p >= alpha) continue;
    const intact = groups.filter((group) => !(group.has(first) && group.has(second)));
    const halves = groups.filter((group) => group.has(first) && group.has(second)).flatMap((group) => [without(group, first), without(group, second)]);
    groups = absorb([...intact, ...halves]);
  }

  const rankOf = new Map(sorted.map(({ id }, rank) => [id, rank]));
  const ranksOf = (group: ReadonlySet<string>) => [...group].map((id) => rankOf.get(id) ?? 0).sort((a, b) => a - b);
  const named = groups
    .map((group) => ({ group, ranks: ranksOf(group) }))
    .sort((one, other) => compareRanks(one.ranks, other.ranks))
    .map(({ group }, index) => ({ group, letter: letterName(index) }));
  return sorted.map(({ id, mean }) => ({
    id,
    mean,
    letters: named.filter(({ group }) => group.has(id)).map(({ letter }) => letter),
  }));
}

function without(group: ReadonlySet<string>, id: string): Set<string> {
  return new Set([...group].filter((member) => member !== id));
}

/** Drops every group that is contained in another one; of equal groups the first stays. */
function absorb(groups: readonly Set<string>[]): Set<string>[] {
  return groups.filter(
    (group, index) => !groups.some((other, place) => place !== index && isSubset(group, other) && (group.size < other.size || place < index)),
  );
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
