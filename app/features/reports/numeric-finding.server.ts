// One number of every questionnaire, by prototype: means with intervals, and the comparison that fits who answered.
import type { LocalizedText } from "~/core/locale";
import { estimateMean, median } from "~/statistics/means";
import { isResult } from "~/statistics/result";
import type { ReportData } from "./data.server";
import type { IntervalRow, QuestionFinding, ResultTable } from "./question-result";
import { compareColumns, splitByPrototype } from "./rating-analysis.server";
import type { RatingComparison } from "./rating-result";
import { ratingTitle } from "./rating-title.server";
import { cell, head, isLowBase, labelIn, pairTable, plainText, say, strongest, textCell } from "./result-parts.server";

export type Measured = { key: string; text: LocalizedText; numbers: Float64Array; min: number; max: number };

const methodOf = (comparison: RatingComparison): LocalizedText =>
  say(comparison.kind === "none" ? `not_compared_${comparison.reason}` : `means_${comparison.kind}`);

/** The interval chart covers what was measured, and no more of the scale than that. */
export const domainAround = (rows: readonly IntervalRow[], least: number, most: number): [number, number] => {
  const values = rows.flatMap(({ value, bounds }) => [value, bounds?.lower ?? value, bounds?.upper ?? value]);
  if (values.length === 0) return [least, most];
  const [low, high] = [Math.max(least, Math.min(...values)), Math.min(most, Math.max(...values))];
  const room = Math.max((high - low) * 0.1, (most - least) * 0.02, 1e-9);
  return [Math.max(least, low - room), Math.min(most, high + room)];
};

export const numericFinding = (data: ReportData, { key, text, numbers, min, max }: Measured): QuestionFinding & { comparison: RatingComparison } => {
  const { alpha } = data.trial;
  const [low, high] = max > min ? [min, max] : [min, min + 1];
  const columns = splitByPrototype(data, numbers);
  const comparison = compareColumns(columns, { min: low, max: high }, alpha);
  const letters = comparison.kind === "none" ? [] : comparison.letters;
  const estimates = columns.map(({ code, values }) => {
    const estimate = estimateMean(values, 1 - alpha);
    const middle = median(values);
    const known = isResult(estimate) ? estimate : null;
    return {
      code,
      n: values.length,
      mean: known?.mean ?? null,
      bounds: known?.interval ? { lower: known.interval.lower, upper: known.interval.upper } : null,
      middle: isResult(middle) ? middle.value : null,
      letters: letters.find((entry) => entry.code === code)?.letters ?? "",
    };
  });
  const rows = estimates.flatMap(({ code, n, mean, bounds, letters: own }): IntervalRow[] =>
    mean === null ? [] : [{ key: code, label: labelIn(data.prototypes, code), n, value: mean, bounds, letters: own }],
  );
  const table: ResultTable = {
    caption: say("table_means"),
    head: head("prototype", "n", "mean", "median", "letters"),
    rows: estimates.map(({ code, n, mean, bounds, middle, letters: own }) => ({
      key: code,
      label: labelIn(data.prototypes, code),
      isLow: isLowBase(n),
      cells: [cell("count", n), cell("mean", mean, { n, bounds }), cell("mean", middle, { n }), textCell(plainText(own || "–"))],
    })),
  };
  const pairs = comparison.kind === "none" ? null : pairTable(comparison.pairs, "difference", data.prototypes);
  const analysis = {
    key,
    text,
    scale: { min: low, max: high, labels: {}, highIsGood: true, topBoxes: [], bottomBoxes: [] },
    rows: estimates.map(({ code, n, mean, bounds }) => ({
      code,
      n,
      mean,
      standardDeviation: null,
      standardError: null,
      interval: bounds,
      topBox: null,
      bottomBox: null,
      counts: [],
      missing: {},
    })),
    comparison,
  };
  return {
    key,
    text,
    title: ratingTitle(analysis, "attribute", data.prototypes),
    strength: comparison.kind === "none" ? null : strongest(comparison.pairs.map(({ strength }) => strength)),
    n: estimates.reduce((sum, { n }) => sum + n, 0),
    chart: rows.length === 0 ? null : { kind: "intervals", unit: "mean", domain: domainAround(rows, low, high), line: null, rows },
    tables: [table, ...(pairs ? [pairs] : [])],
    method: methodOf(comparison),
    notes: [],
    comparison,
  };
};
