import { cohenKappa, fleissKappa, krippendorffAlpha } from "~/statistics/agreement";
import { analyseKano, type KanoAnswer } from "~/statistics/kano";
import { analysePrices, purchaseCurve, type PricePoint } from "~/statistics/price-sensitivity";
import { present, type Study } from "../comparison";

type Point = { price: number; height: number };
type Prices = {
  data: { toocheap: number; cheap: number; expensive: number; tooexpensive: number }[];
  result: { n: number } & Record<"opp" | "idp" | "pmc" | "pme" | "pmc_narrow" | "pme_narrow", Point>;
};

export const prices: Study = {
  name: "psm_tiny",
  compare: (files, { close, same }) => {
    const { data, result } = files.json<Prices>();
    const ours = present(analysePrices(data.map((row) => ({ tooCheap: row.toocheap, cheap: row.cheap, expensive: row.expensive, tooExpensive: row.tooexpensive }))));
    same("van Westendorp", "people", ours.n, result.n);
    const { points } = ours;
    const pairs: [string, PricePoint | null, Point][] = [
      ["optimal", points.optimal, result.opp],
      ["indifference", points.indifference, result.idp],
      ["lowest", points.lowest, result.pmc],
      ["highest", points.highest, result.pme],
      ["lowest, narrow", points.lowestNarrow, result.pmc_narrow],
      ["highest, narrow", points.highestNarrow, result.pme_narrow],
    ];
    for (const [name, point, reference] of pairs) {
      close("van Westendorp", `${name} price`, point?.price ?? null, reference.price);
      close("van Westendorp", `${name} share`, point?.share ?? null, reference.height, undefined, 1e-12);
    }
    const curve = present(
      purchaseCurve(data.map((row) => ({ tooCheap: row.toocheap, cheap: row.cheap, expensive: row.expensive, tooExpensive: row.tooexpensive, chanceCheap: 0.7, chanceExpensive: 0.3 }))),
    );
    for (const [price, chance] of Object.entries(curveInR)) close("purchase curve", `at ${price}`, curve.trial[curve.prices.indexOf(Number(price))] ?? null, chance, undefined, 1e-11);
  },
};

/** R 4.2.2: the mean over the ten people of approx(prices, c(0, .7, .3, 0), xout = price, yleft = 0, yright = 0). */
const curveInR: Record<number, number> = { 3: 0.046666666667, 6: 0.425833333333, 8: 0.508, 9: 0.4985, 12: 0.2815, 17: 0.051, 19: 0.011 };

/** Four wordings of the five answers are in these data. */
const CODES: Record<string, number> = {
  "I like it": 1,
  "I like it that way": 1,
  "I enjoy it that way": 1,
  "This would be very helpful to me": 1,
  "I expect it": 2,
  "I must be that way": 2,
  "It is a basic necessity or I expect it that way": 2,
  "This is a basic requirement for me": 2,
  "I am neutral": 3,
  "I’m neutral": 3,
  "This would not affect me": 3,
  "I can tolerate it": 4,
  "I can live with it that way": 4,
  "I dislike it, but I can live with it that way": 4,
  "This would be a minor inconvenience": 4,
  "I dislike it": 5,
  "I dislike it that way": 5,
  "I dislike it, and I can’t accept it": 5,
  "This would be a major problem for me": 5,
};

type Feature = {
  n: number;
  counts: Record<string, number>;
  mode: string;
  second: string;
  category_strength: number;
  total_strength: number;
  berger_rule: string;
  fong_diff: number;
  fong_critical_90: number;
  fong_significant: boolean;
  better: number;
  worse: number;
  better_wilson: [number, number];
  worse_wilson: [number, number];
  exact_top2_binom_p: number;
  dumouchel_functional_mean: number;
  dumouchel_dysfunctional_mean: number;
  dumouchel_f_sd: number;
  dumouchel_d_sd: number;
};

