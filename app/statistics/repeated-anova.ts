/**
 * Several products rated by the same people, each person all of them or only some (METHODS 3.6): the two-way analysis with
 * a person effect, in its intrablock form, which is the textbook analysis when everybody rated everything.
 */
import { inverse, Matrix } from "ml-matrix";
import { at, byCodeUnit, requireOpenUnit } from "./checks";
import { fUpperTail } from "./distributions";
import { intervalAround, sumOfSquaredDeviations } from "./means";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type Rating = { readonly personId: string; readonly productId: string; readonly value: number };

export type ProductMean = {
  readonly productId: string;
  /** Answers for this product that entered the model. */
  readonly n: number;
  /** Mean of those answers as they are. */
  readonly rawMean: number;
  /** Mean adjusted for who rated the product: as if every person had rated every product. */
  readonly mean: number;
  /** Null when the model leaves no degrees of freedom. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
};

export type ProductTest = {
  readonly kind: "test";
  readonly f: number;
  readonly numeratorDegrees: number;
  readonly denominatorDegrees: number;
  readonly p: number;
};

export type RepeatedAnova = Result<{
  /** Answers used. */
  readonly n: number;
  readonly people: number;
  /** People with a single product; they say nothing about differences and are left out. */
  readonly peopleLeftOut: number;
  /** Sorted by product id. */
  readonly products: readonly ProductMean[];
  /** Between people, before products (sequential). */
  readonly sumOfSquaresPeople: number;
  /** Between products, adjusted for people. */
  readonly sumOfSquaresProducts: number;
  readonly sumOfSquaresResidual: number;
  readonly degreesPeople: number;
  readonly degreesProducts: number;
  readonly degreesResidual: number;
  /** Null when the model leaves no degrees of freedom. */
  readonly meanSquareResidual: number | null;
  readonly test: ProductTest | NotEnoughData;
  /** [i][j]: standard error of the adjusted difference of products i and j, in the order of `products`; null without degrees of freedom. */
  readonly differenceStandardErrors: readonly (readonly number[])[] | null;
}>;

function groupByPerson(ratings: readonly Rating[]): Map<string, Map<string, number>> {
  const people = new Map<string, Map<string, number>>();
  for (const { personId, productId, value } of ratings) {
    if (!Number.isFinite(value)) throw new RangeError(`rating ${String(value)}; leave missing answers out`);
    const answers = people.get(personId) ?? new Map<string, number>();
    if (answers.has(productId)) throw new RangeError(`two ratings of ${productId} by ${personId}`);
    people.set(personId, answers.set(productId, value));
  }
  return people;
}

/** Groups of products that are linked by people who rated more than one of them; each group and the list sorted. */
export function connectedProducts(ratings: readonly Rating[]): string[][] {
  const leaderOf = new Map<string, string>();
  const find = (product: string): string => {
    let leader = product;
    while (leaderOf.get(leader) !== leader) leader = leaderOf.get(leader) ?? leader;
    return leader;
  };
  const firstOfPerson = new Map<string, string>();
  for (const { personId, productId } of ratings) {
    if (!leaderOf.has(productId)) leaderOf.set(productId, productId);
    const first = firstOfPerson.get(personId);
    if (first === undefined) firstOfPerson.set(personId, productId);
    else leaderOf.set(find(productId), find(first));
  }
  const groups = new Map<string, string[]>();
  for (const product of [...leaderOf.keys()].sort(byCodeUnit)) {
    const leader = find(product);
    groups.set(leader, [...(groups.get(leader) ?? []), product]);
  }
  return [...groups.values()];
}

/**
 * y_ij = mu + person_i + product_j + e, solved as C tau = Q with C = diag(r) - N diag(1/k) N', Q = T - N (B/k),
 * (C + J/t)^-1 in place of a generalised inverse (John & Williams 1995, ch. 1). SS products = tau'Q.
 * R: `anova(lm(y ~ person + product))`, `emmeans(m, "product")`.
 *
 * Assumes equal residual spread and independent people; with n >= 30 people the shape of the residuals matters little.
 * Answers: "no-observations"; "too-few-groups" (one product); "disconnected" with its components, when products cannot be
 * compared because nobody rated across the groups; `test` says "no-degrees-of-freedom" or "no-variation" when there is
 * nothing to test against. Two ratings of one product by one person throw. The order of the ratings does not matter.
 */
