import { conoverComparisons, nemenyiComparisons, rankSumCriticalDifferences } from "~/statistics/ranking-comparisons";
import { friedmanTest } from "~/statistics/friedman";
import { compactLetters } from "~/statistics/letters";
import { estimateMean, median } from "~/statistics/means";
import { comparableProducts, compareProducts, fisherLsd } from "~/statistics/multiple-comparisons";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion, fisherExactTwoSided } from "~/statistics/proportions";
import { signedRankTest } from "~/statistics/rank-tests";
import { analyseRepeatedRatings, type Rating } from "~/statistics/repeated-anova";
import { studentisedRangeQuantile } from "~/statistics/studentised-range";
import { equivalenceTest, pairedTest, welchTest } from "~/statistics/welch";
import { ITERATIVE, present, type Study } from "../comparison";

type Share = { x: number; n: number; p: number; lo: number; hi: number };
type Carrots = {
  per_product: { product: string; mean: { n: number; mean: number; sd: number; se: number; lo: number; hi: number }; median: number; t2b: Share; b2b: Share }[];
  anova_all: { ss_consumer: number; ss_product: number; ss_resid: number; df: number[]; mse: number; F_product: number; p_product: number };
  ls_means: { Product: string; emmean: number; SE: number; "lower.CL": number; "upper.CL": number }[];
  tukey_kramer_all: { pair: string; diff: number; se: number; lo: number; hi: number; p_adj: number }[];
  letters_all: Record<string, string>;
  balanced: {
    ss: number[];
    df: number[];
    mse: number;
    F_product: number;
    p_product: number;
    means: Record<string, number>;
    fisher_lsd_05: number;
    tukey_q_05: number;
    tukey_hsd_05: number;
    tukey_pairs: { pair: string; diff: number; lo: number; hi: number; p_adj: number }[];
  };
  friedman: {
    chi2: number;
    df: number;
    p: number;
    rank_sums: Record<string, number>;
    iman_davenport_F: number;
    iman_p: number;
    kendall_W: number;
    conover_se_ranksum_diff: number;
    conover_lsd_ranksum: number;
    iso_lsd_ranksum: number;
    nemenyi_cd_meanrank: number;
  };
  nemenyi_p: number[];
  nemenyi_order: string[];
  paired: {
    a: string;
    b: string;
    n: number;
    diff: number;
    t: number;
    df: number;
    p: number;
    lo: number;
    hi: number;
    wilcoxon_V: number;
    wilcoxon_p: number;
    mcnemar_t2b: { b: number; c: number; chi2: number; p: number; p_exact: number; p_mid: number };
  }[];
  welch_homesize: { mean1: number; mean3: number; t: number; df: number; p: number; lo: number; hi: number };
  two_prop_t2b_BoleroL_home1_vs_home3: { x1: number; n1: number; x2: number; n2: number; z_pooled: number; p: number; newcombe: { d: number; lo: number; hi: number }; fisher_p: number };
};

type Extra = {
  carrots_paired_prop_BoleroL_vs_BoleroE: { L_only: number; E_only: number; diff: number; lo: number; hi: number };
  tost_carrots_NelsonE_NelsonL: { mean: number; se: number; margin: number; p_lower: number; p_upper: number; p_tost: number; ci90: [number, number] };
};

/** R's own p-values of the studentised range are noise this close to 0. */
const NOISE = 1e-12;

