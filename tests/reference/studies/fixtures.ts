import { adjustPValues } from "~/statistics/adjust";
import { cochranTest } from "~/statistics/cata";
import { betaQuantile, binomialLowerTail, chiSquareUpperTail, fQuantile, normalQuantile, tQuantile, tUpperTail } from "~/statistics/distributions";
import { friedmanTest } from "~/statistics/friedman";
import { compareNetPromoters, netPromoterScore, type PromoterCounts } from "~/statistics/nps";
import { twoAlternatives } from "~/statistics/paired-ties";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion, fisherExactTwoSided, newcombeInterval } from "~/statistics/proportions";
import * as people from "~/statistics/sample-size";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "~/statistics/studentised-range";
import { orderBalance, williamsSquare } from "~/statistics/williams";
import { ITERATIVE, present, type Study } from "../comparison";

type McNemar = { b: number; c: number; chi2: number; p: number; p_exact: number; p_mid: number };
type Score = PromoterCounts & { nps: number; se: number; lo: number; hi: number; adj_wald: { nps: number; lo: number; hi: number } };
type Fixtures = {
  wilson: Record<string, [number, number]>;
  newcombe_diff: Record<string, { lo: number; hi: number }>;
  two_prop: { x1: number; n1: number; x2: number; n2: number; z: number; p_z: number; fisher: number };
  mcnemar_agresti: McNemar;
  mcnemar_small: McNemar;
  mcnemar_equal: McNemar;
  cochran_Q: { data: number[][]; result: { Q: number; p: number } };
  friedman_hollander_wolfe: { data: number[][]; chi2: number; p: number };
  nps: { a: Score; b: Score; diff: { diff: number; se: number; z: number; p: number } };
  power: Record<string, number> & {
    two_prop_t2b_50_vs_40: { fleiss: number; with_cc: number };
    one_prop_margin: { n_for_moe5_p50: number; fpc_N2000: number };
    paired_pref_exact: Record<string, number>;
    noninferiority_prop: { n: number };
  };
  multiplicity: { p: number[]; bonferroni: number[]; holm: number[]; bh: number[] };
  distributions: Record<string, number>;
};

