/** Draws from the multivariate normal and the inverse Wishart distribution, from a seeded stream. */
import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { at } from "./checks";
import { symmetric } from "./choice-model";
import { nextGamma, nextNormal } from "./random-variates";
import type { Random } from "./random";

/** The lower triangle L with L L' = matrix. */
export const lowerOf = (matrix: Matrix): Matrix => new CholeskyDecomposition(symmetric(matrix)).lowerTriangularMatrix;

/** Normal around `mean` with covariance `lower` times its transpose. */
export function normalVector(random: Random, mean: readonly number[], lower: Matrix): number[] {
  const z = mean.map(() => nextNormal(random));
  return mean.map((centre, row) => {
    let sum = centre;
    for (let column = 0; column <= row; column += 1) sum += lower.get(row, column) * at(z, column);
    return sum;
  });
}

/** Inverse Wishart draw through Bartlett's decomposition (1933) of the Wishart. */
export function nextInverseWishart(random: Random, degrees: number, scale: Matrix): Matrix {
  const size = scale.rows;
  const lower = lowerOf(inverse(scale));
  const root = Matrix.zeros(size, size);
  for (let row = 0; row < size; row += 1) {
    root.set(row, row, Math.sqrt(2 * nextGamma(random, (degrees - row) / 2)));
    for (let column = 0; column < row; column += 1) root.set(row, column, nextNormal(random));
  }
  const factor = lower.mmul(root);
  return inverse(factor.mmul(factor.transpose()));
}
