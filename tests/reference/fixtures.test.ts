import { afterAll, describe, expect, test } from "vitest";
import { benjaminiHochberg, bonferroni, holm } from "~/statistics/adjust";
import {
  betaQuantile,
  binomialLowerTail,
  chiSquareUpperTail,
  fQuantile,
  normalQuantile,
  tQuantile,
  tUpperTail,
} from "~/statistics/distributions";
import { friedmanTest } from "~/statistics/friedman";
import { testPreference } from "~/statistics/paired-preference";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion, fisherExactTwoSided, newcombeInterval } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "~/statistics/studentised-range";
import { orderBalance, williamsSquare } from "~/statistics/williams";
import { expectClose, largestDifference, readReference } from "./compare";

type McNemar = { b: number; c: number; chi2: number; p: number; p_exact: number; p_mid: number };
type Fixtures = {
  wilson: Record<string, [number, number]>;
  newcombe_diff: Record<string, { d: number; lo: number; hi: number }>;
  two_prop: { x1: number; n1: number; x2: number; n2: number; z: number; p_z: number; fisher: number };
  mcnemar_agresti: McNemar;
  mcnemar_small: McNemar;
  mcnemar_equal: McNemar;
  friedman_hollander_wolfe: { data: number[][]; chi2: number; df: number; p: number };
  multiplicity: { p: number[]; bonferroni: number[]; holm: number[]; bh: number[] };
  distributions: Record<string, number>;
};
type Extra = {
  williams: Record<string, { rows: number[][]; balance: { position: number; carryover: number } }>;
};

const fixtures = readReference<Fixtures>("fixtures/oracle.json");
const extra = readReference<Extra>("fixtures/oracle_extra.json");

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

