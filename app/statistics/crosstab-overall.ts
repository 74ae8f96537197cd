/** Whether the columns of one row of a crosstab differ at all (METHODS 3.5). */
import { at } from "./checks";
import type { ShareColumn } from "./crosstab";
import { chiSquareUpperTail } from "./distributions";
import { fisherExactTwoSided } from "./proportions";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type SharesTest = Result<{
  readonly n: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly method: "chi-square" | "fisher";
  readonly p: number;
}>;

/**
 * Pearson's chi-square of yes and no over all columns, uncorrected. R: `chisq.test(rbind(yes, no), correct = FALSE)`. Two columns of counts
 * with an expected one below 5: Fisher's exact test. More columns are tested only by Cochran's rule (1954), no expected number below 1 and at
 * most a fifth of them below 5; else "too-few-observations". Weighted columns are share * n_eff of n_eff, and never Fisher's.
 * "no-variation" where nobody or everybody said yes. Columns without people are left out.
 */
export function testShares(given: readonly ShareColumn[], isWeighted = false): SharesTest | NotEnoughData {
  const columns = given.filter(({ n }) => n > 0);
  const n = columns.reduce((sum, column) => sum + column.n, 0);
  const yes = columns.reduce((sum, column) => sum + column.successes, 0);
  if (columns.length < 2) return notEnoughData(n === 0 ? "no-observations" : "too-few-groups", n);
  if (!(yes > 0 && yes < n)) return notEnoughData("no-variation", n);
  const expected = columns.flatMap((column) => [(column.n * yes) / n, (column.n * (n - yes)) / n]);
  const observed = columns.flatMap((column) => [column.successes, column.n - column.successes]);
  const chiSquare = observed.reduce((sum, count, index) => sum + (count - at(expected, index)) ** 2 / at(expected, index), 0);
  const degreesOfFreedom = columns.length - 1;
  const low = expected.filter((count) => count < 5).length;
  const found = { kind: "result", n, chiSquare, degreesOfFreedom } as const;
  if (!isWeighted && columns.length === 2 && low > 0) {
    const [one, other] = [at(columns, 0), at(columns, 1)];
    return { ...found, method: "fisher", p: fisherExactTwoSided(one.successes, one.n, other.successes, other.n) };
  }
  if (Math.min(...expected) < 1 || low > expected.length / 5) return notEnoughData("too-few-observations", n);
  return { ...found, method: "chi-square", p: chiSquareUpperTail(chiSquare, degreesOfFreedom) };
}
