// One rating question: mean with interval and boxes for each prototype, and the comparison that fits who rated what.
import type { Question } from "~/features/questionnaires/questionnaire";
import { compareIndependentGroups } from "~/statistics/independent-groups";
import { compactLetters } from "~/statistics/letters";
import { estimateMean } from "~/statistics/means";
import { compareProducts } from "~/statistics/multiple-comparisons";
import { estimateProportion } from "~/statistics/proportions";
import { byCodeUnit } from "~/statistics/checks";
import type { CodedRatings } from "~/statistics/ratings-by-person";
import { analyseRepeatedRatings } from "~/statistics/repeated-anova";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import type { ReportData } from "./data.server";
import { otherWaysOfRating } from "./other-ways/rating-ways.server";
import { ratingTitle } from "./rating-title.server";
import type { NoComparison, RatingAnalysis, RatingComparison, RatingPair, RatingRow, RatingScale, ShareResult } from "./rating-result";
import { smallestBase } from "./report";

export type RatingConfig = RatingScale & { measures: "overall_liking" | "purchase_intent" | "attribute" };

/** Answers of one question by prototype, with the person who gave each. */
export type Column = { code: string; people: number[]; values: number[] };

export const columnsOf = (data: ReportData, key: string): Column[] => splitByPrototype(data, data.numbers.get(key));

/** One number per response, NaN where there is none, as columns by prototype. */
export const splitByPrototype = (data: ReportData, numbers: Float64Array | undefined): Column[] => {
  const columns = data.prototypes.map(({ code }): Column => ({ code, people: [], values: [] }));
  for (let row = 0; numbers && row < data.rows.count; row += 1) {
    const value = numbers[row]!;
    const column = columns[data.rows.prototype[row]!];
    if (!column || Number.isNaN(value)) continue;
    column.people.push(data.rows.person[row]!);
    column.values.push(value);
  }
  return columns;
};

const shareOf = (values: readonly number[], boxes: readonly number[], confidence: number): ShareResult | null => {
  if (values.length < smallestBase || boxes.length === 0) return null;
  const count = values.reduce((sum, value) => sum + (boxes.includes(value) ? 1 : 0), 0);
  const estimate = estimateProportion(count, values.length, confidence);
  return isResult(estimate) ? { count, n: values.length, share: estimate.share, interval: bounds(estimate.interval) } : null;
};

const bounds = ({ lower, upper }: { lower: number; upper: number }) => ({ lower, upper });

const missingOf = (data: ReportData, key: string, place: number, n: number): RatingRow["missing"] => {
  const missing: RatingRow["missing"] = {};
  let known = n;
  for (const { prototype, status, n: count } of data.missing.get(key) ?? []) {
    if (prototype !== place) continue;
    missing[status] = count;
    known += count;
  }
  const responses = data.rows.perPrototype[place] ?? 0;
  if (responses > known) missing.not_asked = responses - known;
  return missing;
};

const rowOf = (data: ReportData, key: string, scale: RatingScale, { code, values }: Column, place: number, confidence: number): RatingRow => {
  const estimate = estimateMean(values, confidence);
  const counts = new Array<number>(scale.max - scale.min + 1).fill(0);
  for (const value of values) counts[value - scale.min] = (counts[value - scale.min] ?? 0) + 1;
  const known = isResult(estimate) ? estimate : null;
  return {
    code,
    n: values.length,
    mean: known?.mean ?? null,
    standardDeviation: known?.standardDeviation ?? null,
    standardError: known?.standardError ?? null,
    interval: known?.interval ? bounds(known.interval) : null,
    topBox: shareOf(values, scale.topBoxes, confidence),
    bottomBox: shareOf(values, scale.bottomBoxes, confidence),
    counts,
    missing: missingOf(data, key, place, values.length),
  };
};

/** True when somebody rated more than one of these prototypes: then people are their own yardstick. */
const isRepeated = (columns: readonly Column[]): boolean => {
  const seen = new Set<number>();
  for (const { people } of columns) {
    for (const person of people) {
      if (seen.has(person)) return true;
      seen.add(person);
    }
  }
  return false;
};

const none = (reason: NoComparison): RatingComparison => ({ kind: "none", reason });

const lettersOf = (means: { id: string; mean: number }[], pairs: RatingPair[], alpha: number) =>
  compactLetters(means, pairs, alpha).map(({ id, letters }) => ({ code: id, letters: letters.join("") }));

const pairOf =
  (scale: Pick<RatingScale, "min" | "max">, alpha: number, baseOf: Map<string, number>) =>
  (pair: { first: string; second: string; difference: number; p: number; interval: { lower: number; upper: number } }): RatingPair => ({
    first: pair.first,
    second: pair.second,
    difference: pair.difference,
    interval: bounds(pair.interval),
    p: pair.p,
    strength: strengthOf({
      adjustedP: pair.p,
      alpha,
      n: Math.min(baseOf.get(pair.first)!, baseOf.get(pair.second)!),
      halfWidth: (pair.interval.upper - pair.interval.lower) / 2,
      scale: { kind: "points", minimum: scale.min, maximum: scale.max },
    }),
  });

