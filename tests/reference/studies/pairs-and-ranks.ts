import { clusterByPerson, countWins, fitBradleyTerry } from "~/statistics/bradley-terry";
import { friedmanTest } from "~/statistics/friedman";
import { binomialTestTwoSided, testPreference } from "~/statistics/paired-preference";
import { fitDavidson, netPreference } from "~/statistics/paired-ties";
import { fitPlackettLuce } from "~/statistics/plackett-luce";
import { bordaScores, copelandScores, kemenyOrders, pairwiseWins } from "~/statistics/rank-aggregation";
import { rankSumCriticalDifferences } from "~/statistics/ranking-comparisons";
import { fitThurstone } from "~/statistics/thurstone";
import { ITERATIVE, present, type Study } from "../comparison";

type Mascaras = {
  n: number;
  judges: number;
  items: string[];
  wins: number[];
  win_matrix: number[][];
  bt: { coef: number[]; se_vs_ref: number[]; centred: number[]; se_centred: number[]; ci95_centred: number[][]; worth: number[]; deviance: number; df: number; gof_p: number; mean_win_prob: number[] };
  thurstone_caseV: { coef: number[]; centred: number[] };
};

/** sandwich 3.0-2 in R 4.2.2: mascaras-by-person.R. */
const mascarasByPerson = {
  errors: [
    0.13215070642, 0.136452706046, 0.129914372637, 0.13744660021, 0.120942115962, 0.125728200535, 0.155582746399, 0.124318750011, 0.119390114109, 0.130816304846,
  ],
  bestAgainstSecond: 0.20088119291,
};

export const mascaras: Study = {
  name: "mascaras_paired",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Mascaras>();
    const rows = files.table();
    const placeOf = (item = "") => expected.items.indexOf(item);
    // Every row is a choice of its own here: a judge may have met a pair twice, and R counted both.
    const wins = countWins(
      rows.map((row, index) => ({ personId: String(index), winner: placeOf(row.Preferred), loser: placeOf(row.Other) })),
      expected.items.length,
    );
    same("wins", "table of wins", wins, expected.win_matrix);
    const fit = present(fitBradleyTerry(wins));
    same("Bradley-Terry", "degrees of freedom", fit.degreesOfFreedom, expected.bt.df);
    close("Bradley-Terry", "deviance", fit.deviance, expected.bt.deviance, ITERATIVE);
    close("Bradley-Terry", "p of fit", fit.fitP, expected.bt.gof_p, ITERATIVE);
    for (const [index, item] of expected.items.entries()) {
      const strength = fit.strengths[index] ?? NaN;
      const error = fit.standardErrors[index] ?? NaN;
      close("Bradley-Terry", `${item} strength`, strength, expected.bt.centred[index] ?? NaN, ITERATIVE);
      close("Bradley-Terry", `${item} error`, error, expected.bt.se_centred[index] ?? NaN, ITERATIVE);
      close("Bradley-Terry", `${item} lower`, strength - 1.959963985 * error, expected.bt.ci95_centred[index]?.[0] ?? NaN, ITERATIVE);
      close("Bradley-Terry", `${item} score`, fit.scores[index] ?? null, expected.bt.mean_win_prob[index] ?? NaN, ITERATIVE);
      const variance = (fit.covariance[index]?.[index] ?? NaN) + (fit.covariance[0]?.[0] ?? NaN) - 2 * (fit.covariance[0]?.[index] ?? NaN);
      close("Bradley-Terry", `${item} against ${expected.items[0] ?? ""}`, Math.sqrt(Math.max(0, variance)), expected.bt.se_vs_ref[index] ?? NaN, ITERATIVE, 1e-12);
    }
    const choices = rows.map((row) => ({ personId: row.Judge ?? "", winner: placeOf(row.Preferred), loser: placeOf(row.Other) }));
    const clustered = present(clusterByPerson(fit, choices));
    clustered.standardErrors.forEach((error, index) =>
      close("Bradley-Terry, by person", expected.items[index] ?? "", error, mascarasByPerson.errors[index] ?? NaN, ITERATIVE),
    );
    const [best, second] = [placeOf("Le 2"), placeOf("Sexy")];
    const between = (i: number, j: number) => clustered.covariance[i]?.[j] ?? NaN;
    const apart = Math.sqrt(between(best, best) + between(second, second) - 2 * between(best, second));
    close("Bradley-Terry, by person", "best against second", apart, mascarasByPerson.bestAgainstSecond, ITERATIVE);
    const thurstone = present(fitThurstone(wins));
    thurstone.strengths.forEach((strength, index) => close("Thurstone case V", expected.items[index] ?? "", strength, expected.thurstone_caseV.centred[index] ?? NaN, ITERATIVE));
  },
};

