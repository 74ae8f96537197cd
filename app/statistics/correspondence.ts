/** A map of products and words that lie close when they are mentioned together more than chance (METHODS 3.15). */
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { at } from "./checks";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type CorrespondenceMap = Result<{
  /** Mentions in all. */
  readonly n: number;
  /** Squared singular values, largest first: what each axis explains of the inertia. */
  readonly eigenvalues: readonly number[];
  readonly totalInertia: number;
  /** totalInertia times n, Pearson's statistic of the table. */
  readonly chiSquare: number;
  /** [row][axis] and [column][axis], principal coordinates; null for a row or column without a mention. */
  readonly rows: readonly (readonly number[] | null)[];
  readonly columns: readonly (readonly number[] | null)[];
}>;

/**
 * Correspondence analysis (Benzecri 1973; Greenacre 2017) of a table of counts: singular values of (P - rc') / sqrt(rc').
 *
 * Signs of axes are arbitrary; here the row with the largest coordinate lies on the positive side. R: `ca::ca`. Give only terms that
 * tell products apart. "too-few-groups" below two rows or columns with mentions; "no-variation" when all rows have the same profile.
 */
export function correspondenceMap(table: readonly (readonly number[])[]): CorrespondenceMap | NotEnoughData {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width || row.some((count) => !(Number.isFinite(count) && count >= 0)))
      throw new RangeError("a table of counts has equal rows of numbers from 0");
  }
  const rowTotals = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = Array.from({ length: width }, (_, column) => table.reduce((sum, row) => sum + at(row, column), 0));
  const n = rowTotals.reduce((sum, total) => sum + total, 0);
  if (n === 0) return notEnoughData("no-observations", 0);
  const kept = {
    rows: [...rowTotals.keys()].filter((row) => at(rowTotals, row) > 0),
    columns: [...columnTotals.keys()].filter((column) => at(columnTotals, column) > 0),
  };
  if (kept.rows.length < 2 || kept.columns.length < 2) return notEnoughData("too-few-groups", n);
  const residuals = new Matrix(
    kept.rows.map((row) =>
      kept.columns.map((column) => {
        const expected = (at(rowTotals, row) * at(columnTotals, column)) / n;
        return (at(at(table, row), column) - expected) / Math.sqrt(expected * n);
      }),
    ),
  );
  const svd = new SingularValueDecomposition(residuals, { autoTranspose: true });
  const axes = Math.min(kept.rows.length, kept.columns.length) - 1;
  const values = svd.diagonal.slice(0, axes);
  if (!(at(values, 0) > 1e-12)) return notEnoughData("no-variation", n);
  const [left, right] = [svd.leftSingularVectors, svd.rightSingularVectors];
  const rows = table.map((): number[] | null => null);
  const columns = columnTotals.map((): number[] | null => null);
  for (const [place, row] of kept.rows.entries()) rows[row] = values.map((value, axis) => (left.get(place, axis) * value) / Math.sqrt(at(rowTotals, row) / n));
  for (const [place, column] of kept.columns.entries())
    columns[column] = values.map((value, axis) => (right.get(place, axis) * value) / Math.sqrt(at(columnTotals, column) / n));
  for (let axis = 0; axis < axes; axis += 1) {
    let widest = 0;
    for (const row of rows) if (row !== null && Math.abs(at(row, axis)) > Math.abs(widest) + 1e-12) widest = at(row, axis);
    if (widest < 0) for (const point of [...rows, ...columns]) if (point !== null) point[axis] = -at(point, axis);
  }
  const eigenvalues = values.map((value) => value * value);
  const totalInertia = eigenvalues.reduce((sum, value) => sum + value, 0);
  return { kind: "result", n, eigenvalues, totalInertia, chiSquare: totalInertia * n, rows, columns };
}