/** People by their numbers in the trial, prototypes by their codes. */
const codedRatings = (columns: Column[]): CodedRatings => {
  const sorted = [...columns].sort((a, b) => byCodeUnit(a.code, b.code));
  const length = sorted.reduce((sum, { values }) => sum + values.length, 0);
  const coded = { person: new Int32Array(length), product: new Int32Array(length), value: new Float64Array(length) };
  let entry = 0;
  let last = 0;
  for (const [product, { people, values }] of sorted.entries()) {
    for (let index = 0; index < values.length; index += 1) {
      coded.person[entry] = people[index]!;
      coded.product[entry] = product;
      coded.value[entry] = values[index]!;
      last = Math.max(last, people[index]!);
      entry += 1;
    }
  }
  return { personIds: Array.from({ length: last + 1 }, (_, number) => String(number)), productIds: sorted.map(({ code }) => code), ...coded };
};

const compareRepeated = (columns: Column[], left: string[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
  const anova = analyseRepeatedRatings(codedRatings(columns), 1 - alpha);
  if (!isResult(anova)) return none(anova.reason === "disconnected" ? "disconnected" : "too_few_answers");
  const compared = compareProducts(anova, 1 - alpha);
  if (!isResult(compared) || anova.test.kind !== "test" || anova.meanSquareResidual === null) {
    return none(anova.test.kind === "not-enough-data" && anova.test.reason === "no-variation" ? "no_variation" : "too_few_answers");
  }
  const pairs = compared.pairs.map(pairOf(scale, alpha, new Map(anova.products.map(({ productId, n }) => [productId, n]))));
  return {
    kind: "repeated",
    people: anova.people,
    peopleLeftOut: anova.peopleLeftOut,
    prototypesLeftOut: left,
    f: anova.test.f,
    numeratorDegrees: anova.test.numeratorDegrees,
    denominatorDegrees: anova.test.denominatorDegrees,
    p: anova.test.p,
    sumOfSquares: { people: anova.sumOfSquaresPeople, prototypes: anova.sumOfSquaresProducts, residual: anova.sumOfSquaresResidual },
    meanSquareResidual: anova.meanSquareResidual,
    adjusted: anova.products.map(({ productId, mean, standardError, interval }) => ({
      code: productId,
      mean,
      standardError: standardError!,
      interval: bounds(interval!),
    })),
    pairs,
    letters: lettersOf(
      anova.products.map(({ productId, mean }) => ({ id: productId, mean })),
      pairs,
      alpha,
    ),
  };
};

const compareIndependent = (columns: Column[], left: string[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
  const compared = compareIndependentGroups(
    columns.map(({ code, values }) => ({ id: code, values })),
    "holm",
    1 - alpha,
  );
  const { overall } = compared;
  if (!isResult(overall)) return none(overall.reason === "no-variation" ? "no_variation" : "too_few_answers");
  const toPair = pairOf(scale, alpha, new Map(columns.map(({ code, values }) => [code, values.length])));
  const pairs = compared.pairs.flatMap(({ first, second, test, adjustedP }) =>
    isResult(test) && adjustedP !== null ? [toPair({ first, second, difference: test.difference, interval: test.interval, p: adjustedP })] : [],
  );
  // Letters need every pair; two prototypes without any spread cannot be tested against each other.
  if (pairs.length < compared.pairs.length) return none("no_variation");
  const means = compared.groups.flatMap(({ id, estimate }) => (isResult(estimate) ? [{ id, mean: estimate.mean }] : []));
  return {
    kind: "independent",
    prototypesLeftOut: left,
    f: overall.f,
    numeratorDegrees: overall.numeratorDegrees,
    denominatorDegrees: overall.denominatorDegrees,
    p: overall.p,
    pairs,
    letters: lettersOf(means, pairs, alpha),
  };
};

/** Prototypes with fewer than ten answers are not compared with anything. */
export const compareColumns = (columns: Column[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
  const filled = columns.filter(({ values }) => values.length > 0);
  if (filled.length < 2) return none(filled.length === 0 ? "too_few_answers" : "one_prototype");
  const large = filled.filter(({ values }) => values.length >= smallestBase);
  if (large.length < 2) return none("base_too_low");
  const left = filled.filter(({ values }) => values.length < smallestBase).map(({ code }) => code);
  return isRepeated(large) ? compareRepeated(large, left, scale, alpha) : compareIndependent(large, left, scale, alpha);
};

export const analyseRating = (data: ReportData, question: Question): RatingAnalysis => {
  const config = ratingConfigOf(question);
  const { measures, ...scale } = config;
  const { alpha } = data.trial;
  const columns = columnsOf(data, question.key);
  const rows = columns.map((column, place) => rowOf(data, question.key, scale, column, place, 1 - alpha));
  const comparison = compareColumns(columns, scale, alpha);
  const others = comparison.kind === "none" ? [] : otherWaysOfRating(data, columns, config, data.numbers.get(question.key)!, comparison.kind === "repeated");
  const analysis = { key: question.key, text: question.text, scale, rows, comparison, ...(others.length > 0 ? { others } : {}) };
  return { ...analysis, title: ratingTitle(analysis, measures, data.prototypes) };
};

/** A rating's configuration with what older drafts leave open. */
export const ratingConfigOf = ({ config }: Question): RatingConfig => {
  const given = config as Partial<RatingConfig> & { min: number; max: number };
  return {
    min: given.min,
    max: given.max,
    labels: given.labels ?? {},
    highIsGood: given.highIsGood ?? true,
    topBoxes: given.topBoxes ?? [],
    bottomBoxes: given.bottomBoxes ?? [],
    measures: given.measures ?? "attribute",
  };
};

export const ratingsThatMeasure = (data: ReportData, measures: RatingConfig["measures"]): Question[] =>
  data.questions.filter((question) => question.type === "rating" && ratingConfigOf(question).measures === measures);
