import { adjustPValues } from "~/statistics/adjust";
import { cochranTest } from "~/statistics/cata";
import { correspondenceMap } from "~/statistics/correspondence";
import { countBestWorst, personalBestWorst, type BestWorstTask } from "~/statistics/maxdiff-counts";
import { fitHierarchicalBestWorst } from "~/statistics/maxdiff-hierarchical";
import { fitBestWorst, type BestWorstFit } from "~/statistics/maxdiff-model";
import { arithmeticMean } from "~/statistics/means";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { analyseIdeal, penaltyLift } from "~/statistics/penalty-lift";
import { ITERATIVE, present, type Study } from "../comparison";

type Group = { n: number; mean: number | null };
type Bread = {
  liking_means: Record<string, number>;
  counts: ({ attr: string } & Record<string, number | string>)[];
  cochran: { attr: string; total: number; Q: number; df: number; p: number; p_holm: number; p_bh: number }[];
  mcnemar_pairs: Record<string, { product_a: string | number; product_b: string | number; b: number; c: number; chi2: number; p: number; p_exact: number; p_mid: number }[]>;
  penalty_lift: { attr: string; n_checked: number; mean_checked: number; mean_unchecked: number; lift: number; welch_p: number; discriminating_only: { n1: number; n0: number; lift: number } }[];
  ideal: { attr: string; ideal_yes_pct: number; miss_pct: number; congr: Group; missing: Group; extra: Group; absent: Group; must_have_drop: number; extra_effect: number }[];
  ca: { eigenvalues: number[]; total_inertia: number; chi2: number };
};

