/** Choices between two where "no preference" is an answer of its own (METHODS 3.10 and 3.11). */
import { Matrix } from "ml-matrix";
import { at, requireCount } from "./checks";
import { fitChoices, type ChoiceSet, type Utility } from "./choice-model";
import { chiSquareUpperTail, normalQuantile, normalTwoSided } from "./distributions";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { mutualGroups } from "./win-graph";

export type TwoAlternatives = Result<{
  readonly n: number;
  /** How far apart two impressions must lie before a person states a preference. */
  readonly threshold: number;
  readonly thresholdError: number;
  /** Distance of the second product from the first on the scale of impressions; above 0 the second is preferred. */
  readonly distance: number;
  readonly distanceError: number;
  readonly logLikelihood: number;
  /** Likelihood ratio test of distance 0, 1 degree of freedom. */
  readonly chiSquare: number;
  readonly p: number;
}>;

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Thurstonian 2-AC model: the two products' impressions differ by N(distance, 2), and a person states a preference when they are more
 * than the threshold apart (Christensen, Lee & Brockhoff 2012). z_1 = Phi^-1(a/N), z_2 = Phi^-1((a+t)/N), threshold (z_2 - z_1)/sqrt 2,
 * distance -(z_1 + z_2)/sqrt 2; standard errors from the multinomial, which equals the observed information. R: `sensR::twoAC`.
 * Example: twoAlternatives(57, 43, 30). "not-estimable" when one of the three answers was never given.
 */
export function twoAlternatives(preferFirst: number, preferSecond: number, noPreference: number): TwoAlternatives | NotEnoughData {
  for (const [name, count] of Object.entries({ preferFirst, preferSecond, noPreference })) requireCount(count, name);
  const n = preferFirst + preferSecond + noPreference;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (preferFirst === 0 || preferSecond === 0 || noPreference === 0) return notEnoughData("not-estimable", n);
  const below = preferFirst / n;
  // Quantiles of the upper tail keep their digits when almost everybody chose the first.
  const z1 = normalQuantile(below);
  const z2 = -normalQuantile(preferSecond / n);
  const above = 1 - preferSecond / n;
  const variance1 = (below * (1 - below)) / n / density(z1) ** 2;
  const variance2 = (above * (1 - above)) / n / density(z2) ** 2;
  const covariance = (below * (1 - above)) / n / (density(z1) * density(z2));
  const entropy = (...counts: number[]) => counts.reduce((sum, count) => sum + count * Math.log(count / n), 0);
  const logLikelihood = entropy(preferFirst, preferSecond, noPreference);
  const half = (preferFirst + preferSecond) / 2;
  const chiSquare = Math.max(0, 2 * (logLikelihood - entropy(half, half, noPreference)));
  return {
    kind: "result",
    n,
    threshold: (z2 - z1) / Math.SQRT2,
    thresholdError: Math.sqrt((variance1 + variance2 - 2 * covariance) / 2),
    distance: -(z1 + z2) / Math.SQRT2,
    distanceError: Math.sqrt((variance1 + variance2 + 2 * covariance) / 2),
    logLikelihood,
    chiSquare,
    p: chiSquareUpperTail(chiSquare, 1),
  };
}

export type NetPreference = Result<{
  readonly n: number;
  /** Share for the first minus share for the second, of all who answered. */
  readonly net: number;
  readonly standardError: number;
  /** (a - b) / sqrt(a + b), the sign test in its large-sample form. */
  readonly z: number;
  readonly p: number;
  /** Shares when people without a preference are spread as the others chose; reported, not tested. */
  readonly proportional: { readonly first: number; readonly second: number };
}>;