describe("fixtures, against R and publications", () => {
  test.each([
    ["newcombe1998_81_263", 81, 263],
    ["newcombe_15_148", 15, 148],
    ["one_of_29", 1, 29],
    ["all_of_20", 20, 20],
  ])("Wilson %s", (key, x, n) => {
    const { interval } = present(estimateProportion(x, n));
    const [lower, upper] = fixtures.wilson[key] ?? [0, 0];
    expectClose(interval.lower, lower, "wilson:lower");
    expectClose(interval.upper, upper, "wilson:upper");
  });

  test("nobody of 20 has a lower bound of exactly 0", () => {
    const { interval } = present(estimateProportion(0, 20));
    expect(interval.lower).toBe(0);
    expectClose(interval.upper, fixtures.wilson.zero_of_20?.[1] ?? 0, "wilson:upper");
  });

  test.each([
    ["56/70-48/80", 56, 70, 48, 80],
    ["9/10-3/10", 9, 10, 3, 10],
    ["10/10-0/20", 10, 10, 0, 20],
  ] as const)("Newcombe %s", (key, x1, n1, x2, n2) => {
    const expected = fixtures.newcombe_diff[key];
    const interval = newcombeInterval(x1, n1, x2, n2);
    expectClose(interval.lower, expected?.lo ?? 0, "newcombe:lower");
    expectClose(interval.upper, expected?.hi ?? 0, "newcombe:upper");
  });

  test("two proportions: pooled z and Fisher", () => {
    const { x1, n1, x2, n2, z, p_z, fisher } = fixtures.two_prop;
    const result = present(compareIndependentProportions(x1, n1, x2, n2));
    expectClose(result.z, z, "two proportions:z");
    expectClose(result.p, p_z, "two proportions:p");
    expectClose(fisherExactTwoSided(x1, n1, x2, n2), fisher, "fisher:p");
  });

  test.each(["mcnemar_agresti", "mcnemar_small", "mcnemar_equal"] as const)("%s", (key) => {
    const expected = fixtures[key];
    const result = present(comparePairedProportions(expected.b, expected.c, 2000));
    expectClose(result.chiSquare, expected.chi2, "mcnemar:chi2");
    expectClose(result.chiSquareP, expected.p, "mcnemar:p");
    expectClose(result.exactP, expected.p_exact, "mcnemar:exact");
    expectClose(result.midP, expected.p_mid, "mcnemar:mid-p");
  });

  test("Friedman on the rounding-first-base data of Hollander and Wolfe", () => {
    const { data, chi2, df, p } = fixtures.friedman_hollander_wolfe;
    const result = present(friedmanTest(data));
    expectClose(result.chiSquare, chi2, "friedman:chi2");
    expect(result.degreesOfFreedom).toBe(df);
    expectClose(result.p, p, "friedman:p");
  });

  test("Bonferroni, Holm, Benjamini-Hochberg", () => {
    const { p, ...expected } = fixtures.multiplicity;
    bonferroni(p).forEach((value, index) => expectClose(value, expected.bonferroni[index] ?? 0, "adjust:bonferroni"));
    holm(p).forEach((value, index) => expectClose(value, expected.holm[index] ?? 0, "adjust:holm"));
    benjaminiHochberg(p).forEach((value, index) => expectClose(value, expected.bh[index] ?? 0, "adjust:bh"));
  });

  test("distribution functions", () => {
    const closed: Record<string, number> = {
      qnorm_975: normalQuantile(0.975),
      qt_975_99: tQuantile(0.975, 99),
      qt_975_1119: tQuantile(0.975, 1119),
      "pt_2.5_17": tUpperTail(2.5, 17),
      qf_95_3_200: fQuantile(0.95, 3, 200),
      "pchisq_11.143_2": chiSquareUpperTail(11.143, 2),
      qbeta_025_8_93: betaQuantile(0.025, 8, 93),
      pbinom_40_100: binomialLowerTail(40, 100, 0.5),
    };
    const range: Record<string, number> = {
      "ptukey_3.5_4_60": studentisedRangeUpperTail(3.5, 4, 60),
      "ptukey_3.5_4_Inf": studentisedRangeUpperTail(3.5, 4, Infinity),
      qtukey_95_4_60: studentisedRangeQuantile(0.05, 4, 60),
      qtukey_95_12_1119: studentisedRangeQuantile(0.05, 12, 1119),
      qtukey_95_12_Inf: studentisedRangeQuantile(0.05, 12, Infinity),
    };
    const { distributions } = fixtures;
    expect(Object.keys({ ...closed, ...range }).sort()).toEqual(Object.keys(distributions).sort());
    for (const [key, value] of Object.entries(closed)) expectClose(value, distributions[key] ?? 0, `distribution:${key}`);
    for (const [key, value] of Object.entries(range)) expectClose(value, distributions[key] ?? 0, `studentised range:${key}`, 1e-6);
  });

  test("Williams squares for 2 to 8 products", () => {
    for (const [key, expected] of Object.entries(extra.williams)) {
      const products = Number(key);
      const rows = williamsSquare(products);
      expect(rows.map((row) => row.map((product) => product + 1))).toEqual(expected.rows);
      const balance = orderBalance(rows, products);
      expect(new Set(balance.position.flat())).toEqual(new Set([expected.balance.position]));
      const offDiagonal = balance.carryOver.flatMap((row, index) => row.filter((_, column) => column !== index));
      expect(new Set(offDiagonal)).toEqual(new Set([expected.balance.carryover]));
      expect(balance.imbalance).toBe(0);
    }
  });

  test("paired preference: 19 against 22, 16 without", () => {
    const result = present(testPreference(19, 22, 16));
    expectClose(result.p, 0.7552286575, "preference:p");
    expectClose(result.wilson.lower, 0.3205623398, "preference:wilson");
    expectClose(result.wilson.upper, 0.6125352873, "preference:wilson");
    expectClose(result.clopperPearson.lower, 0.3065594329, "preference:clopper-pearson");
    expectClose(result.clopperPearson.upper, 0.6257515717, "preference:clopper-pearson");
  });

  afterAll(() => {
    if (process.env.SHOW_DIFFERENCES !== undefined) console.log("fixtures", Object.fromEntries(largestDifference));
  });
});
