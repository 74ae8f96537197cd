/** Strengths on a normal scale of impressions (METHODS 3.11, Thurstone 1927, case V), beside Bradley-Terry. */
import { Matrix } from "ml-matrix";
import { at } from "./checks";
import { invertInformation } from "./choice-model";
import { normalQuantile, normalUpperTail } from "./distributions";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { mutualGroups } from "./win-graph";

/**
 * Least squares from a table of shares, [i][j] = share preferring j over i: column means of Phi^-1, the lowest moved to 0.
 * Shares of 0 and 1 become 1/(2n) and 1 - 1/(2n), n the people behind a share. R: `psych::thurstone`.
 */
export function thurstoneScale(shares: readonly (readonly number[])[], people: number): Result<{ scale: number[] }> | NotEnoughData {
  const k = shares.length;
  if (people <= 0) return notEnoughData("no-observations", 0);
  if (k < 2) return notEnoughData("too-few-groups", people);
  const edge = 1 / (2 * people);
  const means = shares.map((_, column) => {
    const scores = shares.map((row, index) => (index === column ? 0 : normalQuantile(Math.min(1 - edge, Math.max(edge, at(row, column))))));
    return scores.reduce((sum, score) => sum + score, 0) / k;
  });
  const lowest = Math.min(...means);
  return { kind: "result", scale: means.map((mean) => mean - lowest) };
}

/**
 * The same by maximum likelihood: P(i over j) = Phi(th_i - th_j), strengths with sum 0, by Fisher scoring.
 * R: `glm(cbind(wins, losses) ~ X, binomial(probit))`. `wins` as in `fitBradleyTerry`, and the same "disconnected".
 */
export function fitThurstone(wins: readonly (readonly number[])[]): Result<{ n: number; strengths: number[]; standardErrors: number[] }> | NotEnoughData {
  const k = wins.length;
  const n = wins.flat().reduce((sum, count) => sum + count, 0);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (k < 2) return notEnoughData("too-few-groups", n);
  const groups = mutualGroups(wins);
  if (groups.length > 1) {
    return notEnoughData(
      "disconnected",
      n,
      groups.map((group) => group.map(String)),
    );
  }
  let strengths = new Array<number>(k).fill(0);
  for (let step = 0; step < 200; step += 1) {
    const gradient = Matrix.zeros(k, 1);
    const information = Matrix.zeros(k, k);
    for (let i = 0; i < k; i += 1) {
      for (let j = i + 1; j < k; j += 1) {
        const [won, lost] = [at(at(wins, i), j), at(at(wins, j), i)];
        if (won + lost === 0) continue;
        const z = at(strengths, i) - at(strengths, j);
        const [p, q] = [normalUpperTail(-z), normalUpperTail(z)];
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
        const slope = density * (won / p - lost / q);
        const weight = ((won + lost) * density * density) / (p * q);
        gradient.set(i, 0, gradient.get(i, 0) + slope);
        gradient.set(j, 0, gradient.get(j, 0) - slope);
        information.set(i, i, information.get(i, i) + weight);
        information.set(j, j, information.get(j, j) + weight);
        information.set(i, j, -weight);
        information.set(j, i, -weight);
      }
    }
    const inverse = invertInformation(Matrix.add(information, 1 / k));
    if (inverse === null) return notEnoughData("not-estimable", n);
    const direction = inverse.mmul(gradient).to1DArray();
    const largest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    // A long step on a steep slope could leave the range where the normal tail is above zero.
    const scale = largest > 1 ? 1 / largest : 1;
    strengths = strengths.map((strength, index) => strength + scale * at(direction, index));
    if (largest <= 1e-13) {
      const standardErrors = strengths.map((_, index) => Math.sqrt(Math.max(0, inverse.get(index, index) - 1 / k)));
      return { kind: "result", n, strengths, standardErrors };
    }
  }
  return notEnoughData("not-estimable", n);
}
