/** One order of products out of many people's rankings, complete or only their first few (METHODS 3.13). */
import { at } from "./checks";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One person's ranks, 1 = first, per product; null = not ranked, which means below everything the person did rank. */
export type Ranking = readonly (number | null)[];

function requireRankings(rankings: readonly Ranking[]): number {
  const k = rankings[0]?.length ?? 0;
  for (const ranking of rankings) {
    if (ranking.length !== k) throw new RangeError("every ranking needs the same products");
    for (const rank of ranking) if (rank !== null && !(Number.isFinite(rank) && rank >= 1)) throw new RangeError(`rank ${String(rank)}`);
  }
  return k;
}

/** [i][j]: people who place product i before product j; a ranked product comes before an unranked one, ties and two unranked count for nobody. */
export function pairwiseWins(rankings: readonly Ranking[]): number[][] {
  const k = requireRankings(rankings);
  const wins = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const ranking of rankings) {
    for (let i = 0; i < k; i += 1) {
      const own = ranking[i] ?? Infinity;
      const row = at(wins, i);
      for (let j = 0; j < k; j += 1) if (own < (ranking[j] ?? Infinity)) row[j] = at(row, j) + 1;
    }
  }
  return wins;
}

/** Points k - rank, summed over people (Borda 1781). Products a person did not rank share the mean of the points left, so that they are not punished as last. */
export function bordaScores(rankings: readonly Ranking[]): number[] {
  const k = requireRankings(rankings);
  const scores = new Array<number>(k).fill(0);
  for (const ranking of rankings) {
    const ranked = ranking.filter((rank) => rank !== null).length;
    // The points 0 .. k - ranked - 1 are left.
    const rest = (k - ranked - 1) / 2;
    for (let product = 0; product < k; product += 1) {
      const rank = ranking[product] ?? null;
      scores[product] = at(scores, product) + (rank === null ? rest : k - rank);
    }
  }
  return scores;
}

/** Products beaten by a majority of the people minus products that beat it (Copeland 1951). `wins` from `pairwiseWins`. */
export function copelandScores(wins: readonly (readonly number[])[]): number[] {
  return wins.map((row, i) => row.reduce((sum, own, j) => sum + Math.sign(own - at(at(wins, j), i)), 0));
}

export type KemenyOrders = Result<{
  /** Pairwise disagreements between the order and all rankings together. */
  readonly distance: number;
  /** Orders of product indices, first to last; several when they are equally good, at most `MOST_ORDERS`. */
  readonly orders: readonly (readonly number[])[];
  /** False for more than 15 products, where a local search answers and may miss a better order. */
  readonly isExact: boolean;
}>;

const LARGEST_EXACT = 15;
const MOST_ORDERS = 100;

/**
 * The order with the fewest pairwise disagreements (Kemeny 1959): exact by dynamic programming over subsets up to 15 products,
 * beyond that by moving single products from the Borda order until nothing improves.
 * Example: kemenyOrders(pairwiseWins(rankings)).
 */
export function kemenyOrders(wins: readonly (readonly number[])[]): KemenyOrders | NotEnoughData {
  const k = wins.length;
  if (k < 2) return notEnoughData("too-few-groups", 0);
  if (wins.every((row) => row.every((count) => count === 0))) return notEnoughData("no-observations", 0);
  return k <= LARGEST_EXACT ? exactKemeny(wins) : searchedKemeny(wins);
}

function exactKemeny(wins: readonly (readonly number[])[]): KemenyOrders {
  const k = wins.length;
  const all = 2 ** k;
  const best = new Float64Array(all).fill(Infinity);
  best[0] = 0;
  // Disagreements when `next` follows all of `placed`: those who wanted it before them.
  const cost = (placed: number, next: number) => {
    let sum = 0;
    const row = at(wins, next);
    for (let other = 0; other < k; other += 1) if (placed & (1 << other)) sum += at(row, other);
    return sum;
  };
  for (let placed = 0; placed < all; placed += 1) {
    for (let next = 0; next < k; next += 1) {
      if (placed & (1 << next)) continue;
      const together = placed | (1 << next);
      best[together] = Math.min(at(best, together), at(best, placed) + cost(placed, next));
    }
  }
  const orders: number[][] = [];
  const walk = (placed: number, behind: readonly number[]): void => {
    if (orders.length >= MOST_ORDERS) return;
    if (placed === 0) {
      orders.push([...behind]);
      return;
    }
    for (let last = 0; last < k; last += 1) {
      if (!(placed & (1 << last))) continue;
      const before = placed & ~(1 << last);
      if (at(best, before) + cost(before, last) === at(best, placed)) walk(before, [last, ...behind]);
    }
  };
  walk(all - 1, []);
  return { kind: "result", distance: at(best, all - 1), orders, isExact: true };
}

function searchedKemeny(wins: readonly (readonly number[])[]): KemenyOrders {
  const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  const order = wins.map((_, index) => index).sort((one, other) => total(at(wins, other)) - total(at(wins, one)) || one - other);
  const against = (before: number, after: number) => at(at(wins, after), before) - at(at(wins, before), after);
  for (let improved = true; improved;) {
    improved = false;
    for (let from = 0; from < order.length; from += 1) {
      const moved = at(order, from);
      let bestGain = 0;
      let bestPlace = from;
      for (const step of [-1, 1]) {
        let gain = 0;
        for (let place = from + step; place >= 0 && place < order.length; place += step) {
          const other = at(order, place);
          gain += step < 0 ? against(other, moved) : against(moved, other);
          if (gain > bestGain) [bestGain, bestPlace] = [gain, place];
        }
      }
      if (bestPlace === from) continue;
      order.splice(from, 1);
      order.splice(bestPlace, 0, moved);
      improved = true;
    }
  }
  let distance = 0;
  for (const [place, before] of order.entries()) for (const after of order.slice(place + 1)) distance += at(at(wins, after), before);
  return { kind: "result", distance, orders: [order], isExact: false };
}
