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
import { everybody, smallestBase } from "./report";

export type RatingConfig = RatingScale & { measures: "overall_liking" | "purchase_intent" | "attribute" };

/** Answers to one question about one prototype, with the person who gave each. */
export type Answers = { code: string; people: Int32Array; values: Float64Array };

export const columnsOf = (data: ReportData, key: string): Answers[] => splitByPrototype(data, data.numbers.get(key));

/** Answers about no prototype, as one list; only where none is about a prototype, for the two cannot be compared. */
const ofEverybody = ({ rows }: ReportData, numbers: Float64Array): Answers[] => {
  const [people, values] = [new Int32Array(rows.count), new Float64Array(rows.count)];
  let n = 0;
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.prototype[row]! >= 0 || Number.isNaN(numbers[row]!)) continue;
    people[n] = rows.person[row]!;
    values[n] = numbers[row]!;
    n += 1;
  }
  return n === 0 ? [] : [{ code: everybody, people: people.subarray(0, n), values: values.subarray(0, n) }];
};

/** One number per response, NaN where there is none, as lists by prototype. */
export const splitByPrototype = (data: ReportData, numbers: Float64Array | undefined): Answers[] => {
  const { person, prototype, perPrototype } = data.rows;
  const sizes = data.prototypes.map((_, place) => (numbers ? (perPrototype[place] ?? 0) : 0));
  const columns = data.prototypes.map(({ code }, place): Answers => ({ code, people: new Int32Array(sizes[place]!), values: new Float64Array(sizes[place]!) }));
  const filled = sizes.map(() => 0);
  for (let row = 0; numbers && row < data.rows.count; row += 1) {
    const value = numbers[row]!;
    const place = prototype[row]!;
    if (place < 0 || Number.isNaN(value)) continue;
    const column = columns[place]!;
    const at = filled[place]!;
    column.people[at] = person[row]!;
    column.values[at] = value;
    filled[place] = at + 1;
  }
  const alone = numbers && filled.every((n) => n === 0) ? ofEverybody(data, numbers) : [];
  if (alone.length > 0) return alone;
  return columns.map(({ code, people, values }, place) => ({ code, people: people.subarray(0, filled[place]), values: values.subarray(0, filled[place]) }));
};

/** Numbers of the people who answered about both, side by side. People are in order in each list. */
export const pairAnswers = (one: Omit<Answers, "code">, another: Omit<Answers, "code">): { own: Float64Array; other: Float64Array } => {
  const most = Math.min(one.people.length, another.people.length);
  const [own, other] = [new Float64Array(most), new Float64Array(most)];
  let n = 0;
  for (let at = 0, there = 0; at < one.people.length && there < another.people.length;) {
    const [person, their] = [one.people[at]!, another.people[there]!];
    if (person === their) {
      own[n] = one.values[at]!;
      other[n] = another.values[there]!;
      n += 1;
    }
    if (person <= their) at += 1;
    if (their <= person) there += 1;
  }
  return { own: own.subarray(0, n), other: other.subarray(0, n) };
};

const shareOf = (n: number, countOf: (value: number) => number, boxes: readonly number[], confidence: number): ShareResult | null => {
  if (n < smallestBase || boxes.length === 0) return null;
  const count = [...new Set(boxes)].reduce((sum, value) => sum + countOf(value), 0);
  const estimate = estimateProportion(count, n, confidence);
  return isResult(estimate) ? { count, n, share: estimate.share, interval: bounds(estimate.interval) } : null;
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

const rowOf = (data: ReportData, key: string, scale: RatingScale, { code, values }: Answers, place: number, confidence: number): RatingRow => {
  const estimate = estimateMean(values, confidence);
  const counts = new Array<number>(scale.max - scale.min + 1).fill(0);
  for (const value of values) counts[value - scale.min] = (counts[value - scale.min] ?? 0) + 1;
  const countOf = (value: number) => counts[value - scale.min] ?? 0;
  const known = isResult(estimate) ? estimate : null;
  return {
    code,
    n: values.length,
    mean: known?.mean ?? null,
    standardDeviation: known?.standardDeviation ?? null,
    standardError: known?.standardError ?? null,
    interval: known?.interval ? bounds(known.interval) : null,
    topBox: shareOf(values.length, countOf, scale.topBoxes, confidence),
    bottomBox: shareOf(values.length, countOf, scale.bottomBoxes, confidence),
    counts,
    missing: missingOf(data, key, place, values.length),
  };
};

const lastPerson = (columns: readonly Answers[]): number => {
  let last = 0;
  for (const { people } of columns) for (const person of people) if (person > last) last = person;
  return last;
};

/** True when somebody rated more than one of these prototypes: then people are their own yardstick. */
const isRepeated = (columns: readonly Answers[]): boolean => {
  const seen = new Uint8Array(lastPerson(columns) + 1);
  for (const { people } of columns) {
    for (const person of people) {
      if (seen[person] === 1) return true;
      seen[person] = 1;
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
const codedRatings = (columns: Answers[]): CodedRatings => {
  const sorted = [...columns].sort((a, b) => byCodeUnit(a.code, b.code));
  const length = sorted.reduce((sum, { values }) => sum + values.length, 0);
  const coded = { person: new Int32Array(length), product: new Int32Array(length), value: new Float64Array(length) };
  let entry = 0;
  for (const [product, { people, values }] of sorted.entries()) {
    coded.person.set(people, entry);
    coded.product.fill(product, entry, entry + values.length);
    coded.value.set(values, entry);
    entry += values.length;
  }
  return { people: lastPerson(sorted) + 1, productIds: sorted.map(({ code }) => code), ...coded };
};

const compareRepeated = (columns: Answers[], left: string[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
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

const compareIndependent = (columns: Answers[], left: string[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
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
export const compareColumns = (columns: Answers[], scale: Pick<RatingScale, "min" | "max">, alpha: number): RatingComparison => {
  const filled = columns.filter(({ values }) => values.length > 0);
  if (filled.length === 0) return none("too_few_answers");
  if (filled.length < 2) return none(filled[0]!.code === everybody ? "no_prototype" : "one_prototype");
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
  const rows = columns.map((column, place) => rowOf(data, question.key, scale, column, column.code === everybody ? -1 : place, 1 - alpha));
  const comparison = compareColumns(columns, scale, alpha);
  const others =
    comparison.kind === "none"
      ? []
      : otherWaysOfRating(data, columns, config, data.numbers.get(question.key)!, { isRepeated: comparison.kind === "repeated", overallP: comparison.p });
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

export const ratingsThatMeasure = (data: Pick<ReportData, "questions">, measures: RatingConfig["measures"]): Question[] =>
  data.questions.filter((question) => question.type === "rating" && ratingConfigOf(question).measures === measures);
