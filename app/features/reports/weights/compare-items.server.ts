// Weighted means and shares with the plain ones, and every pair of columns held against each other; all tests of one question are a family.
import type { LocalizedText } from "~/core/locale";
import { adjustPValues } from "~/statistics/adjust";
import { compactLetters } from "~/statistics/letters";
import { arithmeticMean, estimateWeightedMean } from "~/statistics/means";
import { compareNetPromoters, netPromoterScore, type PromoterCounts } from "~/statistics/nps";
import { estimateProportion } from "~/statistics/proportions";
import { isResult, type Interval } from "~/statistics/result";
import { strengthOf, type DifferenceScale, type Strength } from "~/statistics/strength";
import { compareWeightedShares, compareWeightedWithin, countWeighted, estimatedWeightedMean } from "~/statistics/weighted-comparisons";
import { compareEstimatedMeans } from "~/statistics/welch";
import { gridOf } from "../people.server";
import type { Bounds } from "../rating-result";
import { lowBase, smallestBase, smallestGroup } from "../report";
import type { Column, Setting } from "./columns.server";

/** Yes as 1 and no as 0; points of a scale; or -100, 0 and 100 for detractors, passives and promoters. */
export type Measure = { kind: "share" } | { kind: "mean"; min: number; max: number; isSigned?: boolean } | { kind: "promoters" };

/** One thing that was asked about every column: an option, a word, a row of a matrix. */
export type Item = { key: string; label: LocalizedText; measure: Measure; columns: readonly Column[]; values: readonly Float64Array[] };

export type WeighedValue = { column: Column; weighted: number | null; plain: number | null; bounds: Bounds | null; letters: string };
export type WeighedPair = { first: Column; second: Column; difference: number; interval: Bounds; p: number; strength: Strength };
export type ComparedItem = { item: Item; values: WeighedValue[]; pairs: WeighedPair[] };
export type Compared = { items: ComparedItem[]; kind: "paired" | "independent" | "none" };

/** From ten people on, who weigh as much as ten. */
export const isEnough = ({ n, effectiveN }: Pick<Column, "n" | "effectiveN">): boolean => n >= smallestBase && effectiveN >= smallestBase;

/** What few people weigh would tell what they are: neither it nor what follows from it is shown of them. */
export const shownEffective = ({ n, effectiveN }: Pick<Column, "n" | "effectiveN">): number | null => (n > 0 && n < smallestGroup ? null : effectiveN);

const boundsOf = (interval: Interval | null): Bounds | null => interval && { lower: interval.lower, upper: interval.upper };

const promotersOf = (values: Float64Array, weights: ArrayLike<number>): PromoterCounts => {
  const of = (wanted: number) =>
    countWeighted(
      values.map((value) => (value === wanted ? 1 : 0)),
      weights,
    ).successes;
  return { promoters: of(100), passives: of(0), detractors: of(-100) };
};

/** Sum of what was said over the sum of what it is divided by. */
const ratioOf = (values: Float64Array, sizes: Float64Array): number => {
  let [sum, size] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index]! * sizes[index]!;
    size += sizes[index]!;
  }
  return sum / size;
};

const nothing = { weighted: null, bounds: null };

const estimate = ({ kind }: Measure, column: Column, values: Float64Array, confidence: number): Omit<WeighedValue, "column" | "letters"> => {
  const { n, effectiveN, weights, sizes } = column;
  if (n === 0) return { ...nothing, plain: null };
  const plainMean = sizes ? ratioOf(values, sizes) : arithmeticMean(values);
  if (kind === "mean") {
    const mean = n >= smallestGroup ? estimateWeightedMean(values, weights, confidence) : null;
    return mean && isResult(mean) ? { weighted: mean.mean, bounds: boundsOf(mean.interval), plain: plainMean } : { ...nothing, plain: plainMean };
  }
  if (kind === "promoters") {
    // Below thirty people counts say more than a score.
    const score = effectiveN >= lowBase ? netPromoterScore(promotersOf(values, weights), confidence) : null;
    const plain = n >= lowBase ? plainMean : null;
    return score && isResult(score) ? { weighted: score.score, bounds: boundsOf(score.interval), plain } : { ...nothing, plain };
  }
  const { successes } = countWeighted(values, weights);
  const share = isEnough(column) ? estimateProportion(successes, effectiveN, confidence) : null;
  const plain = n >= smallestBase ? plainMean : null;
  return share && isResult(share) ? { weighted: share.share, bounds: boundsOf(share.interval), plain } : { ...nothing, plain };
};

type Test = { difference: number; interval: Interval; p: number };

