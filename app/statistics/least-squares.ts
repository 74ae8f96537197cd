/** Ordinary least squares with many people: the small engine under the pooled penalty model. */
import { Matrix, QrDecomposition } from "ml-matrix";
import { at } from "./checks";

export type LeastSquares = {
  /** Per column: estimate and the diagonal of (X'X)^-1, or null when the column cannot be told apart from the others. */
  readonly columns: readonly ({ readonly estimate: number; readonly inverseDiagonal: number } | null)[];
  readonly rank: number;
  readonly residualSumOfSquares: number;
};

/** A column whose part not explained by the others is smaller than this share of its length is taken as explained. */
const TOLERANCE = 1e-8;

/** Subtracts from each entry the mean of its group, in every list alike. `groups` gives each entry's group from 0. */
export function centreWithinGroups(values: readonly number[], groups: readonly number[]): number[] {
  const sums: number[] = [];
  const counts: number[] = [];
  values.forEach((value, index) => {
    const group = at(groups, index);
    sums[group] = (sums[group] ?? 0) + value;
    counts[group] = (counts[group] ?? 0) + 1;
  });
  return values.map((value, index) => {
    const group = at(groups, index);
    return value - at(sums, group) / at(counts, group);
  });
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] as number) * (other[index] as number);
  return sum;
}

/** Indices of columns that are independent of those before them, by Gram-Schmidt with reorthogonalisation. */
function independentColumns(columns: readonly (readonly number[])[], lengths: readonly number[]): number[] {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  columns.forEach((column, index) => {
    const rest = Float64Array.from(column);
    for (let pass = 0; pass < 2; pass += 1) {
      for (const direction of basis) {
        const length = dot(rest, direction);
        for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] as number) - length * (direction[row] as number);
      }
    }
    const norm = Math.sqrt(dot(rest, rest));
    if (norm <= TOLERANCE * Math.max(at(lengths, index), Number.MIN_VALUE)) return;
    basis.push(rest.map((value) => value / norm));
    kept.push(index);
  });
  return kept;
}

/**
 * Solves y = X beta by QR. `columns` are the columns of X. A column is estimable only when it is independent of all the others
 * together, not just of those before it; a pair of identical columns therefore gives two nulls.
 * `originalLengths` are the columns' lengths before centring, against which "nothing left" is judged.
 */
export function solveLeastSquares(columns: readonly (readonly number[])[], response: readonly number[], originalLengths: readonly number[]): LeastSquares {
  const kept = independentColumns(columns, originalLengths);
  const rank = kept.length;
  if (rank === 0) {
    const squares = response.reduce((sum, value) => sum + value * value, 0);
    return { columns: columns.map(() => null), rank, residualSumOfSquares: squares };
  }
  const design = new Matrix(kept.map((index) => [...at(columns, index)])).transpose();
  const decomposition = new QrDecomposition(design);
  const observed = Matrix.columnVector([...response]);
  const estimates = decomposition.solve(observed);
  const residual = Matrix.sub(observed, design.mmul(estimates));
  const triangle = new QrDecomposition(decomposition.upperTriangularMatrix);
  const triangleInverse = triangle.solve(Matrix.eye(rank, rank));
  const isEstimable = (index: number) => {
    if (rank === columns.length) return true;
    const others = columns.filter((_, other) => other !== index);
    const lengths = originalLengths.filter((_, other) => other !== index);
    return independentColumns(others, lengths).length < rank;
  };
  return {
    columns: columns.map((_, index) => {
      const place = kept.indexOf(index);
      if (place < 0 || !isEstimable(index)) return null;
      const row = triangleInverse.getRow(place);
      return {
        estimate: estimates.get(place, 0),
        inverseDiagonal: row.reduce((sum, value) => sum + value * value, 0),
      };
    }),
    rank,
    residualSumOfSquares: residual.to1DArray().reduce((sum, value) => sum + value * value, 0),
  };
}
