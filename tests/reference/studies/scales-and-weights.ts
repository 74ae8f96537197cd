import { analyseDrivers } from "~/statistics/drivers";
import { estimateMean, estimateWeightedMean } from "~/statistics/means";
import { estimateProportion } from "~/statistics/proportions";
import { rake } from "~/statistics/raking";
import { scaleReliability } from "~/statistics/reliability";
import { bestSets, reachPath } from "~/statistics/turf";
import { estimateWeightedProportion } from "~/statistics/weighted-proportions";
import { ITERATIVE, present, type Compare, type Study } from "../comparison";

type Alpha = { n: number; alpha: number; std_alpha: number; mean_r: number; feldt_lo: number; feldt_hi: number; alpha_if_deleted: Record<string, number>; corrected_item_total: Record<string, number> };

function compareAlpha({ close, same }: Compare, name: string, rows: readonly (readonly number[])[], expected: Alpha): void {
  const ours = present(scaleReliability(rows));
  same("Cronbach alpha", `${name} people`, ours.n, expected.n);
  close("Cronbach alpha", name, ours.alpha, expected.alpha);
  close("Cronbach alpha", `${name} standardised`, ours.standardisedAlpha, expected.std_alpha);
  close("Cronbach alpha", `${name} mean correlation`, ours.meanCorrelation, expected.mean_r);
  close("Cronbach alpha", `${name} lower`, ours.interval.lower, expected.feldt_lo);
  close("Cronbach alpha", `${name} upper`, ours.interval.upper, expected.feldt_hi);
  Object.entries(expected.alpha_if_deleted).forEach(([item, reference], index) => close("Cronbach alpha", `${name} without ${item}`, ours.perItem[index]?.alphaWithout ?? null, reference));
  Object.entries(expected.corrected_item_total).forEach(([item, reference], index) => close("Cronbach alpha", `${name} item-rest ${item}`, ours.perItem[index]?.itemRest ?? null, reference));
}

export const bigFive: Study = {
  name: "bfi",
  needs: ["oracle.json", "data.csv"],
  compare: (files, compare) => {
    const expected = files.json<{ scales: Record<string, Alpha> }>();
    const reversed = new Set(["A1", "C4", "C5", "E1", "E2", "O2", "O5"]);
    const rows = files.table();
    for (const [name, reference] of Object.entries(expected.scales)) {
      const items = Object.keys(reference.alpha_if_deleted);
      const answers = rows.map((row) => items.map((item) => ((row[item] ?? "") === "" || row[item] === "NA" ? NaN : reversed.has(item) ? 7 - Number(row[item]) : Number(row[item]))));
      compareAlpha(compare, name, answers.filter((own) => own.every(Number.isFinite)), reference);
    }
  },
};

type Mean = { n: number; mean: number; sd: number; se: number; lo: number; hi: number };
type Share = { x: number; n: number; p: number; lo: number; hi: number };
type Customers = {
  means: Record<string, Mean>;
  alpha_q2_q10: Alpha;
  t2b_q1_9_10: Share;
  t3b: Share;
  drivers: { r2: number } & Record<"pearson" | "spearman" | "std_beta" | "lmg" | "johnson_rw" | "vif", Record<string, number>>;
};

export const customers: Study = {
  name: "customer_sat",
  needs: ["oracle.json", "data.csv"],
  compare: (files, compare) => {
    const { close, same } = compare;
    const expected = files.json<Customers>();
    const rows = files.table().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])));
    const column = (name: string) => rows.map((row) => row[name] ?? NaN);
    for (const [name, reference] of Object.entries(expected.means)) {
      const mean = present(estimateMean(column(name)));
      close("mean", name, mean.mean, reference.mean);
      close("mean", `${name} error`, mean.standardError, reference.se);
      close("mean", `${name} lower`, mean.interval?.lower ?? null, reference.lo);
      close("mean", `${name} upper`, mean.interval?.upper ?? null, reference.hi);
    }
    for (const [name, limit, reference] of [["top two", 9, expected.t2b_q1_9_10], ["top three", 8, expected.t3b]] as const) {
      const count = column("q1").filter((value) => value >= limit).length;
      const share = present(estimateProportion(count, rows.length));
      same("Wilson", `${name} count`, count, reference.x);
      close("Wilson", `${name} lower`, share.interval.lower, reference.lo);
      close("Wilson", `${name} upper`, share.interval.upper, reference.hi);
    }
    const names = Object.keys(expected.drivers.pearson);
    const attributes = rows.map((row) => names.map((name) => row[name] ?? NaN));
    compareAlpha(compare, "q2 to q10", attributes, expected.alpha_q2_q10);
    const drivers = present(analyseDrivers(column("q1"), attributes));
    close("drivers", "R squared", drivers.rSquared, expected.drivers.r2);
    for (const [index, name] of names.entries()) {
      const driver = drivers.drivers[index];
      close("drivers", `${name} correlation`, driver?.correlation ?? null, expected.drivers.pearson[name] ?? NaN);
      close("drivers", `${name} rank correlation`, driver?.rankCorrelation ?? null, expected.drivers.spearman[name] ?? NaN);
      close("drivers", `${name} beta`, driver?.beta ?? null, expected.drivers.std_beta[name] ?? NaN);
      close("drivers", `${name} inflation`, driver?.varianceInflation ?? null, expected.drivers.vif[name] ?? NaN);
      close("drivers", `${name} Shapley`, driver?.shapley ?? null, expected.drivers.lmg[name] ?? NaN);
      close("drivers", `${name} relative weight`, driver?.relativeWeight ?? null, expected.drivers.johnson_rw[name] ?? NaN);
    }
  },
};