export function analyseRepeatedRatings(ratings: readonly Rating[], confidence = 0.95): RepeatedAnova | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const everybody = groupByPerson(ratings);
  if (ratings.length === 0) return notEnoughData("no-observations", 0);
  const components = connectedProducts(ratings);
  if (components.flat().length < 2) return notEnoughData("too-few-groups", ratings.length);
  if (components.length > 1) return notEnoughData("disconnected", ratings.length, components);

  const productIds = components.flat();
  const indexOf = new Map(productIds.map((id, index) => [id, index]));
  const people = [...everybody.keys()]
    .sort(byCodeUnit)
    .map((personId) => [...(everybody.get(personId) ?? [])].sort(([a], [b]) => byCodeUnit(a, b)))
    .filter((answers) => answers.length > 1)
    .map((answers) => answers.map(([productId, value]) => ({ product: indexOf.get(productId) ?? 0, value })));
  const t = productIds.length;
  const b = people.length;
  const n = people.reduce((count, answers) => count + answers.length, 0);

  // Centring first keeps sums of squares exact for ratings far from zero; differences are unaffected.
  const centre = people.flat().reduce((sum, { value }) => sum + value, 0) / n;
  const information = Matrix.zeros(t, t);
  const adjustedTotals = new Array<number>(t).fill(0);
  const counts = new Array<number>(t).fill(0);
  const totals = new Array<number>(t).fill(0);
  const averageShare = new Array<number>(t).fill(0);
  const add = (list: number[], index: number, value: number) => {
    list[index] = at(list, index) + value;
  };
  let peopleVariance = 0;
  for (const answers of people) {
    const k = answers.length;
    const personMean = answers.reduce((sum, { value }) => sum + (value - centre), 0) / k;
    peopleVariance += 1 / k;
    for (const { product, value } of answers) {
      add(counts, product, 1);
      add(totals, product, value - centre);
      add(adjustedTotals, product, value - centre - personMean);
      add(averageShare, product, 1 / (k * b));
      information.set(product, product, information.get(product, product) + 1);
      for (const other of answers) {
        information.set(product, other.product, information.get(product, other.product) - 1 / k);
      }
    }
  }
  const spread = inverse(Matrix.add(information, Matrix.ones(t, t).div(t)));
  const effects = spread.mmul(Matrix.columnVector(adjustedTotals)).to1DArray();

  let residual = 0;
  let betweenPeople = 0;
  let grandEffect = 0;
  for (const answers of people) {
    const personMean = answers.reduce((sum, { value }) => sum + (value - centre), 0) / answers.length;
    const personEffect = answers.reduce((sum, { product, value }) => sum + value - centre - at(effects, product), 0) / answers.length;
    betweenPeople += answers.length * personMean ** 2;
    grandEffect += personEffect / b;
    for (const { product, value } of answers) residual += (value - centre - personEffect - at(effects, product)) ** 2;
  }
  const betweenProducts = effects.reduce((sum, effect, index) => sum + effect * at(adjustedTotals, index), 0);

  // Rounding leaves about n * eps^2 of the total where the model fits exactly.
  const total = sumOfSquaredDeviations(people.flat().map(({ value }) => value));
  const hasResidual = residual > 1e-20 * n * total && total > 0;
  const degreesResidual = n - t - b + 1;
  const meanSquareResidual = degreesResidual > 0 ? (hasResidual ? residual / degreesResidual : 0) : null;
  const test: ProductTest | NotEnoughData =
    meanSquareResidual === null
      ? notEnoughData("no-degrees-of-freedom", n)
      : meanSquareResidual === 0
        ? notEnoughData("no-variation", n)
        : productTest(betweenProducts / (t - 1) / meanSquareResidual, t - 1, degreesResidual);

  const variance = (contrast: readonly number[]): number => {
    const row = Matrix.rowVector([...contrast]);
    return Math.max(0, row.mmul(spread).mmul(row.transpose()).get(0, 0));
  };
  const products = productIds.map((productId, index): ProductMean => {
    const mean = centre + at(effects, index) + grandEffect;
    const contrast = averageShare.map((share, other) => (other === index ? 1 : 0) - share);
    const standardError = meanSquareResidual === null ? null : Math.sqrt(meanSquareResidual * (peopleVariance / (b * b) + variance(contrast)));
    return {
      productId,
      n: at(counts, index),
      rawMean: centre + at(totals, index) / at(counts, index),
      mean,
      standardError,
      interval: standardError === null ? null : intervalAround(mean, standardError, degreesResidual, confidence),
    };
  });
  const differenceStandardErrors =
    meanSquareResidual === null
      ? null
      : productIds.map((_, i) =>
          productIds.map((__, j) => Math.sqrt(meanSquareResidual * Math.max(0, spread.get(i, i) + spread.get(j, j) - 2 * spread.get(i, j)))),
        );
  return {
    kind: "result",
    n,
    people: b,
    peopleLeftOut: everybody.size - b,
    products,
    sumOfSquaresPeople: betweenPeople,
    sumOfSquaresProducts: Math.max(0, betweenProducts),
    sumOfSquaresResidual: hasResidual ? residual : 0,
    degreesPeople: b - 1,
    degreesProducts: t - 1,
    degreesResidual,
    meanSquareResidual,
    test,
    differenceStandardErrors,
  };
}

function productTest(f: number, numeratorDegrees: number, denominatorDegrees: number): ProductTest {
  const ratio = Math.max(0, f);
  return {
    kind: "test",
    f: ratio,
    numeratorDegrees,
    denominatorDegrees,
    p: fUpperTail(ratio, numeratorDegrees, denominatorDegrees),
  };
}
