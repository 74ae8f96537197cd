// Weighted means and shares with the plain ones, and every pair of columns held against each other; all tests of one question are a family.
import type { LocalizedText } from "~/core/locale";
import { adjustPValues } from "~/statistics/adjust";
import { compactLetters } from "~/statistics/letters";
import { arithmeticMean, estimateWeightedMean } from "~/statistics/means";
import { compareNetPromoters, netPromoterScore, type PromoterCounts } from "~/statistics/nps";
import { estimateProportion } from "~/statistics/proportions";
import { isResult, type Interval } from "~/statistics/result";
import { strengthOf, type DifferenceScale, type Strength } from "~/statistics/strength";
import {
  compareWeightedShares,
  compareWeightedWithin,
  countWeighted,
  estimatedWeightedMean,
  influenceOf,
  type WeightedCount,
  type WeightedInfluence,
} from "~/statistics/weighted-comparisons";
import { compareEstimatedMeans, type EstimatedMean } from "~/statistics/welch";
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

/** One column of one item, added up once however often it is compared. */
type Summary = {
  mean: number;
  effectiveN: number;
  count: WeightedCount | null;
  promoters: PromoterCounts | null;
  estimated: EstimatedMean | null;
  influence: WeightedInfluence | null;
};

const promotersOf = (values: Float64Array, { weights, effectiveN }: Column): PromoterCounts => {
  const of = (wanted: number) =>
    countWeighted(
      values.map((value) => (value === wanted ? 1 : 0)),
      weights,
      effectiveN,
    ).successes;
  return { promoters: of(100), passives: of(0), detractors: of(-100) };
};

const summarise = ({ measure, columns, values }: Item, place: number, isWithin: boolean): Summary => {
  const [column, own] = [columns[place]!, values[place]!];
  const { effectiveN, weights } = column;
  const isCompared = column.isCompared && isEnough(column);
  const count = measure.kind === "share" ? countWeighted(own, weights, effectiveN) : null;
  const promoters = measure.kind === "promoters" ? promotersOf(own, column) : null;
  const influence = isCompared && isWithin ? influenceOf({ ...column, values: own }) : null;
  const estimated = isCompared && !isWithin && measure.kind === "mean" ? estimatedWeightedMean(own, weights) : null;
  const mean = count
    ? count.successes / count.effectiveN
    : promoters
      ? (100 * (promoters.promoters - promoters.detractors)) / effectiveN
      : (influence?.mean ?? estimated?.mean ?? 0);
  return { mean, effectiveN, count, promoters, estimated, influence };
};

const estimate = (
  { kind }: Measure,
  column: Column,
  values: Float64Array,
  { count, promoters }: Summary,
  confidence: number,
): Omit<WeighedValue, "column" | "letters"> => {
  const { n, effectiveN, weights, sizes } = column;
  if (n === 0) return { ...nothing, plain: null };
  const plainMean = sizes ? ratioOf(values, sizes) : arithmeticMean(values);
  if (kind === "mean") {
    const mean = n >= smallestGroup ? estimateWeightedMean(values, weights, confidence) : null;
    return mean && isResult(mean) ? { weighted: mean.mean, bounds: boundsOf(mean.interval), plain: plainMean } : { ...nothing, plain: plainMean };
  }
  if (kind === "promoters") {
    // Below thirty people counts say more than a score.
    const score = promoters && effectiveN >= lowBase ? netPromoterScore(promoters, confidence) : null;
    const plain = n >= lowBase ? plainMean : null;
    return score && isResult(score) ? { weighted: score.score, bounds: boundsOf(score.interval), plain } : { ...nothing, plain };
  }
  const share = count && isEnough(column) ? estimateProportion(count.successes, effectiveN, confidence) : null;
  const plain = n >= smallestBase ? plainMean : null;
  return share && isResult(share) ? { weighted: share.share, bounds: boundsOf(share.interval), plain } : { ...nothing, plain };
};

type Test = { difference: number; interval: Interval; p: number };

const testPair = (one: Summary, other: Summary, confidence: number): Test | null => {
  const test =
    one.influence && other.influence
      ? compareWeightedWithin(one.influence, other.influence, confidence)
      : one.count && other.count
        ? compareWeightedShares(one.count, other.count, confidence)
        : one.promoters && other.promoters
          ? compareNetPromoters(one.promoters, other.promoters, confidence)
          : one.estimated && other.estimated && compareEstimatedMeans(one.estimated, other.estimated, confidence);
  if (!test) return null;
  if (isResult(test)) return test;
  // Nobody who answered for both says anything else of the one than of the other.
  const isSame = test.reason === "no-variation" && Math.abs(one.mean - other.mean) <= 1e-12 * Math.max(1, Math.abs(one.mean));
  return isSame ? { difference: 0, interval: { lower: 0, upper: 0, confidence }, p: 1 } : null;
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
  const summaries = items.map((item) => item.columns.map((_, place) => summarise(item, place, isWithin)));
  const tried = items.flatMap((item, index): Tried[] => {
    const large = [...item.columns.keys()].filter((place) => item.columns[place]!.isCompared && isEnough(item.columns[place]!));
    return large.flatMap((first, place) =>
      large
        .slice(place + 1)
        .map((second) => ({ item: index, first, second, test: testPair(summaries[index]![first]!, summaries[index]![second]!, confidence) })),
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
    const values = item.columns.map((column, place) => ({
      column,
      ...estimate(item.measure, column, item.values[place]!, summaries[index]![place]!, confidence),
    }));
    // Letters need every pair.
    const isComplete = pairs.length > 0 && tried.every((each) => each.item !== index || each.test !== null);
    const letters = isComplete ? lettersOf(item, summaries[index]!, pairs, alpha) : new Map<string, string>();
    return { item, pairs, values: values.map((value) => ({ ...value, letters: letters.get(value.column.key) ?? "" })) };
  });
  return { items: compared, kind: tested.length === 0 ? "none" : isWithin ? "paired" : "independent" };
};

const lettersOf = ({ columns }: Item, summaries: readonly Summary[], pairs: readonly WeighedPair[], alpha: number): Map<string, string> => {
  const means = columns.flatMap((column, place) => (column.isCompared && isEnough(column) ? [{ id: column.key, mean: summaries[place]!.mean }] : []));
  const between = pairs.map(({ first, second, p }) => ({ first: first.key, second: second.key, p }));
  return new Map(compactLetters(means, between, alpha).map(({ id, letters }) => [id, letters.join("")]));
};

export const isShown = ({ strength }: WeighedPair): boolean => strength === "clearly" || strength === "probably";

/** Pairs that differ, the surest first. */
export const shownPairs = (compared: readonly ComparedItem[]): { item: ComparedItem; pair: WeighedPair }[] =>
  compared
    .flatMap((item) => item.pairs.filter(isShown).map((pair) => ({ item, pair })))
    .sort((a, b) => a.pair.p - b.pair.p || Math.abs(b.pair.difference) - Math.abs(a.pair.difference));
