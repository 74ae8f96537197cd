/** A strength for every product out of rankings (METHODS 3.13): each place is a choice among those not yet placed. */
import { Matrix } from "ml-matrix";
import { at } from "./checks";
import { fitChoices, type ChoiceSet, type Utility } from "./choice-model";
import type { Ranking } from "./rank-aggregation";
import { pairwiseWins } from "./rank-aggregation";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { mutualGroups } from "./win-graph";

export type PlackettLuce = Result<{
  /** Rankings used. */
  readonly n: number;
  /** Rankings left out because of ties. */
  readonly withTies: number;
  /** Log-strengths with sum 0. */
  readonly strengths: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Chance to be placed first. */
  readonly shares: readonly number[];
  readonly logLikelihood: number;
}>;

/**
 * Plackett (1975) and Luce (1959) by maximum likelihood: P(order) = product over places of e^th / sum of e^th over those left.
 *
 * Complete rankings or first few (the rest null). Rankings with ties are left out and counted. R: `PlackettLuce::PlackettLuce`.
 * "disconnected" when some products were always placed before the others, so that no finite strengths fit best.
 */
export function fitPlackettLuce(rankings: readonly Ranking[]): PlackettLuce | NotEnoughData {
  const k = rankings[0]?.length ?? 0;
  const clear = rankings.filter((ranking) => {
    const ranks = ranking.filter((rank) => rank !== null);
    return ranks.length > 0 && new Set(ranks).size === ranks.length;
  });
  const empty = rankings.filter((ranking) => ranking.every((rank) => rank === null)).length;
  const n = clear.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (k < 2) return notEnoughData("too-few-groups", n);
  const groups = mutualGroups(pairwiseWins(clear));
  if (groups.length > 1) {
    return notEnoughData(
      "disconnected",
      n,
      groups.map((group) => group.map(String)),
    );
  }
  // Equal sets of products left are counted once, however many people came to them.
  const sets = new Map<string, { left: number[]; counts: number[] }>();
  for (const ranking of clear) {
    const placed = ranking.flatMap((rank, product) => (rank === null ? [] : [{ rank, product }])).sort((one, other) => one.rank - other.rank);
    const left = new Set(ranking.keys());
    for (const { product } of placed) {
      if (left.size < 2) break;
      const members = [...left];
      const key = members.join();
      const set = sets.get(key) ?? { left: members, counts: members.map(() => 0) };
      sets.set(key, set);
      const place = members.indexOf(product);
      set.counts[place] = at(set.counts, place) + 1;
      left.delete(product);
    }
  }
  const utilityOf = (product: number): Utility => (product === k - 1 ? [] : [[product, 1]]);
  const choices: ChoiceSet[] = [...sets.values()].map(({ left, counts }) => ({ alternatives: left.map(utilityOf), counts }));
  const fit = fitChoices(choices, k - 1);
  if (fit === null) return notEnoughData("not-estimable", n);
  const relative = [...fit.estimates, 0];
  const mean = relative.reduce((sum, strength) => sum + strength, 0) / k;
  const strengths = relative.map((strength) => strength - mean);
  const padded = Matrix.zeros(k, k);
  padded.setSubMatrix(fit.covariance, 0, 0);
  const centring = Matrix.sub(Matrix.eye(k, k), 1 / k);
  const total = strengths.reduce((sum, strength) => sum + Math.exp(strength), 0);
  return {
    kind: "result",
    n,
    withTies: rankings.length - n - empty,
    strengths,
    covariance: centring.mmul(padded).mmul(centring).to2DArray(),
    shares: strengths.map((strength) => Math.exp(strength) / total),
    logLikelihood: fit.logLikelihood,
  };
}
