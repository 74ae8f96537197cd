/** A share compared between two products that the same people rated (METHODS 3.4). */
import { requireCount, requireOpenUnit } from "./checks";
import { binomialLowerTail, binomialPoint, chiSquareUpperTail, normalQuantile } from "./distributions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type PairedProportionsTest = Result<{
  /** People who answered for both products. */
  readonly n: number;
  /** Share of the first minus share of the second, from -1 to 1. */
  readonly difference: number;
  /** Agresti & Min (2005), centred on a slightly shrunken difference. */
  readonly interval: Interval;
  readonly chiSquare: number;
  readonly chiSquareP: number;
  readonly exactP: number;
  readonly midP: number;
  /** mid-p below 50 discordant people, chi-square from 50 on. */
  readonly method: "mid-p" | "chi-square";
  /** The p of `method`. */
  readonly p: number;
  /** True when nobody answered differently for the two products; every p is then 1. */
  readonly hasNoDiscordantPair: boolean;
}>;

/**
 * McNemar's test (McNemar 1947; mid-p: Fagerland, Lydersen & Laake 2013).
 *
 * `onlyFirst` people said yes to the first product only, `onlySecond` to the second only, of `n` people who answered for
 * both. chi2 = (b - c)^2 / (b + c); exact p = min(1, 2 P(X <= min(b, c))), X ~ Bin(b + c, 1/2); mid-p = exact - P(X = min),
 * or 1 - P(X = b) when b = c. R: `mcnemar.test(correct = FALSE)`, `binom.test(b, b + c)`.
 */
export function comparePairedProportions(onlyFirst: number, onlySecond: number, n: number, confidence = 0.95): PairedProportionsTest | NotEnoughData {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  requireCount(n, "n");
  requireOpenUnit(confidence, "confidence");
  const discordant = onlyFirst + onlySecond;
  if (discordant > n) throw new RangeError(`${String(discordant)} discordant of ${String(n)} people`);
  if (n === 0) return notEnoughData("no-observations", 0);
  const smaller = Math.min(onlyFirst, onlySecond);
  const point = binomialPoint(smaller, discordant, 0.5);
  const doubled = discordant === 0 ? 1 : 2 * binomialLowerTail(smaller, discordant, 0.5);
  const isEqual = onlyFirst === onlySecond;
  const chiSquare = discordant === 0 ? 0 : (onlyFirst - onlySecond) ** 2 / discordant;
  const chiSquareP = chiSquareUpperTail(chiSquare, 1);
  const midP = discordant === 0 ? 1 : isEqual ? 1 - point : doubled - point;
  const method = discordant < 50 ? "mid-p" : "chi-square";
  return {
    kind: "result",
    n,
    difference: (onlyFirst - onlySecond) / n,
    interval: agrestiMinInterval(onlyFirst, onlySecond, n, confidence),
    chiSquare,
    chiSquareP,
    exactP: Math.min(1, doubled),
    midP,
    method,
    p: method === "mid-p" ? midP : chiSquareP,
    hasNoDiscordantPair: discordant === 0,
  };
}

/** Wald interval after adding half a person to each discordant cell and two people in all (Agresti & Min 2005). */
function agrestiMinInterval(onlyFirst: number, onlySecond: number, n: number, confidence: number): Interval {
  const first = onlyFirst + 0.5;
  const second = onlySecond + 0.5;
  const people = n + 2;
  const difference = (first - second) / people;
  const standardError = Math.sqrt(first + second - (first - second) ** 2 / people) / people;
  const half = normalQuantile(1 - (1 - confidence) / 2) * standardError;
  return { lower: Math.max(-1, difference - half), upper: Math.min(1, difference + half), confidence };
}