type TurfSet = { items: string | string[]; reach: number; freq: number };
type Scotch = { penetration: Record<string, number>; mean_brands: number; best: Record<string, TurfSet[]>; greedy: { item: string; reach: number }[] };

export const scotch: Study = {
  name: "scotch_turf",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Scotch>();
    const names = Object.keys(expected.penetration);
    const likes = files.table().map((row) => names.map((name) => row[name] === "1"));
    for (const [size, references] of Object.entries(expected.best)) {
      const ours = present(bestSets(likes, Number(size), { keep: references.length }));
      for (const [place, reference] of references.entries()) {
        const set = ours.best[place];
        const what = `size ${size}, place ${String(place + 1)}`;
        same("TURF", `${what} items`, set?.items.map((item) => names[item]), [reference.items].flat());
        close("TURF", `${what} reach`, set?.reach ?? null, reference.reach);
        close("TURF", `${what} frequency`, set?.frequency ?? null, reference.freq);
      }
    }
    const { path } = present(reachPath(likes, expected.greedy.length));
    for (const [place, reference] of expected.greedy.entries()) {
      same("TURF, step by step", `step ${String(place + 1)} item`, names[path[place]?.item ?? -1], reference.item);
      close("TURF, step by step", `step ${String(place + 1)} reach`, path[place]?.reach ?? null, reference.reach);
    }
  },
};

type Election = {
  targets: Record<string, Record<string, number>>;
  converged_iterations: number;
  weights_first10: number[];
  weight_by_cell: Record<string, number>;
  min: number;
  max: number;
  kish_deff: number;
  kish_neff: number;
  efficiency: number;
  capped_at_2_of_mean: { max: number; kish_neff: number };
  married_weighted: { n: number; p: number; neff: number; wilson_on_neff: [number, number]; se_kish: number; se_survey_linearised: number };
  age_weighted: { mean: number; sd: number; se_survey_linearised: number };
};

export const election: Study = {
  name: "anes04_raking",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Election>();
    const rows = files.table();
    const bandOf = (age: number) => (age < 25 ? "18-24" : age < 35 ? "25-34" : age < 45 ? "35-44" : age < 55 ? "45-54" : age < 65 ? "55-64" : "65+");
    const categories: Record<string, string[]> = {
      sex: rows.map((row) => (row.female === "TRUE" ? "female" : "male")),
      ageband: rows.map((row) => bandOf(Number(row.age))),
      educ: rows.map((row) => row.educcats ?? ""),
    };
    const margins = Object.entries(expected.targets).map(([name, targets]) => ({ name, targets, categories: categories[name] ?? [] }));
    const raked = present(rake(margins, { tolerance: 1e-12 }));
    same("raking", "rounds", raked.rounds, expected.converged_iterations);
    expected.weights_first10.forEach((weight, person) => close("raking", `weight of person ${String(person + 1)}`, raked.weights[person] ?? null, weight, ITERATIVE));
    const weightOf = new Map(rows.map((_, person) => [["sex", "ageband", "educ"].map((name) => categories[name]?.[person]).join("."), raked.weights[person]]));
    for (const [cell, weight] of Object.entries(expected.weight_by_cell)) close("raking", cell, weightOf.get(cell) ?? null, weight, ITERATIVE);
    close("raking", "smallest", raked.smallest, expected.min, ITERATIVE);
    close("raking", "largest", raked.largest, expected.max, ITERATIVE);
    close("raking", "design effect", raked.designEffect, expected.kish_deff, ITERATIVE);
    close("raking", "effective people", raked.effectiveN, expected.kish_neff, ITERATIVE);
    close("raking", "efficiency", raked.efficiency, expected.efficiency, ITERATIVE);
    const capped = present(rake(margins, { cap: 2, isFloored: false }));
    close("raking, capped", "largest", capped.largest, expected.capped_at_2_of_mean.max, ITERATIVE);
    close("raking, capped", "effective people", capped.effectiveN, expected.capped_at_2_of_mean.kish_neff, ITERATIVE);
    const age = present(estimateWeightedMean(rows.map((row) => Number(row.age)), raked.weights));
    close("weighted mean", "age", age.mean, expected.age_weighted.mean, ITERATIVE);
    close("weighted mean", "age error", age.standardError, expected.age_weighted.se_survey_linearised, ITERATIVE);
    close("weighted mean", "age spread", age.standardDeviation, expected.age_weighted.sd, ITERATIVE);
    const known = rows.flatMap((row, person) => (row.married === "TRUE" || row.married === "FALSE" ? [{ isMarried: row.married === "TRUE", weight: raked.weights[person] ?? NaN }] : []));
    const married = present(estimateWeightedProportion(known.map(({ isMarried }) => isMarried), known.map(({ weight }) => weight)));
    same("weighted share", "married people", married.n, expected.married_weighted.n);
    close("weighted share", "married", married.share, expected.married_weighted.p, ITERATIVE);
    close("weighted share", "effective people", married.effectiveN, expected.married_weighted.neff, ITERATIVE);
    close("weighted share", "lower", married.interval.lower, expected.married_weighted.wilson_on_neff[0], ITERATIVE);
    close("weighted share", "upper", married.interval.upper, expected.married_weighted.wilson_on_neff[1], ITERATIVE);
    close("weighted share", "error", married.standardError, expected.married_weighted.se_kish, ITERATIVE);
    close("weighted share", "linearised error", married.linearisedError, expected.married_weighted.se_survey_linearised, ITERATIVE);
  },
};
