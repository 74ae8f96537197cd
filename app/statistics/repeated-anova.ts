/**
 * Several products rated by the same people, each person all of them or only some (METHODS 3.6): the two-way analysis with
 * a person effect, in its intrablock form, which is the textbook analysis when everybody rated everything.
 */
import { inverse, Matrix } from "ml-matrix";
import { at, requireOpenUnit } from "./checks";
import { fUpperTail } from "./distributions";
import { intervalAround, sumOfSquaredDeviations } from "./means";
import { codeRatings, sortRatings, type CodedRatings } from "./ratings-by-person";
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

/**
 * y_ij = mu + person_i + product_j + e, solved as C tau = Q with C = diag(r) - N diag(1/k) N', Q = T - N (B/k),
 * (C + J/t)^-1 in place of a generalised inverse (John & Williams 1995, ch. 1). SS products = tau'Q.
 * R: `anova(lm(y ~ person + product))`, `emmeans(m, "product")`.
 *
 * Assumes equal residual spread and independent people; with n >= 30 people the shape of the residuals matters little.
 * Answers: "no-observations"; "too-few-groups" (one product); "disconnected" with its components, when products cannot be
 * compared because nobody rated across the groups; `test` says "no-degrees-of-freedom" or "no-variation" when there is
 * nothing to test against. Two ratings of one product by one person throw. The order of the ratings does not matter;
 * coded ratings are taken in the order of their lists of ids.
 */
export function analyseRepeatedRatings(ratings: readonly Rating[] | CodedRatings, confidence = 0.95): RepeatedAnova | NotEnoughData {
  requireOpenUnit(confidence, "confidence");
  const coded = "productIds" in ratings ? ratings : codeRatings(ratings);
  const { productIds, everybody, people: b, start, product, value, components } = sortRatings(coded);
  const given = coded.value.length;
  if (given === 0) return notEnoughData("no-observations", 0);
  if (productIds.length < 2) return notEnoughData("too-few-groups", given);
  if (components.length > 1) return notEnoughData("disconnected", given, components);
  const t = productIds.length;
  const n = value.length;

  // Centring first keeps sums of squares exact for ratings far from zero; differences are unaffected.
  let sum = 0;
  for (const rating of value) sum += rating;
  const centre = sum / n;
  const centred = value.map((rating) => rating - centre);
  const personMeans = new Float64Array(b);
  const pairs = new Float64Array(t * t);
  const adjustedTotals = new Array<number>(t).fill(0);
  const counts = new Array<number>(t).fill(0);
  const totals = new Array<number>(t).fill(0);
  const averageShare = new Array<number>(t).fill(0);
  let peopleVariance = 0;
  for (let person = 0; person < b; person += 1) {
    const [from, to] = [at(start, person), at(start, person + 1)];
    const k = to - from;
    let personTotal = 0;
    for (let entry = from; entry < to; entry += 1) personTotal += centred[entry] as number;
    const personMean = personTotal / k;
    personMeans[person] = personMean;
    peopleVariance += 1 / k;
    for (let entry = from; entry < to; entry += 1) {
      const own = product[entry] as number;
      const rating = centred[entry] as number;
      counts[own] = (counts[own] as number) + 1;
      totals[own] = (totals[own] as number) + rating;
      adjustedTotals[own] = (adjustedTotals[own] as number) + rating - personMean;
      averageShare[own] = (averageShare[own] as number) + 1 / (k * b);
      for (let other = from; other < to; other += 1) {
        const cell = own * t + (product[other] as number);
        pairs[cell] = (pairs[cell] as number) + 1 / k;
      }
    }
  }
  const information = Matrix.zeros(t, t);
  for (let row = 0; row < t; row += 1) {
    for (let column = 0; column < t; column += 1) {
      information.set(row, column, (row === column ? at(counts, row) : 0) - at(pairs, row * t + column));
    }
  }
  const spread = inverse(Matrix.add(information, Matrix.ones(t, t).div(t)));
  const effects = spread.mmul(Matrix.columnVector(adjustedTotals)).to1DArray();

  let residual = 0;
  let betweenPeople = 0;
  let grandEffect = 0;
  for (let person = 0; person < b; person += 1) {
    const [from, to] = [at(start, person), at(start, person + 1)];
    const k = to - from;
    let unexplained = 0;
    for (let entry = from; entry < to; entry += 1) unexplained += (centred[entry] as number) - (effects[product[entry] as number] as number);
    const personEffect = unexplained / k;
    betweenPeople += k * (personMeans[person] as number) ** 2;
    grandEffect += personEffect / b;
    for (let entry = from; entry < to; entry += 1) {
      residual += ((centred[entry] as number) - personEffect - (effects[product[entry] as number] as number)) ** 2;
    }
  }
  const betweenProducts = effects.reduce((sum, effect, index) => sum + effect * at(adjustedTotals, index), 0);

  // Rounding leaves about n * eps^2 of the total where the model fits exactly.
  const total = sumOfSquaredDeviations(value);
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
    peopleLeftOut: everybody - b,
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
