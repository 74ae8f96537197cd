/** Ordinary least squares with many people: the small engine under the pooled penalty model. */
import { at } from "./checks";

export type LeastSquares = {
  /** Per column: estimate and the diagonal of (X'X)^-1, or null when the column cannot be told apart from the others. */
  readonly columns: readonly ({ readonly estimate: number; readonly inverseDiagonal: number } | null)[];
  readonly rank: number;
  readonly residualSumOfSquares: number;
};

/** A column, or what makes it when its turn comes: many long columns need not be in memory beside the directions that are made of them. */
export type ColumnSource = Float64Array | (() => Float64Array);

/** A column whose part not explained by the others is smaller than this share of its length is taken as explained. */
const TOLERANCE = 1e-8;

/** Subtracts from each entry the mean of its group. `groups` gives each entry's group, from 0 to `groupCount` - 1. */
export function centreWithinGroups(values: Uint8Array | Float64Array, groups: Int32Array, groupCount: number): Float64Array {
  const means = new Float64Array(groupCount);
  const counts = new Int32Array(groupCount);
  for (let index = 0; index < values.length; index += 1) {
    const group = groups[index] as number;
    means[group] = (means[group] as number) + (values[index] as number);
    counts[group] = (counts[group] as number) + 1;
  }
  for (let group = 0; group < groupCount; group += 1) means[group] = (means[group] as number) / Math.max(1, counts[group] as number);
  const centred = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) centred[index] = (values[index] as number) - (means[groups[index] as number] as number);
  return centred;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] as number) * (other[index] as number);
  return sum;
}

/**
 * Takes the directions out of `rest` and returns how much of each there was. What is left is rounded by the length that was there before,
 * so where little is left it is done a second time, which is enough (Giraud, Langou & Rozloznik 2005).
 */
function takeOut(rest: Float64Array, directions: readonly Float64Array[]): number[] {
  const parts = directions.map(() => 0);
  let before = dot(rest, rest);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const [place, direction] of directions.entries()) {
      const part = dot(rest, direction);
      parts[place] = at(parts, place) + part;
      for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] as number) - part * (direction[row] as number);
    }
    const after = dot(rest, rest);
    if (after > before / 2) break;
    before = after;
  }
  return parts;
}

type Factors = {
  /** Indices of columns that are independent of those before them. */
  readonly kept: readonly number[];
  /** One direction of length 1 per kept column, at right angles to the others. */
  readonly directions: readonly Float64Array[];
  /** Column j of the upper triangle: how kept column j is made of the directions up to its own. */
  readonly triangle: readonly (readonly number[])[];
};

/** X = QR by Gram-Schmidt with reorthogonalisation (Giraud, Langou & Rozloznik 2005), leaving out columns that depend on earlier ones. */
function factorise(columns: readonly ColumnSource[], lengths: readonly number[]): Factors {
  const directions: Float64Array[] = [];
  const kept: number[] = [];
  const triangle: number[][] = [];
  for (const [index, column] of columns.entries()) {
    const rest = typeof column === "function" ? column() : column.slice();
    const parts = takeOut(rest, directions);
    const norm = Math.sqrt(dot(rest, rest));
    if (norm <= TOLERANCE * Math.max(at(lengths, index), Number.MIN_VALUE)) continue;
    for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] as number) / norm;
    directions.push(rest);
    kept.push(index);
    triangle.push([...parts, norm]);
  }
  return { kept, directions, triangle };
}

/** Solves R x = z by substitution from the last row upwards. */
function solveTriangle(triangle: Factors["triangle"], right: readonly number[]): number[] {
  const solved = right.map(() => 0);
  for (let row = right.length - 1; row >= 0; row -= 1) {
    let rest = at(right, row);
    for (let column = row + 1; column < right.length; column += 1) rest -= at(at(triangle, column), row) * at(solved, column);
    solved[row] = rest / at(at(triangle, row), row);
  }
  return solved;
}

/**
 * Solves y = X beta by QR. `columns` are the columns of X. A column is estimable only when it is independent of all the others
 * together, not just of those before it; a pair of identical columns therefore gives two nulls.
 * `originalLengths` are the columns' lengths before centring, against which "nothing left" is judged.
 */
export function solveLeastSquares(columns: readonly ColumnSource[], response: Float64Array, originalLengths: readonly number[]): LeastSquares {
  const { kept, directions, triangle } = factorise(columns, originalLengths);
  const rank = kept.length;
  const residual = response.slice();
  const estimates = solveTriangle(triangle, takeOut(residual, directions));
  const inverseColumns = kept.map((_, place) =>
    solveTriangle(
      triangle,
      kept.map((__, other) => (other === place ? 1 : 0)),
    ),
  );
  const isEstimable = (index: number) => {
    if (rank === columns.length) return true;
    const others = columns.filter((_, other) => other !== index);
    const lengths = originalLengths.filter((_, other) => other !== index);
    return factorise(others, lengths).kept.length < rank;
  };
  return {
    columns: columns.map((_, index) => {
      const place = kept.indexOf(index);
      if (place < 0 || !isEstimable(index)) return null;
      return { estimate: at(estimates, place), inverseDiagonal: inverseColumns.reduce((sum, column) => sum + at(column, place) ** 2, 0) };
    }),
    rank,
    residualSumOfSquares: dot(residual, residual),
  };
}