export const bread: Study = {
  name: "bread_cata",
  needs: ["oracle.json", "data.csv", "ideal.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Bread>();
    const rows = files.table();
    const products = [...new Set(rows.map(({ product = "" }) => product))].sort();
    const people = [...new Set(rows.map(({ consumer = "" }) => consumer))];
    const rowOf = new Map(rows.map((row) => [`${row.consumer ?? ""}/${row.product ?? ""}`, row]));
    const idealOf = new Map(files.table("ideal.csv").map((row) => [row.consumer, row]));
    const checked = (term: string) => people.map((person) => products.map((product) => rowOf.get(`${person}/${product}`)?.[term] === "1"));
    for (const product of products) close("means", product, arithmeticMean(rows.filter((row) => row.product === product).map(({ liking }) => Number(liking))), expected.liking_means[product] ?? NaN);
    const tests = expected.cochran.map(({ attr }) => present(cochranTest(checked(attr))));
    const ps = tests.map(({ p }) => p);
    const [holm, bh] = [adjustPValues(ps, "holm"), adjustPValues(ps, "benjamini-hochberg")];
    for (const [index, { attr, ...reference }] of expected.cochran.entries()) {
      close("Cochran Q", `${attr} Q`, tests[index]?.statistic ?? null, reference.Q);
      close("Cochran Q", `${attr} p`, ps[index] ?? null, reference.p);
      close("Cochran Q", `${attr} Holm`, holm[index] ?? null, reference.p_holm);
      close("Cochran Q", `${attr} Benjamini-Hochberg`, bh[index] ?? null, reference.p_bh);
      same("counts", attr, tests[index]?.counts, products.map((product) => expected.counts[index]?.[product]));
    }
    for (const [term, references] of Object.entries(expected.mcnemar_pairs)) {
      const own = checked(term);
      for (const reference of references) {
        const [one, other] = [reference.product_a, reference.product_b].map((product) => products.indexOf(String(product))) as [number, number];
        const only = (first: number, second: number) => own.filter((row) => row[first] && !row[second]).length;
        const what = `${term} ${String(reference.product_a)}-${String(reference.product_b)}`;
        same("McNemar", `${what} discordant`, [only(one, other), only(other, one)], [reference.b, reference.c]);
        const test = present(comparePairedProportions(only(one, other), only(other, one), people.length));
        close("McNemar", `${what} chi-square p`, test.chiSquareP, reference.p);
        close("McNemar", `${what} exact p`, test.exactP, reference.p_exact);
        close("McNemar", `${what} mid-p`, test.midP, reference.p_mid);
      }
    }
    for (const reference of expected.penalty_lift) {
      const lift = present(penaltyLift(rows.map((row) => ({ personId: row.consumer ?? "", isChecked: row[reference.attr] === "1", liking: Number(row.liking) }))));
      same("penalty-lift", `${reference.attr} checked`, lift.checked.n, reference.n_checked);
      close("penalty-lift", `${reference.attr} lift`, lift.lift, reference.lift);
      close("penalty-lift", `${reference.attr} Welch p`, lift.welchP, reference.welch_p);
      same("penalty-lift", `${reference.attr} of those who discriminate`, [lift.discriminating?.checked, lift.discriminating?.unchecked], [reference.discriminating_only.n1, reference.discriminating_only.n0]);
      close("penalty-lift", `${reference.attr} lift of those who discriminate`, lift.discriminating?.lift ?? null, reference.discriminating_only.lift, undefined, 1e-12);
    }
    for (const reference of expected.ideal) {
      const ideal = present(
        analyseIdeal(
          rows.map((row) => ({
            personId: row.consumer ?? "",
            isChecked: row[reference.attr] === "1",
            isIdeal: idealOf.get(row.consumer)?.[reference.attr] === "1",
            liking: Number(row.liking),
          })),
        ),
      );
      close("ideal product", `${reference.attr} ideal`, ideal.idealShare, reference.ideal_yes_pct);
      close("ideal product", `${reference.attr} missing`, ideal.missingShare, reference.miss_pct);
      for (const [ours, group] of [[ideal.both, reference.congr], [ideal.missing, reference.missing], [ideal.extra, reference.extra], [ideal.neither, reference.absent]] as const) {
        same("ideal product", `${reference.attr} n`, ours.n, group.n);
        if (typeof group.mean === "number") close("ideal product", `${reference.attr} mean`, ours.mean, group.mean);
      }
      if (typeof reference.must_have_drop === "number") close("ideal product", `${reference.attr} must-have drop`, ideal.mustHaveDrop, reference.must_have_drop, undefined, 1e-12);
      if (typeof reference.extra_effect === "number") close("ideal product", `${reference.attr} must-not-have drop`, ideal.mustNotHaveDrop, reference.extra_effect, undefined, 1e-12);
    }
    const map = present(correspondenceMap(products.map((product) => expected.counts.map((row) => Number(row[product])))));
    expected.ca.eigenvalues.forEach((reference, axis) => close("correspondence analysis", `eigenvalue ${String(axis + 1)}`, map.eigenvalues[axis] ?? null, reference));
    close("correspondence analysis", "inertia", map.totalInertia, expected.ca.total_inertia);
    close("correspondence analysis", "chi-square", map.chiSquare, expected.ca.chi2);
  },
};

type Coefficient = { item: string; coef: number; se: number };
type Rice = {
  counts: { item: string; best: number; worst: number; bw: number; std_bw: number; sqrt_bw: number; mean_bw: number; sd_bw: number; se_bw: number; analytic_logit: number; analytic_share: number }[];
  maxdiff_model: { loglik: number; loglik0: number; coef: Coefficient[]; zero_centred: Record<string, number>; share: Record<string, number> };
  sequential_model: Rice["maxdiff_model"];
  sequential_robust_se: Record<string, number>;
  individual_bw: number[][];
};
type Run = { individual_mean_utilities: Record<string, number>; mean_share: Record<string, number> };
type RiceHierarchical = { run1: Run; run2: Run };

