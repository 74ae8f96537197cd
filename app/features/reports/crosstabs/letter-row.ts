// One row of a banner point: what is shown of each column, which column lies above which, and whether they differ at all.
import { summariseValues, type MeanSummary } from "~/statistics/counted-means";
import { letterColumns, lettersOf, letterShares, letterSummaries, meanCells, shareCells, type ColumnPair, type LetteredRow } from "~/statistics/crosstab";
import { testShares } from "~/statistics/crosstab-overall";
import { welchAnovaOfMeans } from "~/statistics/independent-groups";
import { smallestBase } from "../report";
import type { CrosstabAdjustment, CrosstabCell, PointKind } from "./crosstab";
import { comparePairedMeans, comparePairedShares, testPairedMeans, testPairedShares, type PairedAnswers } from "./paired-answers";
import type { RowSpec } from "./question-rows.server";
import { namedIn, shareOf, type Tally } from "./tally";

export type LetterSettings = { adjustment: CrosstabAdjustment; alpha: number; isWeighted: boolean };
export type LetteredCells = { cells: CrosstabCell[]; p: number | null; pairs: readonly ColumnPair[] };
export type PointData = { kind: PointKind; tallies: readonly Tally[]; paired: PairedAnswers | null };

const noLetters = "";

export const cellOf = (row: RowSpec, tally: Tally, value: number | null, letters: string): CrosstabCell => ({
  count: row.kind === "mean" ? tally.n : namedIn(tally, row.codes).n,
  value: tally.effectiveN < smallestBase ? null : value,
  letters,
});

/** A column by itself, such as the total. */
export const plainCell = (row: RowSpec, tally: Tally): CrosstabCell => {
  if (row.kind === "mean") return cellOf(row, tally, summariseValues(tally.numbers).mean, noLetters);
  const { n, successes } = shareOf(tally, row.codes);
  return cellOf(row, tally, n > 0 ? successes / n : null, noLetters);
};

const overallOfMeans = (means: readonly MeanSummary[]): number | null => {
  const test = welchAnovaOfMeans(
    means.flatMap(({ effectiveN, estimate }) =>
      estimate && effectiveN >= smallestBase
        ? [{ n: estimate.n, mean: estimate.mean, precision: 1 / estimate.squaredError, degreesOfFreedom: estimate.degreesOfFreedom }]
        : [],
    ),
  );
  return test.kind === "result" ? test.p : null;
};

type Lettered = { lettered: LetteredRow; p: number | null };

const letterMeanRow = ({ kind, tallies, paired }: PointData, settings: LetterSettings): Lettered => {
  const means = tallies.map(({ numbers }) => summariseValues(numbers, 1 - settings.alpha));
  if (kind === "overlapping") return { lettered: letterColumns(meanCells(means), () => null, settings), p: null };
  return paired
    ? {
        lettered: letterColumns(meanCells(means), (first, second) => comparePairedMeans(paired, first, second, settings), settings),
        p: settings.isWeighted ? null : testPairedMeans(paired),
      }
    : { lettered: letterSummaries(means, settings), p: overallOfMeans(means) };
};

const letterShareRow = (codes: readonly string[], { kind, tallies, paired }: PointData, settings: LetterSettings): Lettered => {
  const shares = tallies.map((tally) => shareOf(tally, codes));
  if (kind === "overlapping") return { lettered: letterColumns(shareCells(shares), () => null, settings), p: null };
  if (paired)
    return {
      lettered: letterColumns(shareCells(shares), (first, second) => comparePairedShares(paired, codes, first, second, settings), settings),
      p: settings.isWeighted ? null : testPairedShares(paired, codes),
    };
  const overall = testShares(
    shares.filter(({ n }) => n >= smallestBase),
    settings.isWeighted,
  );
  return { lettered: letterShares(shares, settings), p: overall.kind === "result" ? overall.p : null };
};

/** One row of one banner point is the family within which pairs are adjusted. */
export const letterRow = (row: RowSpec, point: PointData, settings: LetterSettings): LetteredCells => {
  const { lettered, p } = row.kind === "mean" ? letterMeanRow(point, settings) : letterShareRow(row.codes, point, settings);
  return {
    p,
    pairs: lettered.pairs,
    cells: point.tallies.map((tally, column) => {
      const own = lettered.columns[column];
      return cellOf(row, tally, own?.value ?? null, own ? lettersOf(own) : noLetters);
    }),
  };
};
