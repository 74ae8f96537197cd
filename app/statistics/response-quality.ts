/** Signs that somebody answered without reading (METHODS 3.24). A sign is shown to a moderator; only a person or a rule fixed before fieldwork excludes. */
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { at, requireFinite } from "./checks";
import { chiSquareUpperTail } from "./distributions";
import { arithmeticMean, sampleVariance } from "./means";
import { covariancesOf } from "./reliability";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One person's answers in the order on the screen; null where there is none. */
export type AnswerRow = readonly (number | null)[];

function runsOf(row: AnswerRow): number[] {
  const runs: number[] = [];
  let last: number | null = null;
  for (const answer of row) {
    if (answer === null) continue;
    if (answer === last) runs[runs.length - 1] = at(runs, runs.length - 1) + 1;
    else runs.push(1);
    last = answer;
  }
  return runs;
}

/** Longest run of equal answers, missing ones skipped; 0 without answers. R: `careless::longstring`. */
export function longestRun(row: AnswerRow): number {
  return Math.max(0, ...runsOf(row));
}

/** Mean length of the runs; null without answers. R: `careless::longstring(avg = TRUE)`. */
export function averageRun(row: AnswerRow): number | null {
  const runs = runsOf(row);
  return runs.length === 0 ? null : arithmeticMean(runs);
}

/** Standard deviation over the questions (Dunn et al. 2018); null below two answers. R: `careless::irv`. */
export function answerSpread(row: AnswerRow): number | null {
  const variance = sampleVariance(row.filter((answer) => answer !== null));
  return variance === null ? null : Math.sqrt(variance);
}

export type EvenOdd = { readonly correlation: number; /** 2r/(1+r), not below -1. */ readonly consistency: number };

/**
 * Do the odd and the even questions of each scale agree within a person? Correlation over scales of their halves' means, stepped up by
 * Spearman-Brown. `scales` are the numbers of questions per scale, in order; at least six scales tell something. Null when a half has no
 * answer or no variation. R: `careless::evenodd`, which since 1.2.0 prints the negative.
 */
export function evenOddConsistency(row: AnswerRow, scales: readonly number[]): EvenOdd | null {
  const [odd, even]: [number[], number[]] = [[], []];
  let start = 0;
  for (const items of scales) {
    const own = row.slice(start, start + items);
    start += items;
    const half = (parity: number) => own.filter((answer, index) => index % 2 === parity && answer !== null) as number[];
    const [first, second] = [half(0), half(1)];
    if (first.length === 0 || second.length === 0) continue;
    odd.push(arithmeticMean(first));
    even.push(arithmeticMean(second));
  }
  if (odd.length < 3) return null;
  const covariances = covariancesOf(odd.map((value, index) => [value, at(even, index)]));
  const scale = Math.sqrt(at(at(covariances, 0), 0) * at(at(covariances, 1), 1));
  if (!(scale > 1e-12)) return null;
  const correlation = Math.max(-1, Math.min(1, at(at(covariances, 0), 1) / scale));
  return { correlation, consistency: correlation <= -1 + 1e-12 ? -1 : Math.max(-1, (2 * correlation) / (1 + correlation)) };
}

/**
 * How far each person's answers lie from everybody's, in view of how questions hang together (Mahalanobis 1936), with the chi-square p.
 * Complete rows only. "too-few-observations" with no more people than questions; "not-estimable" when a question is a mixture of others.
 * R: `mahalanobis(x, colMeans(x), cov(x))`.
 */
export function mahalanobisDistances(rows: readonly (readonly number[])[]): Result<{ distances: { squared: number; p: number }[] }> | NotEnoughData {
  const n = rows.length;
  for (const row of rows) requireFinite(row, "answers");
  if (n === 0) return notEnoughData("no-observations", 0);
  const k = at(rows, 0).length;
  if (k === 0) return notEnoughData("too-few-groups", n);
  if (n <= k) return notEnoughData("too-few-observations", n);
  const covariances = new Matrix(covariancesOf(rows));
  const decomposition = new CholeskyDecomposition(covariances);
  const diagonal = decomposition.lowerTriangularMatrix.diagonal();
  if (!decomposition.isPositiveDefinite() || Math.min(...diagonal) < 1e-7 * Math.max(...diagonal)) return notEnoughData("not-estimable", n);
  const means = Array.from({ length: k }, (_, column) => arithmeticMean(rows.map((row) => at(row, column))));
  const lower = decomposition.lowerTriangularMatrix;
  return {
    kind: "result",
    distances: rows.map((row) => {
      const solved = new Float64Array(k);
      let squared = 0;
      for (let i = 0; i < k; i += 1) {
        let rest = at(row, i) - at(means, i);
        for (let j = 0; j < i; j += 1) rest -= lower.get(i, j) * (solved[j] as number);
        solved[i] = rest / lower.get(i, i);
        squared += (solved[i] as number) ** 2;
      }
      return { squared, p: chiSquareUpperTail(squared, k) };
    }),
  };
}