export const wallet: Study = {
  name: "kano_ewallet",
  compare: (files, { close, same }) => {
    const { results } = files.json<{ results: Record<string, Record<string, Feature>> }>();
    for (const [file, features] of Object.entries(results)) {
      const rows = files.table(`${file}.csv`);
      for (const [feature, reference] of Object.entries(features)) {
        const answers = rows.flatMap((row): KanoAnswer[] => {
          const [functional, dysfunctional] = [CODES[row[`${feature}_functional`] ?? ""], CODES[row[`${feature}_dysfunctional`] ?? ""]];
          return functional === undefined || dysfunctional === undefined ? [] : [{ functional, dysfunctional }];
        });
        const ours = present(analyseKano(answers));
        const what = `${file.replace("_clean", "")} ${feature}`;
        same("Kano", `${what} counts`, ours.counts, reference.counts);
        same("Kano", `${what} category, Berger, clear`, [ours.category, ours.bergerCategory, ours.fong.isClear], [reference.mode, reference.berger_rule, reference.fong_significant]);
        close("Kano", `${what} category strength`, ours.categoryStrength, reference.category_strength);
        close("Kano", `${what} total strength`, ours.totalStrength, reference.total_strength);
        close("Kano", `${what} critical difference`, ours.fong.critical, reference.fong_critical_90);
        close("Kano", `${what} exact p`, ours.exactP, reference.exact_top2_binom_p);
        close("Kano", `${what} better`, ours.better?.value ?? null, reference.better);
        close("Kano", `${what} worse`, ours.worse?.value ?? null, reference.worse);
        close("Kano", `${what} better, lower`, ours.better?.interval.lower ?? null, reference.better_wilson[0]);
        close("Kano", `${what} worse, upper`, ours.worse?.interval.upper ?? null, reference.worse_wilson[1]);
        close("Kano", `${what} functional`, ours.functional.mean, reference.dumouchel_functional_mean);
        close("Kano", `${what} dysfunctional`, ours.dysfunctional.mean, reference.dumouchel_dysfunctional_mean);
        close("Kano", `${what} functional spread`, ours.functional.standardDeviation, reference.dumouchel_f_sd);
        close("Kano", `${what} dysfunctional spread`, ours.dysfunctional.standardDeviation, reference.dumouchel_d_sd);
      }
    }
  },
};

type Metrics = Record<"nominal" | "ordinal" | "interval" | "ratio", number>;
type Diagnoses = {
  krippendorff_nominal: { alpha: number; n_pairable: number; Do: number; De: number };
  fleiss: { kappa: number; z: number; Pbar: number };
  cohen_1_2: number;
  percent_agree_1_2: number;
  krippendorff_2011_fixture: { data: (number | null)[][]; alpha: Metrics };
};

export const coders: Study = {
  name: "diagnoses_coders",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Diagnoses>();
    const units = files.table().map((row) => Object.values(row).map(Number));
    const alpha = present(krippendorffAlpha(units));
    same("Krippendorff", "codes", alpha.codes, expected.krippendorff_nominal.n_pairable);
    close("Krippendorff", "diagnoses", alpha.alpha, expected.krippendorff_nominal.alpha);
    close("Krippendorff", "observed", alpha.observedDisagreement, expected.krippendorff_nominal.Do);
    close("Krippendorff", "expected", alpha.expectedDisagreement, expected.krippendorff_nominal.De);
    const fleiss = present(fleissKappa(units));
    close("Fleiss", "kappa", fleiss.kappa, expected.fleiss.kappa);
    close("Fleiss", "z", fleiss.z, expected.fleiss.z);
    close("Fleiss", "agreement", fleiss.agreement, expected.fleiss.Pbar);
    const cohen = present(cohenKappa(units.map((unit) => unit[0] ?? NaN), units.map((unit) => unit[1] ?? NaN)));
    close("Cohen", "coders 1 and 2", cohen.kappa, expected.cohen_1_2);
    close("Cohen", "agreement", cohen.agreement, expected.percent_agree_1_2);
    const { data, alpha: references } = expected.krippendorff_2011_fixture;
    const turned = (data[0] ?? []).map((_, unit) => data.map((coder) => coder[unit] ?? null));
    for (const metric of ["nominal", "ordinal", "interval", "ratio"] as const) close("Krippendorff", `published example, ${metric}`, present(krippendorffAlpha(turned, metric)).alpha, references[metric]);
  },
};
