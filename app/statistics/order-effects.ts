/** Whether the place in the order, or the product tried before, moved the ratings (METHODS 3.9). */
import { at } from "./checks";
import { fUpperTail } from "./distributions";
import { oneWayAnova, type OneWayTest } from "./independent-groups";
import { centreWithinGroups, solveLeastSquares } from "./least-squares";
import { arithmeticMean } from "./means";
import type { Rating } from "./repeated-anova";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** `position` counts from 1; people tried their products in this order. */
export type PlacedRating = Rating & { readonly position: number };

export type OrderTest = Result<{ readonly f: number; readonly numeratorDegrees: number; readonly denominatorDegrees: number; readonly p: number }>;

export type OrderEffects = Result<{
  readonly n: number;
  readonly people: number;
  /** Position, adjusted for people and products. */
  readonly position: OrderTest | NotEnoughData;
  /** The product before, adjusted for people, products and positions, over ratings from the second position on. */
  readonly carryOver: OrderTest | NotEnoughData;
  /** Sorted by product id. `adjusted` is the mean as if every product had stood in every position equally often; null when it cannot be told. */
  readonly products: readonly {
    readonly productId: string;
    readonly n: number;
    readonly rawMean: number;
    readonly adjustedMean: number | null;
    readonly firstMean: number | null;
    readonly firstN: number;
  }[];
  /** Products compared on first positions only, the one reading that no order can touch. */
  readonly firstPosition: OneWayTest | NotEnoughData;
  /** True when position or carry-over has p < .10: show adjusted means beside raw ones. */
  readonly showAdjusted: boolean;
}>;

type Model = { readonly sumOfSquares: number; readonly rank: number; readonly estimates: readonly (number | null)[] };

/** Least squares on categories, people taken out by centring. Every factor but its first category gets a column. */
function fit(values: Float64Array, people: Int32Array, count: number, factors: readonly { readonly codes: Int32Array; readonly levels: number }[]): Model {
  const columns: Float64Array[] = [];
  const lengths: number[] = [];
  for (const { codes, levels } of factors) {
    for (let level = 1; level < levels; level += 1) {
      const column = Float64Array.from(codes, (code) => (code === level ? 1 : 0));
      lengths.push(Math.sqrt(column.reduce((sum, value) => sum + value, 0)));
      columns.push(centreWithinGroups(column, people, count));
    }
  }
  const solved = solveLeastSquares(columns, centreWithinGroups(values, people, count), lengths);
  return { sumOfSquares: solved.residualSumOfSquares, rank: solved.rank, estimates: solved.columns.map((column) => column?.estimate ?? null) };
}

function test(full: Model, reduced: Model, n: number, people: number, total: number): OrderTest | NotEnoughData {
  const numeratorDegrees = full.rank - reduced.rank;
  const denominatorDegrees = n - people - full.rank;
  if (numeratorDegrees < 1) return notEnoughData("not-estimable", n);
  if (denominatorDegrees < 1) return notEnoughData("no-degrees-of-freedom", n);
  if (full.sumOfSquares <= 1e-20 * n * total || total === 0) return notEnoughData("no-variation", n);
  const f = Math.max(0, reduced.sumOfSquares - full.sumOfSquares) / numeratorDegrees / (full.sumOfSquares / denominatorDegrees);
  return { kind: "result", f, numeratorDegrees, denominatorDegrees, p: fUpperTail(f, numeratorDegrees, denominatorDegrees) };
}

function coded<Key>(keys: readonly Key[], sorted: readonly Key[]): Int32Array {
  const placeOf = new Map(sorted.map((key, index) => [key, index]));
  return Int32Array.from(keys, (key) => placeOf.get(key) ?? 0);
}

/**
 * y ~ person + product + position, and y ~ person + product + position + product before; F of the last term against the model without it.
 * R: `anova(lm(y ~ person + product), lm(y ~ person + product + position))`.
 *
 * A rating whose predecessor is missing is left out of the carry-over model. "not-estimable" when a factor is mixed up with the
 * others, as when everybody had the same order. Two ratings of one person in one position throw.
 */
