/** Products ranked by the same people, from ratings or rankings, without assuming anything about scale points (METHODS 3.13). */
import { at, requireFinite } from "./checks";
import { chiSquareUpperTail, fUpperTail } from "./distributions";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type FriedmanTest = Result<{
  /** People with a complete row. */
  readonly n: number;
  readonly products: number;
  /** In the order of the columns; low values have low ranks. */
  readonly rankSums: readonly number[];
  readonly meanRanks: readonly number[];
  /** Corrected for ties. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Iman & Davenport (1980); null when everybody ranked alike, where it has no bound. */
  readonly imanDavenportF: number | null;
  readonly imanDavenportP: number | null;
  /** A - C: squared deviations of all ranks from their middle, the tie-corrected spread that comparisons of pairs need. */
  readonly rankSpread: number;
  /** Kendall's W, from 0 (no agreement) to 1. */
  readonly kendallW: number;
  /** True when every person tied all products: chi-square 0, p 1. */
  readonly isAllTied: boolean;
}>;

/** Ranks from 1, ties share the average of their ranks. */
export function averageRanks(values: readonly number[]): number[] {
  requireFinite(values, "values");
  // Ratings take few values, so counting them is far quicker than sorting everybody.
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rankOf = new Map<number, number>();
  let before = 0;
  for (const [value, count] of [...counts].sort(([one], [other]) => one - other)) {
    rankOf.set(value, before + (count + 1) / 2);
    before += count;
  }
  return values.map((value) => rankOf.get(value) ?? 0);
}

/**
 * Friedman's test with tie correction (Friedman 1937; Conover 1999) and Kendall's coefficient of concordance.
 *
 * T = (k - 1) sum (R_j - n (k + 1) / 2)^2 / (A - C), A = sum of squared ranks, C = n k (k + 1)^2 / 4; W = T / (n (k - 1)).
 * R: `friedman.test(rows)`. `rows` holds one complete row per person, products in the same order: leave out and count people
 * with a missing answer before. Answers "no-observations", "too-few-groups" below two products and "too-few-observations"
 * below two people.
 */
export function friedmanTest(rows: readonly (readonly number[])[]): FriedmanTest | NotEnoughData {
  const n = rows.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const k = at(rows, 0).length;
  if (rows.some((row) => row.length !== k)) throw new RangeError("every row needs the same products");
  if (k < 2) return notEnoughData("too-few-groups", n);
  if (n < 2) return notEnoughData("too-few-observations", n);
  const rankSums = new Array<number>(k).fill(0);
  let squares = 0;
  for (const row of rows) {
    averageRanks(row).forEach((rank, product) => {
      rankSums[product] = at(rankSums, product) + rank;
      squares += rank * rank;
    });
  }
  // Ranks are multiples of one half, so these sums are exact.
  const spread = squares - (n * k * (k + 1) ** 2) / 4;
  const between = rankSums.reduce((sum, rankSum) => sum + (rankSum - (n * (k + 1)) / 2) ** 2, 0);
  const isAllTied = spread === 0;
  const chiSquare = isAllTied ? 0 : ((k - 1) * between) / spread;
  const remainder = n * (k - 1) - chiSquare;
  const hasBound = remainder > 1e-9 * n;
  const imanDavenportF = hasBound ? ((n - 1) * chiSquare) / remainder : null;
  return {
    kind: "result",
    n,
    products: k,
    rankSums,
    meanRanks: rankSums.map((rankSum) => rankSum / n),
    chiSquare,
    degreesOfFreedom: k - 1,
    p: chiSquareUpperTail(chiSquare, k - 1),
    imanDavenportF,
    imanDavenportP: imanDavenportF === null ? null : fUpperTail(imanDavenportF, k - 1, (n - 1) * (k - 1)),
    rankSpread: spread,
    kendallW: Math.min(1, chiSquare / (n * (k - 1))),
    isAllTied,
  };
}
