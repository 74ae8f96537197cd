/** Which prices people accept, from four prices each (METHODS 3.17, van Westendorp 1976). */
import { at, requireFinite } from "./checks";
import type { OnStep } from "./progress";
import { bootstrapSeveral } from "./bootstrap";
import type { Seed } from "./random";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

/** Prices in one currency unit. `weight` 1 when left out. */
export type FourPrices = {
  readonly tooCheap: number;
  readonly cheap: number;
  readonly expensive: number;
  readonly tooExpensive: number;
  readonly weight?: number;
};

/** "at-least": too cheap at x when the stated price is x or more. "above": more than x, as in pricesensitivitymeter. It moves the points, so it is always shown. */
export type PriceConvention = "at-least" | "above";

/** Where two curves cross; the share is the height of the crossing. */
export type PricePoint = { readonly price: number; readonly share: number };

export type PricePoints = {
  /** Too cheap meets too expensive: fewest people refuse. */
  readonly optimal: PricePoint | null;
  /** Cheap meets expensive: as many find it cheap as dear. */
  readonly indifference: PricePoint | null;
  /** Too cheap meets not cheap, and too expensive meets not expensive: the range of acceptable prices. */
  readonly lowest: PricePoint | null;
  readonly highest: PricePoint | null;
  /** The narrower range: too cheap meets expensive, too expensive meets cheap. */
  readonly lowestNarrow: PricePoint | null;
  readonly highestNarrow: PricePoint | null;
};

export type PriceCurves = {
  readonly prices: readonly number[];
  readonly tooCheap: readonly number[];
  readonly cheap: readonly number[];
  readonly expensive: readonly number[];
  readonly tooExpensive: readonly number[];
};

export type PriceSensitivity = Result<{
  /** People whose prices are in order. */
  readonly n: number;
  /** Share of people dropped because theirs are not. */
  readonly droppedShare: number;
  readonly convention: PriceConvention;
  readonly points: PricePoints;
  readonly curves: PriceCurves;
}>;

/** too cheap < cheap < expensive < too expensive, or with equal neighbours when not strict. */
export function isInOrder({ tooCheap, cheap, expensive, tooExpensive }: FourPrices, isStrict = true): boolean {
  const prices = [tooCheap, cheap, expensive, tooExpensive];
  return prices.every((price, index) => index === 0 || (isStrict ? at(prices, index - 1) < price : at(prices, index - 1) <= price));
}

/** Weighted share of people per grid price, by walking up the sorted prices once. */
function shareUpTo(grid: readonly number[], prices: readonly number[], weights: readonly number[], includesEqual: boolean): number[] {
  const order = [...prices.keys()].sort((one, other) => at(prices, one) - at(prices, other));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let next = 0;
  let passed = 0;
  return grid.map((x) => {
    while (next < order.length && (includesEqual ? at(prices, at(order, next)) <= x : at(prices, at(order, next)) < x)) {
      passed += at(weights, at(order, next));
      next += 1;
    }
    return passed / total;
  });
}

/** First change of sign of a - b: linear between two grid prices, the middle of the run where the curves lie on each other. */
function crossing(grid: readonly number[], a: readonly number[], b: readonly number[]): PricePoint | null {
  const differences = a.map((value, index) => (Math.abs(value - at(b, index)) < 1e-12 ? 0 : value - at(b, index)));
  const apart = [...differences.keys()].filter((index) => at(differences, index) !== 0);
  for (let place = 0; place + 1 < apart.length; place += 1) {
    const [i, j] = [at(apart, place), at(apart, place + 1)];
    if (Math.sign(at(differences, i)) === Math.sign(at(differences, j))) continue;
    if (j > i + 1) return { price: (at(grid, i + 1) + at(grid, j - 1)) / 2, share: (at(a, i + 1) + at(a, j - 1)) / 2 };
    const along = at(differences, i) / (at(differences, i) - at(differences, j));
    return { price: at(grid, i) + along * (at(grid, j) - at(grid, i)), share: at(a, i) + along * (at(a, j) - at(a, i)) };
  }
  return null;
}

function analyse(kept: readonly FourPrices[], convention: PriceConvention): { points: PricePoints; curves: PriceCurves } {
  const weights = kept.map(({ weight = 1 }) => weight);
  const grid = [...new Set(kept.flatMap(({ tooCheap, cheap, expensive, tooExpensive }) => [tooCheap, cheap, expensive, tooExpensive]))].sort(
    (one, other) => one - other,
  );
  const rest = (shares: readonly number[]) => shares.map((share) => 1 - share);
  const falling = (prices: readonly number[]) => rest(shareUpTo(grid, prices, weights, convention === "above"));
  const rising = (prices: readonly number[]) => shareUpTo(grid, prices, weights, true);
  const tooCheap = falling(kept.map((prices) => prices.tooCheap));
  const cheap = falling(kept.map((prices) => prices.cheap));
  const expensive = rising(kept.map((prices) => prices.expensive));
  const tooExpensive = rising(kept.map((prices) => prices.tooExpensive));
  return {
    curves: { prices: grid, tooCheap, cheap, expensive, tooExpensive },
    points: {
      optimal: crossing(grid, tooCheap, tooExpensive),
      indifference: crossing(grid, cheap, expensive),
      lowest: crossing(grid, tooCheap, rest(cheap)),
      highest: crossing(grid, tooExpensive, rest(expensive)),
      lowestNarrow: crossing(grid, tooCheap, expensive),
      highestNarrow: crossing(grid, tooExpensive, cheap),
    },
  };
}