export const rice: Study = {
  name: "rice_bws",
  needs: ["oracle.json", "design.csv", "responses.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Rice>();
    const names = expected.counts.map(({ item }) => item);
    const reference = names.indexOf("Washfree_rice");
    const design = files.table("design.csv").map((row) => [1, 2, 3, 4].map((place) => Number(row[`row${String(place)}`]) - 1));
    const tasks = files.table("responses.csv").flatMap((row) =>
      design.map((shown, question): BestWorstTask => {
        const chosen = (kind: string) => shown[Number(row[`${kind}${String(question + 1)}`]) - 1] ?? -1;
        return { personId: row.id ?? "", shown, best: chosen("b"), worst: chosen("w") };
      }),
    );
    const counted = present(countBestWorst(tasks, names.length));
    for (const [index, row] of expected.counts.entries()) {
      const item = counted.items[index];
      same("best-worst counts", `${row.item} best, worst`, [item?.best, item?.worst], [row.best, row.worst]);
      close("best-worst counts", `${row.item} score`, item?.score ?? null, row.std_bw);
      close("best-worst counts", `${row.item} root ratio`, item?.rootRatio ?? null, row.sqrt_bw);
      close("best-worst counts", `${row.item} mean`, item?.mean ?? null, row.mean_bw);
      close("best-worst counts", `${row.item} spread`, item?.standardDeviation ?? null, row.sd_bw);
      close("best-worst counts", `${row.item} error`, item?.standardError ?? null, row.se_bw);
      close("best-worst counts", `${row.item} logit`, item?.logit ?? null, row.analytic_logit);
      close("best-worst counts", `${row.item} share`, item?.share ?? null, row.analytic_share);
    }
    same("best-worst counts", "first people", [...personalBestWorst(tasks, names.length).values()].slice(0, 5), expected.individual_bw);
    const against = (fit: BestWorstFit, covariance: readonly (readonly number[])[], index: number) => ({
      strength: (fit.strengths[index] ?? NaN) - (fit.strengths[reference] ?? NaN),
      error: Math.sqrt((covariance[index]?.[index] ?? NaN) + (covariance[reference]?.[reference] ?? NaN) - 2 * (covariance[index]?.[reference] ?? NaN)),
    });
    for (const [method, model, oracle] of [["best-worst, pairs", "pairs", expected.maxdiff_model], ["best-worst, sequential", "sequential", expected.sequential_model]] as const) {
      const fit = present(fitBestWorst(tasks, names.length, model));
      close(method, "log-likelihood", fit.logLikelihood, oracle.loglik, ITERATIVE);
      close(method, "null log-likelihood", fit.nullLogLikelihood, oracle.loglik0, ITERATIVE);
      for (const { item, coef, se } of oracle.coef) {
        const ours = against(fit, fit.covariance, names.indexOf(item));
        close(method, `${item} strength`, ours.strength, coef, ITERATIVE);
        close(method, `${item} error`, ours.error, se, ITERATIVE);
      }
      names.forEach((item, index) => close(method, `${item} share`, fit.shares[index] ?? null, oracle.share[item] ?? NaN, ITERATIVE));
      if (model === "sequential") {
        for (const [item, se] of Object.entries(expected.sequential_robust_se)) close(method, `${item} robust error`, against(fit, fit.robustCovariance, names.indexOf(item)).error, se, ITERATIVE);
      }
    }
    if (!files.has("oracle_hb.json")) return;
    const { run1, run2 } = files.json<RiceHierarchical>("oracle_hb.json");
    const middle = (one = NaN, other = NaN) => (one + other) / 2;
    const hierarchical = present(fitHierarchicalBestWorst(tasks, names.length, { seed: "rice", draws: 10_000, burnIn: 3_000, reference }));
    names.forEach((item, index) => {
      const ours = (hierarchical.meanUtilities[index] ?? NaN) - (hierarchical.meanUtilities[reference] ?? NaN);
      close("best-worst, hierarchical", `${item} mean utility (Monte-Carlo)`, ours, middle(run1.individual_mean_utilities[item], run2.individual_mean_utilities[item]), 0, 0.15);
      // The reference took the shares of every person's mean utilities, not the mean of the shares.
      const shares = hierarchical.utilities.map((own) => Math.exp(own[index] ?? NaN) / own.reduce((sum, utility) => sum + Math.exp(utility), 0));
      close("best-worst, hierarchical", `${item} share of mean utilities (Monte-Carlo)`, arithmeticMean(shares), middle(run1.mean_share[item], run2.mean_share[item]), 0, 0.01);
    });
    same("best-worst, hierarchical", "chains agree", hierarchical.largestRhat < 1.05, true);
  },
};
