/**
 * The engine under every "which of these" question: a conditional logit model (McFadden 1974) fitted by Newton's method.
 * Pairs, ties, best-worst tasks and rankings are all choices from small sets whose utilities are sums of a few parameters.
 */
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { at } from "./checks";

/** The few parameters an alternative's utility is made of, with their weights. */
export type Utility = readonly (readonly [parameter: number, weight: number])[];

/** A set of alternatives that was offered, and how often each was chosen from it. Counts need not be whole. */
export type ChoiceSet = { readonly alternatives: readonly Utility[]; readonly counts: readonly number[] };

export type ChoiceFit = {
  readonly estimates: readonly number[];
  /** Inverse of the observed information. */
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  /** With every alternative equally likely. */
  readonly nullLogLikelihood: number;
  /** Chance of each alternative, per set. */
  readonly chances: readonly (readonly number[])[];
};

/** Chances of the alternatives of one set and the logarithm of their common denominator. */
function chancesOf(set: ChoiceSet, estimates: readonly number[]): { chances: number[]; logChances: number[] } {
  const utilities = set.alternatives.map((utility) => utility.reduce((sum, [parameter, weight]) => sum + weight * at(estimates, parameter), 0));
  const largest = Math.max(...utilities);
  const logSum = largest + Math.log(utilities.reduce((sum, utility) => sum + Math.exp(utility - largest), 0));
  const logChances = utilities.map((utility) => utility - logSum);
  return { chances: logChances.map(Math.exp), logChances };
}

function logLikelihoodOf(sets: readonly ChoiceSet[], estimates: readonly number[]): number {
  let sum = 0;
  for (const set of sets) {
    const { logChances } = chancesOf(set, estimates);
    for (const [index, count] of set.counts.entries()) if (count > 0) sum += count * at(logChances, index);
  }
  return sum;
}

/** Expected utility vector of a set under the model: what the observed choice is compared with. */
export function meanUtility(set: ChoiceSet, chances: readonly number[], parameters: number): Float64Array {
  const mean = new Float64Array(parameters);
  for (const [index, utility] of set.alternatives.entries()) {
    for (const [parameter, weight] of utility) mean[parameter] = (mean[parameter] as number) + at(chances, index) * weight;
  }
  return mean;
}

/** Gradient and observed information. */
function slopes(sets: readonly ChoiceSet[], estimates: readonly number[]): { gradient: Matrix; information: Matrix } {
  const size = estimates.length;
  const gradient = Matrix.zeros(size, 1);
  const information = Matrix.zeros(size, size);
  for (const set of sets) {
    const total = set.counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) continue;
    const { chances } = chancesOf(set, estimates);
    const touched = new Map<number, number>();
    for (const [index, utility] of set.alternatives.entries()) {
      const chance = at(chances, index);
      const excess = at(set.counts, index) - total * chance;
      for (const [parameter, weight] of utility) {
        touched.set(parameter, (touched.get(parameter) ?? 0) + chance * weight);
        gradient.set(parameter, 0, gradient.get(parameter, 0) + excess * weight);
        for (const [other, otherWeight] of utility) {
          information.set(parameter, other, information.get(parameter, other) + total * chance * weight * otherWeight);
        }
      }
    }
    for (const [parameter, mean] of touched) {
      for (const [other, otherMean] of touched) information.set(parameter, other, information.get(parameter, other) - total * mean * otherMean);
    }
  }
  return { gradient, information };
}

/** The mean of a matrix and its transpose. */
export function symmetric(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).mul(0.5);
}

/** Symmetric positive definite, so Cholesky both solves and tells when there is nothing to solve. */
export function invertInformation(information: Matrix): Matrix | null {
  // Rounding leaves the two halves apart by a last digit, which the decomposition refuses.
  const decomposition = new CholeskyDecomposition(symmetric(information));
  if (!decomposition.isPositiveDefinite()) return null;
  const inverse = decomposition.solve(Matrix.eye(information.rows, information.rows));
  return inverse.to1DArray().every(Number.isFinite) ? inverse : null;
}

const MOST_STEPS = 200;
/** Odds of e^25 are no estimate but a choice that was always made. */
const LARGEST_ESTIMATE = 25;

/**
 * Maximises the likelihood from zero by Newton's method with halved steps; the likelihood is concave, so the top is the only one.
 * Returns null when it has no finite top, as when an alternative was always or never chosen, or when parameters cannot be told apart.
 */
export function fitChoices(sets: readonly ChoiceSet[], parameters: number): ChoiceFit | null {
  let estimates = new Array<number>(parameters).fill(0);
  const nullLogLikelihood = logLikelihoodOf(sets, estimates);
  let value = nullLogLikelihood;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, information } = slopes(sets, estimates);
    const covariance = invertInformation(information);
    if (covariance === null) return null;
    const direction = covariance.mmul(gradient).to1DArray();
    if (direction.every((part, index) => Math.abs(part) <= 1e-9 * Math.max(1, Math.abs(at(estimates, index))))) {
      // Newton doubles the right digits with every step, so the last small one leaves nothing.
      const top = estimates.map((estimate, index) => estimate + at(direction, index));
      if (top.some((estimate) => Math.abs(estimate) > LARGEST_ESTIMATE)) return null;
      const chances = sets.map((set) => chancesOf(set, top).chances);
      return { estimates: top, covariance, logLikelihood: logLikelihoodOf(sets, top), nullLogLikelihood, chances };
    }
    let scale = 1;
    let next = estimates;
    let nextValue = -Infinity;
    for (let halving = 0; halving < 40; halving += 1, scale /= 2) {
      next = estimates.map((estimate, index) => estimate + scale * at(direction, index));
      nextValue = logLikelihoodOf(sets, next);
      if (nextValue >= value - 1e-12 * Math.abs(value)) break;
    }
    if (next.some((estimate) => !Number.isFinite(estimate) || Math.abs(estimate) > 2 * LARGEST_ESTIMATE)) return null;
    estimates = next;
    value = nextValue;
  }
  return null;
}