/**
 * The four curves and where they cross. People whose prices are out of order are dropped and their share reported. "no-observations"
 * when nobody's are in order, "no-weight" when their weights are all 0. A point is null where curves do not cross.
 * R: `pricesensitivitymeter::psm_analysis`, which uses "above". Example: analysePrices([{ tooCheap: 2, cheap: 5, expensive: 9, tooExpensive: 12 }]).
 */
export function analysePrices(answers: readonly FourPrices[], convention: PriceConvention = "at-least", isStrict = true): PriceSensitivity | NotEnoughData {
  requireFinite(
    answers.flatMap(({ tooCheap, cheap, expensive, tooExpensive, weight = 1 }) => [tooCheap, cheap, expensive, tooExpensive, weight]),
    "prices",
  );
  if (answers.some(({ weight = 1 }) => weight < 0)) throw new RangeError("weights must not be negative");
  const inOrder = answers.filter((prices) => isInOrder(prices, isStrict));
  if (inOrder.length === 0) return notEnoughData("no-observations", 0);
  const kept = inOrder.filter(({ weight = 1 }) => weight > 0);
  if (kept.length === 0) return notEnoughData("no-weight", inOrder.length);
  return { kind: "result", n: inOrder.length, droppedShare: 1 - inOrder.length / answers.length, convention, ...analyse(kept, convention) };
}

const POINT_NAMES = ["optimal", "indifference", "lowest", "highest", "lowestNarrow", "highestNarrow"] as const;

/**
 * Interval of each point by drawing people again: one bootstrap, in which every sample gives all six points. Null where a point often does
 * not exist.
 */
export function priceIntervals(
  answers: readonly FourPrices[],
  seed: Seed,
  samples = 1000,
  convention: PriceConvention = "at-least",
  onStep?: OnStep,
): Record<keyof PricePoints, Interval | null> {
  const kept = answers.filter((prices) => isInOrder(prices) && (prices.weight ?? 1) > 0);
  const pointsOf = (drawn: Int32Array) => {
    const { points } = analyse(
      Array.from(drawn, (person) => at(kept, person)),
      convention,
    );
    return POINT_NAMES.map((name) => points[name]?.price ?? null);
  };
  const found = bootstrapSeveral(kept.length, POINT_NAMES.length, pointsOf, { seed, samples, onStep });
  const intervals = POINT_NAMES.map((name, index) => {
    const answer = at(found, index);
    return [name, answer.kind === "result" ? answer.interval : null] as const;
  });
  return Object.fromEntries(intervals) as Record<keyof PricePoints, Interval | null>;
}

export type PurchaseCurve = Result<{
  readonly prices: readonly number[];
  /** Mean chance to buy per price, and that times the price. */
  readonly trial: readonly number[];
  readonly revenue: readonly number[];
  readonly bestTrial: { readonly price: number; readonly chance: number };
  readonly bestRevenue: { readonly price: number; readonly revenue: number };
}>;

/**
 * Newton, Miller & Smith (1993): every person's chance to buy is 0 at "too cheap" and "too expensive", the stated chance at "cheap" and
 * "expensive", and straight lines between. Evaluated at all stated prices, by walking up them once. An index, not a forecast.
 * "no-observations" when nobody's prices are in order. R: the mean of `approx` over people.
 */
export function purchaseCurve(
  answers: readonly (FourPrices & { readonly chanceCheap: number; readonly chanceExpensive: number })[],
): PurchaseCurve | NotEnoughData {
  const kept = answers.filter((prices) => isInOrder(prices) && (prices.weight ?? 1) > 0);
  if (kept.length === 0) return notEnoughData("no-observations", 0);
  const corners = kept.flatMap(({ tooCheap, cheap, expensive, tooExpensive, chanceCheap, chanceExpensive, weight = 1 }) => {
    const slopes = [chanceCheap / (cheap - tooCheap), (chanceExpensive - chanceCheap) / (expensive - cheap), -chanceExpensive / (tooExpensive - expensive), 0];
    return [tooCheap, cheap, expensive, tooExpensive].map((price, place) => ({
      price,
      bend: weight * (at(slopes, place) - (place === 0 ? 0 : at(slopes, place - 1))),
    }));
  });
  corners.sort((one, other) => one.price - other.price);
  const total = kept.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const [prices, trial]: [number[], number[]] = [[], []];
  let [slope, height, next] = [0, 0, 0];
  while (next < corners.length) {
    const { price } = at(corners, next);
    const before = prices.at(-1);
    if (before !== undefined) height += slope * (price - before);
    // What was rounded on the way must not become a chance below none.
    prices.push(price);
    trial.push(Math.max(0, height / total));
    for (; next < corners.length && at(corners, next).price === price; next += 1) slope += at(corners, next).bend;
  }
  const revenue = trial.map((chance, index) => chance * at(prices, index));
  const best = (values: readonly number[]) => values.reduce((place, value, index) => (value > at(values, place) ? index : place), 0);
  const [atTrial, atRevenue] = [best(trial), best(revenue)];
  return {
    kind: "result",
    prices,
    trial,
    revenue,
    bestTrial: { price: at(prices, atTrial), chance: at(trial, atTrial) },
    bestRevenue: { price: at(prices, atRevenue), revenue: at(revenue, atRevenue) },
  };
}