type Test = { x: number; n: number; p: number; p_two_sided: number; clopper_pearson: [number, number]; wilson: [number, number] };
type Pudding = {
  pairs: { n: number; a: number; b: number; none: number; drop: Test; split_equal_rounded: Test; three_outcome_sign_z: number; net_pref: number; net_pref_se: number }[];
  davidson: { loglik: number; log_worth_ref6: number[]; se: number[]; nu: number; worth_sum1: number[] };
  bt_drop_ties: { coef_ref6: number[]; se: number[]; deviance: number };
  bt_half_ties: { coef_ref6: number[]; se: number[]; deviance: number };
};

export const pudding: Study = {
  name: "pudding_paired_ties",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Pudding>();
    for (const [index, { a, b, none, n, ...pair }] of expected.pairs.entries()) {
      const what = `pair ${String(index + 1)}`;
      const dropped = present(testPreference(a, b, none));
      close("paired preference, drop", `${what} share`, dropped.share, pair.drop.p);
      close("paired preference, drop", `${what} p`, dropped.p, pair.drop.p_two_sided);
      close("paired preference, drop", `${what} Wilson lower`, dropped.wilson.lower, pair.drop.wilson[0]);
      close("paired preference, drop", `${what} Wilson upper`, dropped.wilson.upper, pair.drop.wilson[1]);
      close("paired preference, drop", `${what} Clopper-Pearson lower`, dropped.clopperPearson.lower, pair.drop.clopper_pearson[0]);
      close("paired preference, drop", `${what} Clopper-Pearson upper`, dropped.clopperPearson.upper, pair.drop.clopper_pearson[1]);
      if (none % 2 === 0) {
        // With an odd number the reference gives the odd person to the second product, and the method drops that person.
        const split = present(testPreference(a, b, none, "split-equal"));
        same("paired preference, split", `${what} counts`, [split.testedFirst, split.testedTotal], [pair.split_equal_rounded.x, pair.split_equal_rounded.n]);
        close("paired preference, split", `${what} p`, split.p, pair.split_equal_rounded.p_two_sided);
      }
      close("binomial test", `${what} split`, binomialTestTwoSided(pair.split_equal_rounded.x, pair.split_equal_rounded.n), pair.split_equal_rounded.p_two_sided);
      const net = present(netPreference(a, b, none));
      same("net preference", `${what} people`, net.n, n);
      close("net preference", `${what} z`, net.z, pair.three_outcome_sign_z, undefined, 1e-12);
      close("net preference", `${what} net`, net.net, pair.net_pref, undefined, 1e-12);
      close("net preference", `${what} error`, net.standardError, pair.net_pref_se);
    }
    const square = () => Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
    const [wins, ties, halves] = [square(), square(), square()];
    for (const row of files.table()) {
      const [i, j, won, lost, tied] = [Number(row.i) - 1, Number(row.j) - 1, Number(row.w_ij), Number(row.w_ji), Number(row.t_ij)];
      (wins[i] ?? [])[j] = won;
      (wins[j] ?? [])[i] = lost;
      (ties[i] ?? [])[j] = tied;
      (halves[i] ?? [])[j] = won + tied / 2;
      (halves[j] ?? [])[i] = lost + tied / 2;
    }
    const davidson = present(fitDavidson(wins, ties));
    close("Davidson", "log-likelihood", davidson.logLikelihood, expected.davidson.loglik, ITERATIVE);
    close("Davidson", "nu", davidson.tieTendency, expected.davidson.nu, ITERATIVE);
    davidson.shares.forEach((share, index) => close("Davidson", `share ${String(index + 1)}`, share, expected.davidson.worth_sum1[index] ?? NaN, ITERATIVE));
    const relative = (strengths: readonly number[], covariance: readonly (readonly number[])[], index: number) => ({
      strength: (strengths[index] ?? NaN) - (strengths[5] ?? NaN),
      error: Math.sqrt((covariance[index]?.[index] ?? NaN) + (covariance[5]?.[5] ?? NaN) - 2 * (covariance[index]?.[5] ?? NaN)),
    });
    const fits = [
      ["Davidson", davidson, expected.davidson.log_worth_ref6, expected.davidson.se],
      ["Bradley-Terry, ties dropped", present(fitBradleyTerry(wins)), expected.bt_drop_ties.coef_ref6, expected.bt_drop_ties.se],
      ["Bradley-Terry, ties as halves", present(fitBradleyTerry(halves)), expected.bt_half_ties.coef_ref6, expected.bt_half_ties.se],
    ] as const;
    for (const [method, { strengths, covariance }, reference, errors] of fits) {
      for (let index = 0; index < 5; index += 1) {
        const ours = relative(strengths, covariance, index);
        close(method, `strength ${String(index + 1)}`, ours.strength, reference[index] ?? NaN, ITERATIVE);
        close(method, `error ${String(index + 1)}`, ours.error, errors[index] ?? NaN, ITERATIVE);
      }
    }
    close("Bradley-Terry, ties dropped", "deviance", fits[1][1].deviance, expected.bt_drop_ties.deviance, ITERATIVE);
    close("Bradley-Terry, ties as halves", "deviance", fits[2][1].deviance, expected.bt_half_ties.deviance, ITERATIVE);
  },
};