export const carrots: Study = {
  name: "carrots",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Carrots>();
    const rows = files.table().filter(({ Preference }) => Preference !== "" && Preference !== "NA");
    const ratings = rows.map(({ Consumer = "", Product = "", Preference }): Rating => ({ personId: Consumer, productId: Product, value: Number(Preference) }));
    const products = [...new Set(ratings.map(({ productId }) => productId))].sort();
    const people = [...new Set(ratings.map(({ personId }) => personId))];
    const ratingOf = new Map(ratings.map(({ personId, productId, value }) => [`${personId}/${productId}`, value]));
    const complete = people.filter((person) => products.every((product) => ratingOf.has(`${person}/${product}`)));

    for (const { product, mean, median: expectedMedian, t2b, b2b } of expected.per_product) {
      const values = ratings.filter(({ productId }) => productId === product).map(({ value }) => value);
      const ours = present(estimateMean(values));
      same("mean", `${product} n`, ours.n, mean.n);
      same("median", product, present(median(values)).value, expectedMedian);
      close("mean", `${product} error`, ours.standardError, mean.se);
      close("mean", `${product}`, ours.mean, mean.mean);
      close("mean", `${product} spread`, ours.standardDeviation, mean.sd);
      close("mean", `${product} lower`, ours.interval?.lower ?? null, mean.lo);
      close("mean", `${product} upper`, ours.interval?.upper ?? null, mean.hi);
      for (const [name, count, share] of [
        ["top two", values.filter((value) => value >= 6).length, t2b],
        ["bottom two", values.filter((value) => value <= 2).length, b2b],
      ] as const) {
        same("Wilson", `${product} ${name}`, count, share.x);
        const estimate = present(estimateProportion(count, values.length));
        close("Wilson", `${product} ${name} share`, estimate.share, share.p);
        close("Wilson", `${product} ${name} lower`, estimate.interval.lower, share.lo);
        close("Wilson", `${product} ${name} upper`, estimate.interval.upper, share.hi);
      }
    }

    const anova = present(analyseRepeatedRatings(ratings));
    same("repeated ANOVA", "degrees of freedom", [anova.degreesPeople, anova.degreesProducts, anova.degreesResidual], expected.anova_all.df);
    close("repeated ANOVA", "squares people", anova.sumOfSquaresPeople, expected.anova_all.ss_consumer);
    close("repeated ANOVA", "squares products", anova.sumOfSquaresProducts, expected.anova_all.ss_product);
    close("repeated ANOVA", "squares residual", anova.sumOfSquaresResidual, expected.anova_all.ss_resid);
    close("repeated ANOVA", "mean square", anova.meanSquareResidual, expected.anova_all.mse);
    close("repeated ANOVA", "F", anova.test.kind === "test" ? anova.test.f : null, expected.anova_all.F_product);
    close("repeated ANOVA", "p", anova.test.kind === "test" ? anova.test.p : null, expected.anova_all.p_product);
    for (const row of expected.ls_means) {
      const product = anova.products.find(({ productId }) => productId === row.Product);
      close("adjusted means", row.Product, product?.mean ?? null, row.emmean);
      close("adjusted means", `${row.Product} error`, product?.standardError ?? null, row.SE);
      close("adjusted means", `${row.Product} lower`, product?.interval?.lower ?? null, row["lower.CL"]);
      close("adjusted means", `${row.Product} upper`, product?.interval?.upper ?? null, row["upper.CL"]);
    }
    const { pairs } = present(compareProducts(anova));
    for (const row of expected.tukey_kramer_all) {
      const pair = pairs.find(({ first, second }) => `${first} - ${second}` === row.pair);
      close("Tukey-Kramer", row.pair, pair?.difference ?? null, row.diff, undefined, 1e-12);
      close("Tukey-Kramer", `${row.pair} error`, pair?.standardError ?? null, row.se);
      close("Tukey-Kramer", `${row.pair} lower`, pair?.interval.lower ?? null, row.lo, ITERATIVE);
      close("Tukey-Kramer", `${row.pair} upper`, pair?.interval.upper ?? null, row.hi, ITERATIVE);
      close("Tukey-Kramer", `${row.pair} p`, pair?.p ?? null, row.p_adj, ITERATIVE, NOISE);
    }
    const means = anova.products.map(({ productId, mean }) => ({ id: productId, mean }));
    const lettersOf = new Map(compactLetters(means, pairs).map(({ id, letters }) => [id, letters.join("")]));
    // Names of letters differ between programs; who shares one does not.
    const share = (one = "", other = "") => [...one].some((letter) => other.includes(letter));
    for (const { pair } of expected.tukey_kramer_all) {
      const [first = "", second = ""] = pair.split(" - ");
      same("letters", pair, share(lettersOf.get(first), lettersOf.get(second)), share(expected.letters_all[first], expected.letters_all[second]));
    }

    const balanced = present(analyseRepeatedRatings(ratings.filter(({ personId }) => complete.includes(personId))));
    close("repeated ANOVA", "complete people, F", balanced.test.kind === "test" ? balanced.test.f : null, expected.balanced.F_product);
    close("repeated ANOVA", "complete people, p", balanced.test.kind === "test" ? balanced.test.p : null, expected.balanced.p_product);
    same("repeated ANOVA", "complete people, degrees", [balanced.degreesPeople, balanced.degreesProducts, balanced.degreesResidual], expected.balanced.df);
    [balanced.sumOfSquaresPeople, balanced.sumOfSquaresProducts, balanced.sumOfSquaresResidual].forEach((squares, index) =>
      close("repeated ANOVA", `complete people, squares ${String(index + 1)}`, squares, expected.balanced.ss[index] ?? NaN),
    );
    close("repeated ANOVA", "complete people, mean square", balanced.meanSquareResidual, expected.balanced.mse);
    for (const { productId, mean } of balanced.products) close("repeated ANOVA", `complete people, ${productId}`, mean, expected.balanced.means[productId] ?? NaN);
    const q = studentisedRangeQuantile(0.05, products.length, balanced.degreesResidual);
    close("Tukey", "studentised range", q, expected.balanced.tukey_q_05, ITERATIVE);
    close("Tukey", "smallest difference", q * Math.sqrt((balanced.meanSquareResidual ?? NaN) / complete.length), expected.balanced.tukey_hsd_05, ITERATIVE);
    const balancedPairs = present(compareProducts(balanced)).pairs;
    for (const row of expected.balanced.tukey_pairs) {
      const pair = balancedPairs.find(({ first, second }) => `${second}-${first}` === row.pair);
      close("Tukey", row.pair, pair ? -pair.difference : null, row.diff, undefined, 1e-12);
      close("Tukey", `${row.pair} lower`, pair ? -pair.interval.upper : null, row.lo, ITERATIVE);
      close("Tukey", `${row.pair} upper`, pair ? -pair.interval.lower : null, row.hi, ITERATIVE);
      close("Tukey", `${row.pair} p`, pair?.p ?? null, row.p_adj, ITERATIVE, NOISE);
    }
    const comparable = comparableProducts(balanced);
    const lsd = "kind" in comparable ? undefined : present(fisherLsd(comparable)).pairs[0]?.interval;
    close("Fisher LSD", "half width", lsd === undefined ? null : (lsd.upper - lsd.lower) / 2, expected.balanced.fisher_lsd_05);

    const table = complete.map((person) => products.map((product) => ratingOf.get(`${person}/${product}`) ?? NaN));
    const friedman = present(friedmanTest(table));
    close("Friedman", "chi-square", friedman.chiSquare, expected.friedman.chi2);
    same("Friedman", "degrees of freedom", friedman.degreesOfFreedom, expected.friedman.df);
    products.forEach((product, index) => same("Friedman", `rank sum of ${product}`, friedman.rankSums[index], expected.friedman.rank_sums[product]));
    close("Friedman", "p", friedman.p, expected.friedman.p);
    close("Friedman", "Iman-Davenport F", friedman.imanDavenportF, expected.friedman.iman_davenport_F);
    close("Friedman", "Iman-Davenport p", friedman.imanDavenportP, expected.friedman.iman_p);
    close("Friedman", "Kendall W", friedman.kendallW, expected.friedman.kendall_W);
    const nemenyi = nemenyiComparisons(friedman);
    close("Nemenyi", "critical difference", nemenyi.criticalDifference, expected.friedman.nemenyi_cd_meanrank, ITERATIVE);
    const size = expected.nemenyi_order.length;
    for (const pair of nemenyi.pairs) {
      const place = (product: number) => expected.nemenyi_order.indexOf(products[product] ?? "");
      const reference = expected.nemenyi_p[place(pair.first) * size + place(pair.second)] ?? NaN;
      close("Nemenyi", `${products[pair.first] ?? ""} - ${products[pair.second] ?? ""}`, pair.p, reference, ITERATIVE, NOISE);
    }
    const conover = present(conoverComparisons(friedman));
    close("Conover", "critical difference", conover.criticalDifference, expected.friedman.conover_lsd_ranksum);
    // Published with the method: Bolero E against Bolero L.
    close("Conover", "Bolero_E - Bolero_L", conover.pairs[0]?.p ?? null, 1.29625108e-7, 1e-8);
    close("rank sums", "critical difference, one pair", rankSumCriticalDifferences(complete.length, size).onePair, expected.friedman.iso_lsd_ranksum);

    for (const reference of expected.paired) {
      const both = people.filter((person) => ratingOf.has(`${person}/${reference.a}`) && ratingOf.has(`${person}/${reference.b}`));
      const valuesOf = (product: string) => both.map((person) => ratingOf.get(`${person}/${product}`) ?? NaN);
      const [first, second] = [valuesOf(reference.a), valuesOf(reference.b)];
      const what = `${reference.a} - ${reference.b}`;
      const t = present(pairedTest(first, second));
      same("paired t", `${what} people and degrees`, [t.n1, t.degreesOfFreedom], [reference.n, reference.df]);
      close("paired t", `${what} difference`, t.difference, reference.diff);
      close("paired t", `${what} upper`, t.interval.upper, reference.hi);
      close("paired t", `${what} t`, t.t, reference.t);
      close("paired t", `${what} p`, t.p, reference.p);
      close("paired t", `${what} lower`, t.interval.lower, reference.lo);
      const ranks = present(signedRankTest(first, second));
      close("Wilcoxon signed-rank", `${what} V`, ranks.statistic, reference.wilcoxon_V);
      close("Wilcoxon signed-rank", `${what} p`, ranks.p, reference.wilcoxon_p);
      const only = (one: readonly number[], other: readonly number[]) => one.filter((value, index) => value >= 6 && (other[index] ?? 0) < 6).length;
      same("McNemar", `${what} discordant`, [only(first, second), only(second, first)], [reference.mcnemar_t2b.b, reference.mcnemar_t2b.c]);
      const shares = present(comparePairedProportions(reference.mcnemar_t2b.b, reference.mcnemar_t2b.c, both.length));
      close("McNemar", `${what} chi-square`, shares.chiSquare, reference.mcnemar_t2b.chi2);
      close("McNemar", `${what} chi-square p`, shares.chiSquareP, reference.mcnemar_t2b.p);
      close("McNemar", `${what} exact p`, shares.exactP, reference.mcnemar_t2b.p_exact);
      close("McNemar", `${what} mid-p`, shares.midP, reference.mcnemar_t2b.p_mid);
    }

    const homeOf = new Map(rows.map(({ Consumer = "", Homesize = "" }) => [Consumer, Homesize]));
    const meansOf = (home: string) =>
      people
        .filter((person) => homeOf.get(person) === home)
        .map((person) => {
          const own = products.flatMap((product) => ratingOf.get(`${person}/${product}`) ?? []);
          return own.reduce((sum, value) => sum + value, 0) / own.length;
        });
    const welch = present(welchTest(meansOf("1"), meansOf("3")));
    close("Welch", "first mean", welch.mean1, expected.welch_homesize.mean1);
    close("Welch", "second mean", welch.mean2, expected.welch_homesize.mean3);
    close("Welch", "upper", welch.interval.upper, expected.welch_homesize.hi);
    close("Welch", "t", welch.t, expected.welch_homesize.t);
    close("Welch", "degrees of freedom", welch.degreesOfFreedom, expected.welch_homesize.df);
    close("Welch", "p", welch.p, expected.welch_homesize.p);
    close("Welch", "lower", welch.interval.lower, expected.welch_homesize.lo);
    const two = expected.two_prop_t2b_BoleroL_home1_vs_home3;
    const shares = present(compareIndependentProportions(two.x1, two.n1, two.x2, two.n2));
    close("two shares", "z", shares.z, two.z_pooled);
    close("two shares", "p", shares.p, two.p);
    close("Newcombe", "difference", shares.difference, two.newcombe.d);
    close("Newcombe", "lower", shares.interval.lower, two.newcombe.lo);
    close("Newcombe", "upper", shares.interval.upper, two.newcombe.hi);
    close("Fisher exact", "p", fisherExactTwoSided(two.x1, two.n1, two.x2, two.n2), two.fisher_p);

    const extra = files.json<Extra>("../fixtures/oracle_extra.json");
    const tost = extra.tost_carrots_NelsonE_NelsonL;
    const nelson = people.filter((person) => ratingOf.has(`${person}/Nelson_E`) && ratingOf.has(`${person}/Nelson_L`));
    const [early, late] = ["Nelson_E", "Nelson_L"].map((product) => nelson.map((person) => ratingOf.get(`${person}/${product}`) ?? NaN)) as [number[], number[]];
    const equivalence = equivalenceTest(present(pairedTest(early, late)), tost.margin);
    close("equivalence", "difference", equivalence.difference, tost.mean);
    close("equivalence", "error", equivalence.standardError, tost.se);
    close("equivalence", "p below", equivalence.lowerP, tost.p_lower);
    close("equivalence", "p above", equivalence.upperP, tost.p_upper);
    close("equivalence", "p", equivalence.p, tost.p_tost);
    close("equivalence", "lower", equivalence.interval.lower, tost.ci90[0]);
    close("equivalence", "upper", equivalence.interval.upper, tost.ci90[1]);
    const bolero = extra.carrots_paired_prop_BoleroL_vs_BoleroE;
    const paired = present(comparePairedProportions(bolero.L_only, bolero.E_only, people.length));
    close("Agresti-Min", "difference", paired.difference, bolero.diff);
    close("Agresti-Min", "lower", paired.interval.lower, bolero.lo);
    close("Agresti-Min", "upper", paired.interval.upper, bolero.hi);
  },
};
