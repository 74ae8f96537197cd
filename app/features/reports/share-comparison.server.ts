// One yes-or-no of every questionnaire, by prototype: shares with intervals, and the comparison that fits who answered.
import { adjustPValues } from "~/statistics/adjust";
import { compactLetters } from "~/statistics/letters";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { ReportData } from "./data.server";
import { gridOf } from "./people.server";
import type { Bounds } from "./rating-result";
import { smallestBase } from "./report";

export type SharePair = {
  first: string;
  second: string;
  n: number;
  difference: number;
  interval: Bounds;
  /** Of this pair alone; `p` is adjusted for its family. */
  ownP: number;
  p: number;
  strength: Strength;
};
export type ShareRow = { code: string; n: number; count: number; share: number | null; interval: Bounds | null; letters: string };
export type ShareComparison = { kind: "paired" | "independent" | "none"; rows: ShareRow[]; pairs: SharePair[] };

/** What each row says: 1 yes, 0 no, -1 no answer. */
export type YesNo = Int8Array;

type Place = { place: number; code: string; n: number; count: number };

const pairedTestOf = (data: ReportData, yes: YesNo, one: Place, other: Place) => {
  const { people, prototypes, rowOf } = gridOf(data);
  let [onlyOne, onlyOther, both] = [0, 0, 0];
  for (let person = 0; person < people; person += 1) {
    const [first, second] = [rowOf[person * prototypes + one.place]!, rowOf[person * prototypes + other.place]!];
    if (first < 0 || second < 0 || yes[first]! < 0 || yes[second]! < 0) continue;
    both += 1;
    if (yes[first]! > yes[second]!) onlyOne += 1;
    else if (yes[second]! > yes[first]!) onlyOther += 1;
  }
  return both < smallestBase ? null : { n: both, test: comparePairedProportions(onlyOne, onlyOther, both, 1 - data.trial.alpha) };
};

const comparePair = (data: ReportData, yes: YesNo, one: Place, other: Place): Omit<SharePair, "p" | "strength"> | null => {
  const isPaired = gridOf(data).isRepeated;
  const found = isPaired
    ? pairedTestOf(data, yes, one, other)
    : { n: Math.min(one.n, other.n), test: compareIndependentProportions(one.count, one.n, other.count, other.n, 1 - data.trial.alpha) };
  if (!found || !isResult(found.test)) return null;
  const { difference, interval, p } = found.test;
  return { first: one.code, second: other.code, n: found.n, difference, interval: { lower: interval.lower, upper: interval.upper }, ownP: p };
};

const strengthOfPair = ({ n, interval }: Pick<SharePair, "n" | "interval">, p: number, alpha: number): Strength =>
  strengthOf({ adjustedP: p, alpha, n, halfWidth: (interval.upper - interval.lower) / 2, scale: { kind: "share" } });

/** Letters only where every pair of prototypes with enough answers was tested. */
const withLetters = (rows: readonly ShareRow[], pairs: readonly SharePair[], alpha: number): ShareRow[] => {
  const large = rows.filter(({ n }) => n >= smallestBase);
  const isComplete = large.length >= 2 && pairs.length === (large.length * (large.length - 1)) / 2;
  const means = large.map(({ code, n, count }) => ({ id: code, mean: count / n }));
  const letters = isComplete ? compactLetters(means, pairs, alpha) : [];
  return rows.map((row) => ({ ...row, letters: letters.find(({ id }) => id === row.code)?.letters.join("") ?? "" }));
};

/** The same comparison with the p that its pairs, in their order, have in a larger family. */
export const withLevels = (comparison: ShareComparison, alpha: number, levels: readonly number[]): ShareComparison => {
  const pairs = comparison.pairs.map((pair, index): SharePair => ({ ...pair, p: levels[index]!, strength: strengthOfPair(pair, levels[index]!, alpha) }));
  return { ...comparison, pairs, rows: withLetters(comparison.rows, pairs, alpha) };
};

/** Prototypes with fewer than ten answers are counted and not compared; pairs within one question are a family, adjusted by Holm. */
export const compareShares = (data: ReportData, yes: YesNo): ShareComparison => {
  const { alpha } = data.trial;
  const places = data.prototypes.map(({ code }, place): Place => ({ place, code, n: 0, count: 0 }));
  for (let row = 0; row < data.rows.count; row += 1) {
    const own = places[data.rows.prototype[row]!];
    if (!own || yes[row]! < 0) continue;
    own.n += 1;
    own.count += yes[row]!;
  }
  const large = places.filter(({ n }) => n >= smallestBase);
  const raw = large.flatMap((one, index) => large.slice(index + 1).map((other) => comparePair(data, yes, one, other)));
  const tested = raw.filter((pair) => pair !== null);
  const adjusted = adjustPValues(
    tested.map(({ ownP }) => ownP),
    "holm",
  );
  const pairs = tested.map((pair, index): SharePair => ({ ...pair, p: adjusted[index]!, strength: strengthOfPair(pair, adjusted[index]!, alpha) }));
  const rows = places.map(({ code, n, count }): ShareRow => {
    const estimate = n >= smallestBase ? estimateProportion(count, n, 1 - alpha) : null;
    const known = estimate && isResult(estimate) ? estimate : null;
    return {
      code,
      n,
      count,
      share: known?.share ?? null,
      interval: known ? { lower: known.interval.lower, upper: known.interval.upper } : null,
      letters: "",
    };
  });
  return { kind: pairs.length === 0 ? "none" : gridOf(data).isRepeated ? "paired" : "independent", rows: withLetters(rows, pairs, alpha), pairs };
};