type Salad = {
  rank_sums: Record<string, number>;
  friedman: { chi2: number; df: number; p: number };
  kendall_W: number;
  pairwise_wins: number[][];
  borda: Record<string, number>;
  copeland: Record<string, number>;
  kemeny: { distance: number; orders: string[][] };
  plackett_luce: { log_worth_ref_D: number[]; se: number[]; worth: number[]; loglik: number };
  lsd_ranksum_05: number;
  tukey_ranksum_05: number;
};

export const salad: Study = {
  name: "salad_ranking",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Salad>();
    const items = Object.keys(expected.rank_sums);
    const rankings = files.table().map((row) => items.map((item) => Number(row[item])));
    const test = present(friedmanTest(rankings));
    same("Friedman", "rank sums", test.rankSums, Object.values(expected.rank_sums));
    close("Friedman", "chi-square", test.chiSquare, expected.friedman.chi2);
    close("Friedman", "p", test.p, expected.friedman.p);
    close("Friedman", "Kendall W", test.kendallW, expected.kendall_W);
    const wins = pairwiseWins(rankings);
    same("rank aggregation", "pairwise wins", wins, expected.pairwise_wins);
    same("rank aggregation", "Borda", bordaScores(rankings), Object.values(expected.borda));
    // The reference compared every product with itself as well and called that a loss; scores of wins minus losses sum to 0.
    same("rank aggregation", "Copeland, without the loss to oneself", copelandScores(wins), Object.values(expected.copeland).map((score) => score + 1));
    const kemeny = present(kemenyOrders(wins));
    same("rank aggregation", "Kemeny distance", kemeny.distance, expected.kemeny.distance);
    same("rank aggregation", "Kemeny orders", kemeny.orders.map((order) => order.map((item) => items[item])), expected.kemeny.orders);
    const fit = present(fitPlackettLuce(rankings));
    close("Plackett-Luce", "log-likelihood", fit.logLikelihood, expected.plackett_luce.loglik, ITERATIVE);
    fit.shares.forEach((share, index) => close("Plackett-Luce", `share ${items[index] ?? ""}`, share, expected.plackett_luce.worth[index] ?? NaN, ITERATIVE));
    expected.plackett_luce.log_worth_ref_D.forEach((reference, index) => {
      close("Plackett-Luce", `strength ${items[index] ?? ""}`, (fit.strengths[index] ?? NaN) - (fit.strengths[3] ?? NaN), reference, ITERATIVE);
      const variance = (fit.covariance[index]?.[index] ?? NaN) + (fit.covariance[3]?.[3] ?? NaN) - 2 * (fit.covariance[index]?.[3] ?? NaN);
      // The reference took its errors from a numerically differentiated likelihood.
      close("Plackett-Luce", `error ${items[index] ?? ""}`, Math.sqrt(variance), expected.plackett_luce.se[index] ?? NaN, 1e-4);
    });
    const critical = rankSumCriticalDifferences(rankings.length, items.length);
    close("rank sums", "critical difference, one pair", critical.onePair, expected.lsd_ranksum_05);
    close("rank sums", "critical difference, all pairs", critical.allPairs, expected.tukey_ranksum_05, ITERATIVE);
  },
};