export const fixtures: Study = {
  name: "fixtures",
  compare: (files, { close, same }) => {
    const expected = files.json<Fixtures>();
    for (const [key, x, n] of [["newcombe1998_81_263", 81, 263], ["newcombe_15_148", 15, 148], ["one_of_29", 1, 29], ["zero_of_20", 0, 20], ["all_of_20", 20, 20]] as const) {
      const { interval } = present(estimateProportion(x, n));
      close("Wilson", `${key} lower`, interval.lower, expected.wilson[key]?.[0] ?? NaN, undefined, 1e-15);
      close("Wilson", `${key} upper`, interval.upper, expected.wilson[key]?.[1] ?? NaN);
    }
    for (const [key, x1, n1, x2, n2] of [["56/70-48/80", 56, 70, 48, 80], ["9/10-3/10", 9, 10, 3, 10], ["10/10-0/20", 10, 10, 0, 20]] as const) {
      const interval = newcombeInterval(x1, n1, x2, n2);
      close("Newcombe", `${key} lower`, interval.lower, expected.newcombe_diff[key]?.lo ?? NaN);
      close("Newcombe", `${key} upper`, interval.upper, expected.newcombe_diff[key]?.hi ?? NaN);
    }
    const { x1, n1, x2, n2, z, p_z, fisher } = expected.two_prop;
    const two = present(compareIndependentProportions(x1, n1, x2, n2));
    close("two shares", "z", two.z, z);
    close("two shares", "p", two.p, p_z);
    close("Fisher exact", "p", fisherExactTwoSided(x1, n1, x2, n2), fisher);
    for (const key of ["mcnemar_agresti", "mcnemar_small", "mcnemar_equal"] as const) {
      const reference = expected[key];
      const test = present(comparePairedProportions(reference.b, reference.c, 2000));
      close("McNemar", `${key} chi-square`, test.chiSquare, reference.chi2);
      close("McNemar", `${key} p`, test.chiSquareP, reference.p);
      close("McNemar", `${key} exact p`, test.exactP, reference.p_exact);
      close("McNemar", `${key} mid-p`, test.midP, reference.p_mid);
    }
    const cochran = present(cochranTest(expected.cochran_Q.data.map((row) => row.map((cell) => cell === 1))));
    close("Cochran Q", "Q", cochran.statistic, expected.cochran_Q.result.Q);
    close("Cochran Q", "p", cochran.p, expected.cochran_Q.result.p);
    const friedman = present(friedmanTest(expected.friedman_hollander_wolfe.data));
    close("Friedman", "Hollander & Wolfe chi-square", friedman.chiSquare, expected.friedman_hollander_wolfe.chi2);
    close("Friedman", "Hollander & Wolfe p", friedman.p, expected.friedman_hollander_wolfe.p);
    for (const key of ["a", "b"] as const) {
      const reference = expected.nps[key];
      const score = present(netPromoterScore(reference));
      close("NPS", `${key} score`, score.score, reference.nps);
      close("NPS", `${key} error`, score.standardError, reference.se);
      close("NPS", `${key} lower`, score.interval.lower, reference.lo);
      close("NPS", `${key} upper`, score.interval.upper, reference.hi);
      close("NPS", `${key} adjusted`, score.adjusted.score, reference.adj_wald.nps);
      close("NPS", `${key} adjusted lower`, score.adjusted.interval.lower, reference.adj_wald.lo);
    }
    const difference = present(compareNetPromoters(expected.nps.a, expected.nps.b));
    close("NPS", "difference error", difference.standardError, expected.nps.diff.se);
    close("NPS", "difference p", difference.p, expected.nps.diff.p);

    const { power } = expected;
    const design = { alpha: 0.05, power: 0.8 };
    close("sample size", "two shares", people.peopleForTwoShares(0.5, 0.4, design), power.two_prop_t2b_50_vs_40.fleiss);
    same("sample size", "two shares, continuity corrected", Math.ceil(people.peopleForTwoShares(0.5, 0.4, design, true)), power.two_prop_t2b_50_vs_40.with_cc);
    close("sample size", "paired shares", people.peopleForPairedShares(0.2, 0.1, design), power["mcnemar_n_p10_20_p01_10"] ?? NaN);
    close("sample size", "two means, d .25", people.peopleForTwoMeans(0.25, design), power["mean_independent_d0.25"] ?? NaN, ITERATIVE);
    close("sample size", "two means, d .5", people.peopleForTwoMeans(0.5, design), power["mean_independent_d0.5"] ?? NaN, ITERATIVE);
    close("sample size", "paired means, d .25", people.peopleForPairedMeans(0.25, design), power["mean_paired_dz0.25"] ?? NaN, ITERATIVE);
    close("sample size", "paired means, .5 points", people.peopleForPairedMeans(people.pairedEffect(0.5, 1.8, 0.3), design), power["mean_paired_0.5_sd1.8_rho0.3"] ?? NaN, ITERATIVE);
    close("sample size", "four groups", people.peopleForSeveralMeans(4, 0.25, design), power["anova_k4_f0.25"] ?? NaN, ITERATIVE);
    close("sample size", "not inferior", people.peopleForNotInferiorShares(0.6, 0.1), power.noninferiority_prop.n);
    same("sample size", "margin of five points", Math.ceil(people.peopleForMarginOfError(0.05)), power.one_prop_margin.n_for_moe5_p50);
    // The reference starts from 384.1459, four decimals of z squared p q over the margin squared.
    close("sample size", "margin of five points of 2000", people.peopleForMarginOfError(0.05, 0.95, 0.5, 2000), power.one_prop_margin.fpc_N2000, 1e-6);
    for (const n of [100, 150, 200]) close("sample size", `power of preference, ${String(n)}`, people.powerOfPreference(n, 0.6).power, power.paired_pref_exact[`power_n${String(n)}_p60`] ?? NaN);

    const { p, ...adjusted } = expected.multiplicity;
    for (const [method, references] of [["bonferroni", adjusted.bonferroni], ["holm", adjusted.holm], ["benjamini-hochberg", adjusted.bh]] as const) {
      adjustPValues(p, method).forEach((value, index) => close("adjusted p", `${method} ${String(index + 1)}`, value, references[index] ?? NaN));
    }
    const ours: Record<string, [number, number]> = {
      qnorm_975: [normalQuantile(0.975), 1e-9],
      qt_975_99: [tQuantile(0.975, 99), 1e-9],
      qt_975_1119: [tQuantile(0.975, 1119), 1e-9],
      "pt_2.5_17": [tUpperTail(2.5, 17), 1e-9],
      qf_95_3_200: [fQuantile(0.95, 3, 200), 1e-9],
      "pchisq_11.143_2": [chiSquareUpperTail(11.143, 2), 1e-9],
      "ptukey_3.5_4_60": [studentisedRangeUpperTail(3.5, 4, 60), 1e-6],
      "ptukey_3.5_4_Inf": [studentisedRangeUpperTail(3.5, 4, Infinity), 1e-6],
      qtukey_95_4_60: [studentisedRangeQuantile(0.05, 4, 60), 1e-6],
      qtukey_95_12_1119: [studentisedRangeQuantile(0.05, 12, 1119), 1e-6],
      qtukey_95_12_Inf: [studentisedRangeQuantile(0.05, 12, Infinity), 1e-6],
      qbeta_025_8_93: [betaQuantile(0.025, 8, 93), 1e-9],
      pbinom_40_100: [binomialLowerTail(40, 100, 0.5), 1e-9],
    };
    for (const [key, reference] of Object.entries(expected.distributions)) close("distributions", key, ours[key]?.[0] ?? null, reference, ours[key]?.[1]);

    const extra = files.json<{
      two_ac: { a: number; none: number; b: number; tau: number; d_prime: number; se_tau: number; se_d: number; loglik: number; lr_p: number }[];
      williams: Record<string, { rows: number[][]; balance: { position: number; carryover: number } }>;
      hough2006_sample_size: { N: number };
    }>("oracle_extra.json");
    for (const reference of extra.two_ac) {
      const fit = present(twoAlternatives(reference.a, reference.b, reference.none));
      const what = `${String(reference.a)}, ${String(reference.none)}, ${String(reference.b)}`;
      close("2-AC", `${what} threshold`, fit.threshold, reference.tau);
      close("2-AC", `${what} distance`, fit.distance, reference.d_prime);
      close("2-AC", `${what} log-likelihood`, fit.logLikelihood, reference.loglik);
      // The reference differentiated its likelihood numerically and searched the null by golden section.
      close("2-AC", `${what} threshold error`, fit.thresholdError, reference.se_tau, ITERATIVE);
      close("2-AC", `${what} distance error`, fit.distanceError, reference.se_d, ITERATIVE);
      close("2-AC", `${what} p`, fit.p, reference.lr_p, ITERATIVE);
    }
    for (const [products, { rows, balance }] of Object.entries(extra.williams)) {
      same("Williams squares", `${products} products`, williamsSquare(Number(products)).map((row) => row.map((product) => product + 1)), rows);
      const { position, carryOver, imbalance } = orderBalance(williamsSquare(Number(products)), Number(products));
      const others = carryOver.flatMap((row, index) => row.filter((_, column) => column !== index));
      const found = [[...new Set(position.flat())], [...new Set(others)], imbalance];
      same("Williams squares", `balance of ${products}`, found, [[balance.position], [balance.carryover], 0]);
    }
    close("sample size", "liking", people.peopleForLiking(0.23, 0.1), extra.hough2006_sample_size.N);
  },
};