export function analyseOrder(ratings: readonly PlacedRating[]): OrderEffects | NotEnoughData {
  const n = ratings.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const seen = new Map<string, PlacedRating>();
  const keyOf = (personId: string, position: number) => JSON.stringify([personId, position]);
  for (const rating of ratings) {
    if (!Number.isFinite(rating.value)) throw new RangeError(`rating ${String(rating.value)}; leave missing answers out`);
    if (seen.has(keyOf(rating.personId, rating.position))) throw new RangeError(`two ratings of ${rating.personId} in position ${String(rating.position)}`);
    seen.set(keyOf(rating.personId, rating.position), rating);
  }
  const productIds = [...new Set(ratings.map(({ productId }) => productId))].sort();
  const positions = [...new Set(ratings.map(({ position }) => position))].sort((one, other) => one - other);
  if (productIds.length < 2) return notEnoughData("too-few-groups", n);
  const model = (rows: readonly PlacedRating[], before: readonly string[] | null) => {
    const personIds = [...new Set(rows.map(({ personId }) => personId))];
    const people = coded(
      rows.map(({ personId }) => personId),
      personIds,
    );
    const values = Float64Array.from(rows, ({ value }) => value);
    const product = {
      codes: coded(
        rows.map(({ productId }) => productId),
        productIds,
      ),
      levels: productIds.length,
    };
    const position = {
      codes: coded(
        rows.map((row) => row.position),
        positions,
      ),
      levels: positions.length,
    };
    const previous = before === null ? [] : [{ codes: coded(before, productIds), levels: productIds.length }];
    const full = fit(values, people, personIds.length, before === null ? [product, position] : [product, position, ...previous]);
    const reduced = fit(values, people, personIds.length, before === null ? [product] : [product, position]);
    const total = centreWithinGroups(values, people, personIds.length).reduce((sum, value) => sum + value * value, 0);
    return { full, people: personIds.length, answer: test(full, reduced, rows.length, personIds.length, total) };
  };
  const placed = model(ratings, null);
  const followers = ratings.flatMap((rating) => {
    const previous = seen.get(keyOf(rating.personId, rating.position - 1));
    return previous === undefined ? [] : [{ rating, previous: previous.productId }];
  });
  const carryOver =
    followers.length === 0
      ? notEnoughData("no-observations", 0)
      : model(
          followers.map(({ rating }) => rating),
          followers.map(({ previous }) => previous),
        ).answer;
  const effects = [0, ...placed.full.estimates.slice(0, productIds.length - 1)];
  const canAdjust = effects.every((effect) => effect !== null);
  const groups = productIds.map((productId) => ({
    id: productId,
    values: ratings.filter((rating) => rating.productId === productId).map(({ value }) => value),
  }));
  const grandMean = arithmeticMean(ratings.map(({ value }) => value));
  const meanEffect = groups.reduce((sum, { values }, index) => sum + (values.length * (at(effects, index) ?? 0)) / n, 0);
  const firsts = productIds.map((productId) => ({
    id: productId,
    values: ratings.filter((rating) => rating.productId === productId && rating.position === 1).map(({ value }) => value),
  }));
  const isNotable = (answer: OrderTest | NotEnoughData) => answer.kind === "result" && answer.p < 0.1;
  return {
    kind: "result",
    n,
    people: placed.people,
    position: placed.answer,
    carryOver,
    products: groups.map(({ id, values }, index) => {
      const first = at(firsts, index).values;
      return {
        productId: id,
        n: values.length,
        rawMean: arithmeticMean(values),
        adjustedMean: canAdjust ? grandMean + (at(effects, index) ?? 0) - meanEffect : null,
        firstMean: first.length === 0 ? null : arithmeticMean(first),
        firstN: first.length,
      };
    }),
    firstPosition: firsts.some(({ values }) => values.length === 0)
      ? notEnoughData("too-few-groups", firsts.flatMap(({ values }) => values).length)
      : oneWayAnova(firsts),
    showAdjusted: isNotable(placed.answer) || isNotable(carryOver),
  };
}