const testPair = ({ measure, columns, values }: Item, first: number, second: number, isWithin: boolean, confidence: number): Test | null => {
  const [one, other] = [columns[first]!, columns[second]!];
  const [own, their] = [values[first]!, values[second]!];
  const test = isWithin
    ? compareWeightedWithin({ ...one, values: own }, { ...other, values: their }, confidence)
    : measure.kind === "share"
      ? compareWeightedShares(countWeighted(own, one.weights), countWeighted(their, other.weights), confidence)
      : measure.kind === "promoters"
        ? compareNetPromoters(promotersOf(own, one.weights), promotersOf(their, other.weights), confidence)
        : compareMeans(own, one, their, other, confidence);
  return test && isResult(test) ? test : null;
};

const compareMeans = (own: Float64Array, one: Column, their: Float64Array, other: Column, confidence: number) => {
  const [mean, against] = [estimatedWeightedMean(own, one.weights), estimatedWeightedMean(their, other.weights)];
  return mean && against && compareEstimatedMeans(mean, against, confidence);
};

/** Net promoter scores run over two hundred points where shares run over one. */
const scaleOf = (measure: Measure): { unit: number; scale: DifferenceScale } =>
  measure.kind === "mean"
    ? { unit: 1, scale: { kind: "points", minimum: measure.min, maximum: Math.max(measure.max, measure.min + 1) } }
    : { unit: measure.kind === "promoters" ? 200 : 1, scale: { kind: "share" } };

type Tried = { item: number; first: number; second: number; test: Test | null };

/**
 * Every pair of columns of every item, adjusted by Holm over the whole question. `isWithin` for things that the same people spoke of; left
 * out, the design decides, as in the unweighted blocks.
 */
export const compareItems = ({ data, confidence, alpha }: Setting, items: readonly Item[], isWithin = gridOf(data).isRepeated): Compared => {
  const tried = items.flatMap((item, index): Tried[] => {
    const large = [...item.columns.keys()].filter((place) => item.columns[place]!.isCompared && isEnough(item.columns[place]!));
    return large.flatMap((first, place) =>
      large.slice(place + 1).map((second) => ({ item: index, first, second, test: testPair(item, first, second, isWithin, confidence) })),
    );
  });
  const tested = tried.flatMap((each) => (each.test ? [{ ...each, test: each.test }] : []));
  const adjusted = adjustPValues(
    tested.map(({ test }) => test.p),
    "holm",
  );
  const compared = items.map((item, index): ComparedItem => {
    const { unit, scale } = scaleOf(item.measure);
    const pairs = tested.flatMap(({ item: of, first, second, test }, place): WeighedPair[] => {
      if (of !== index) return [];
      const [one, other, p] = [item.columns[first]!, item.columns[second]!, adjusted[place]!];
      const interval = { lower: test.interval.lower, upper: test.interval.upper };
      const halfWidth = (interval.upper - interval.lower) / 2 / unit;
      const n = Math.min(one.effectiveN, other.effectiveN);
      return [{ first: one, second: other, difference: test.difference, interval, p, strength: strengthOf({ adjustedP: p, alpha, n, halfWidth, scale }) }];
    });
    const values = item.columns.map((column, place) => ({ column, ...estimate(item.measure, column, item.values[place]!, confidence) }));
    // Letters need every pair.
    const isComplete = pairs.length > 0 && tried.every((each) => each.item !== index || each.test !== null);
    const letters = isComplete ? lettersOf(item, pairs, alpha) : new Map<string, string>();
    return { item, pairs, values: values.map((value) => ({ ...value, letters: letters.get(value.column.key) ?? "" })) };
  });
  return { items: compared, kind: tested.length === 0 ? "none" : isWithin ? "paired" : "independent" };
};

const lettersOf = ({ columns, values }: Item, pairs: readonly WeighedPair[], alpha: number): Map<string, string> => {
  const means = columns.flatMap((column, place) => {
    if (!column.isCompared || !isEnough(column)) return [];
    const mean = estimateWeightedMean(values[place]!, column.weights);
    return isResult(mean) ? [{ id: column.key, mean: mean.mean }] : [];
  });
  const between = pairs.map(({ first, second, p }) => ({ first: first.key, second: second.key, p }));
  return new Map(compactLetters(means, between, alpha).map(({ id, letters }) => [id, letters.join("")]));
};

export const isShown = ({ strength }: WeighedPair): boolean => strength === "clearly" || strength === "probably";

/** Pairs that differ, the surest first. */
export const shownPairs = (compared: readonly ComparedItem[]): { item: ComparedItem; pair: WeighedPair }[] =>
  compared
    .flatMap((item) => item.pairs.filter(isShown).map((pair) => ({ item, pair })))
    .sort((a, b) => a.pair.p - b.pair.p || Math.abs(b.pair.difference) - Math.abs(a.pair.difference));
