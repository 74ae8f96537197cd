/**
 * Presentation orders in which every product stands equally often in every position and directly after every other product,
 * so that neither tiredness nor the taste of the previous product favours one of them (Williams 1949).
 */
import { at, requireCount } from "./checks";
import { createRandom, shuffle, type Seed } from "./random";

/** Products are numbered from 0; an order lists them from first to last. */
export type Order = readonly number[];

/** How often each product stood in each position, and how often each product came directly after each other one. */
export type OrderBalance = {
  /** [product][position], counts. */
  readonly position: readonly (readonly number[])[];
  /** [previous product][product], counts; the diagonal is 0. */
  readonly carryOver: readonly (readonly number[])[];
  /** Sum of squared deviations of the position counts and of the carry-over counts from their means; 0 is perfect. */
  readonly imbalance: number;
};

/**
 * The Williams square for `products` products (at least 1): `products` orders when even (or 1), twice as many when odd.
 * First row 0, 1, t-1, 2, t-2, ...; the others add 1, 2, ... modulo t; for odd t every row also appears reversed.
 */
export function williamsSquare(products: number): Order[] {
  requireCount(products, "products", 1);
  const firstRow = [0];
  let low = 1;
  let high = products - 1;
  for (let index = 1; index < products; index += 1) {
    firstRow.push(index % 2 === 1 ? low++ : high--);
  }
  const rows: Order[] = firstRow.map((_, shift) => firstRow.map((product) => (product + shift) % products));
  if (products === 1 || products % 2 === 0) return rows;
  return [...rows, ...rows.map((row) => [...row].reverse())];
}

function emptyCounts(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function increment(counts: number[][], row: number, column: number): void {
  const cells = at(counts, row);
  cells[column] = at(cells, column) + 1;
}

function squaredDeviations(counts: readonly (readonly number[])[], skipDiagonal: boolean): number {
  const cells = counts.flatMap((row, index) => row.filter((_, column) => !(skipDiagonal && column === index)));
  if (cells.length === 0) return 0;
  const mean = cells.reduce((sum, count) => sum + count, 0) / cells.length;
  return cells.reduce((sum, count) => sum + (count - mean) ** 2, 0);
}

/** Counts positions and carry-over of complete orders. Throws when an order is not a permutation of the products. */
export function orderBalance(orders: readonly Order[], products: number): OrderBalance {
  requireCount(products, "products", 1);
  const position = emptyCounts(products);
  const carryOver = emptyCounts(products);
  for (const order of orders) {
    if (order.length !== products || new Set(order).size !== products) {
      throw new RangeError(`an order must hold each of the ${String(products)} products once`);
    }
    order.forEach((product, place) => {
      increment(position, product, place);
      if (place > 0) increment(carryOver, at(order, place - 1), product);
    });
  }
  return { position, carryOver, imbalance: squaredDeviations(position, false) + squaredDeviations(carryOver, true) };
}

/** Above this many subsets the remainder is searched by exchange instead of exhaustively. */
const EXHAUSTIVE_SUBSETS = 3000;

function subsetCount(total: number, chosen: number): number {
  let count = 1;
  for (let index = 1; index <= chosen; index += 1) count = (count * (total - chosen + index)) / index;
  return Math.round(count);
}

function* subsets(total: number, chosen: number, from = 0): Generator<number[]> {
  if (chosen === 0) yield [];
  for (let first = from; first <= total - chosen && chosen > 0; first += 1) {
    for (const rest of subsets(total, chosen - 1, first + 1)) yield [first, ...rest];
  }
}

/** The rows of least imbalance; among equals the first in the (already random) order of `rows`. */
function leastImbalancedRows(rows: readonly Order[], count: number, products: number): Order[] {
  const imbalanceOf = (chosen: readonly number[]) =>
    orderBalance(
      chosen.map((index) => at(rows, index)),
      products,
    ).imbalance;
  let best = Array.from({ length: count }, (_, index) => index);
  let bestImbalance = imbalanceOf(best);
  if (subsetCount(rows.length, count) <= EXHAUSTIVE_SUBSETS) {
    for (const chosen of subsets(rows.length, count)) {
      const imbalance = imbalanceOf(chosen);
      if (imbalance < bestImbalance) [best, bestImbalance] = [chosen, imbalance];
    }
    return best.map((index) => at(rows, index));
  }
  for (let improved = true; improved;) {
    improved = false;
    for (let slot = 0; slot < count; slot += 1) {
      for (let candidate = 0; candidate < rows.length; candidate += 1) {
        if (best.includes(candidate)) continue;
        const changed = best.map((index, place) => (place === slot ? candidate : index));
        const imbalance = imbalanceOf(changed);
        if (imbalance < bestImbalance) [best, bestImbalance, improved] = [changed, imbalance, true];
      }
    }
  }
  return best.map((index) => at(rows, index));
}

export type OrderPlan = {
  /** One order per person, in the sequence in which people take their places. */
  readonly orders: readonly Order[];
  readonly balance: OrderBalance;
  /** Orders in one complete square: the design is perfectly balanced when this divides the number of people. */
  readonly ordersPerSquare: number;
};

/**
 * One order for each of `people` places: the square with randomly relabelled products, repeated, shuffled inside each
 * repeat; when the people do not fill the last repeat, its rows with the least imbalance
 * (sum (position - mean)^2 + sum (carry-over - mean)^2) are kept. The search for them is complete up to 3,000 subsets and
 * an exchange search beyond. Deterministic in the seed.
 */
export function planOrders(products: number, people: number, seed: Seed): OrderPlan {
  requireCount(people, "people");
  const random = createRandom(seed);
  const square = williamsSquare(products);
  const labels = shuffle(
    random,
    Array.from({ length: products }, (_, index) => index),
  );
  const relabelled = square.map((row) => row.map((product) => at(labels, product)));
  const orders: Order[] = [];
  for (let left = people; left > 0; left -= relabelled.length) {
    const rows = shuffle(random, relabelled);
    orders.push(...(left >= rows.length ? rows : shuffle(random, leastImbalancedRows(rows, left, products))));
  }
  return { orders, balance: orderBalance(orders, products), ordersPerSquare: square.length };
}