/** How far ahead one product is when people without a preference count as standing in the middle. "no-variation" when nobody has one. */
export function netPreference(preferFirst: number, preferSecond: number, noPreference: number): NetPreference | NotEnoughData {
  for (const [name, count] of Object.entries({ preferFirst, preferSecond, noPreference })) requireCount(count, name);
  const decided = preferFirst + preferSecond;
  const n = decided + noPreference;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (decided === 0) return notEnoughData("no-variation", n);
  const net = (preferFirst - preferSecond) / n;
  const z = (preferFirst - preferSecond) / Math.sqrt(decided);
  return {
    kind: "result",
    n,
    net,
    standardError: Math.sqrt(Math.max(0, (decided / n - net * net) / n)),
    z,
    p: normalTwoSided(z),
    proportional: { first: preferFirst / decided, second: preferSecond / decided },
  };
}

export type DavidsonFit = Result<{
  readonly n: number;
  /** Log-strengths with sum 0. */
  readonly strengths: readonly number[];
  readonly standardErrors: readonly number[];
  /** [i][j]. */
  readonly covariance: readonly (readonly number[])[];
  /** Strengths as shares with sum 1. */
  readonly shares: readonly number[];
  /** How readily people call it even: for equal items a tie is nu times as likely as a win of one of them. */
  readonly tieTendency: number;
  readonly logLikelihood: number;
}>;

/**
 * Bradley-Terry with ties (Davidson 1970): chances of i, j and tie in proportion to pi_i, pi_j and nu sqrt(pi_i pi_j).
 *
 * `wins[i][j]` as in `fitBradleyTerry`, `ties[i][j]` above the diagonal. Fitted as a choice among three, which is the Poisson
 * log-linear form of the literature. "disconnected" when neither wins nor ties link all items; "not-estimable" without any tie.
 */
export function fitDavidson(wins: readonly (readonly number[])[], ties: readonly (readonly number[])[]): DavidsonFit | NotEnoughData {
  const k = wins.length;
  const sets: ChoiceSet[] = [];
  let n = 0;
  let tied = 0;
  // The last item is the reference and has no parameter; parameter k - 1 is log nu.
  const utilityOf = (item: number, weight: number): Utility => (item === k - 1 ? [] : [[item, weight]]);
  for (let i = 0; i < k; i += 1) {
    for (let j = i + 1; j < k; j += 1) {
      const counts = [at(at(wins, i), j), at(at(wins, j), i), at(at(ties, i), j)];
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (total === 0) continue;
      n += total;
      tied += at(counts, 2);
      sets.push({ alternatives: [utilityOf(i, 1), utilityOf(j, 1), [...utilityOf(i, 0.5), ...utilityOf(j, 0.5), [k - 1, 1]]], counts });
    }
  }
  if (n === 0) return notEnoughData("no-observations", 0);
  if (k < 2) return notEnoughData("too-few-groups", n);
  // A tie links its two items in both directions.
  const links = wins.map((row, i) => row.map((count, j) => count + at(at(ties, Math.min(i, j)), Math.max(i, j))));
  const groups = mutualGroups(links);
  if (groups.length > 1) {
    return notEnoughData(
      "disconnected",
      n,
      groups.map((group) => group.map(String)),
    );
  }
  const fit = tied === 0 || tied === n ? null : fitChoices(sets, k);
  if (fit === null) return notEnoughData("not-estimable", n);
  const relative = [...fit.estimates.slice(0, k - 1), 0];
  const mean = relative.reduce((sum, strength) => sum + strength, 0) / k;
  // Centring matrix on the left of the covariance with a row and column of zeros for the reference.
  const padded = Matrix.zeros(k, k);
  padded.setSubMatrix(fit.covariance.subMatrix(0, k - 2, 0, k - 2), 0, 0);
  const centring = Matrix.sub(Matrix.eye(k, k), 1 / k);
  const covariance = centring.mmul(padded).mmul(centring);
  const strengths = relative.map((strength) => strength - mean);
  const total = strengths.reduce((sum, strength) => sum + Math.exp(strength), 0);
  return {
    kind: "result",
    n,
    strengths,
    standardErrors: strengths.map((_, index) => Math.sqrt(Math.max(0, covariance.get(index, index)))),
    covariance: covariance.to2DArray(),
    shares: strengths.map((strength) => Math.exp(strength) / total),
    tieTendency: Math.exp(at(fit.estimates, k - 1)),
    logLikelihood: fit.logLikelihood,
  };
}
