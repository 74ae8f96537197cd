import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../../tests/reference/compare";
import {
  pairedEffect,
  peopleForLiking,
  peopleForMarginOfError,
  peopleForNotInferiorShares,
  peopleForPairedMeans,
  peopleForPairedShares,
  peopleForSeveralMeans,
  peopleForTwoMeans,
  peopleForTwoShares,
  powerOfPreference,
} from "./sample-size";

type Power = {
  two_prop_t2b_50_vs_40: { fleiss: number; with_cc: number };
  "mean_independent_d0.25": number;
  "mean_independent_d0.5": number;
  "mean_paired_dz0.25": number;
  "mean_paired_0.5_sd1.8_rho0.3": number;
  one_prop_margin: { n_for_moe5_p50: number; n_for_moe10: number; fpc_N2000: number };
  paired_pref_exact: Record<string, number>;
  "anova_k4_f0.25": number;
  mcnemar_n_p10_20_p01_10: number;
  noninferiority_prop: { n: number };
};

const { power } = readReference<{ power: Power }>("fixtures/oracle.json");
const { hough2006_sample_size } = readReference<{ hough2006_sample_size: { N: number } }>("fixtures/oracle_extra.json");

describe("sample sizes, against R", () => {
  test("shares", () => {
    expectClose(peopleForTwoShares(0.5, 0.4), power.two_prop_t2b_50_vs_40.fleiss, "sample size:two shares");
    expect(Math.ceil(peopleForTwoShares(0.5, 0.4, undefined, true))).toBe(power.two_prop_t2b_50_vs_40.with_cc);
    expectClose(peopleForPairedShares(0.2, 0.1), power.mcnemar_n_p10_20_p01_10, "sample size:paired shares");
    expectClose(peopleForNotInferiorShares(0.6, 0.1), power.noninferiority_prop.n, "sample size:not inferior");
    expect(Math.ceil(peopleForMarginOfError(0.05))).toBe(power.one_prop_margin.n_for_moe5_p50);
    expect(Math.ceil(peopleForMarginOfError(0.1))).toBe(power.one_prop_margin.n_for_moe10);
  });

  test("means, where R solves to about 1e-6", () => {
    expectClose(peopleForTwoMeans(0.25), power["mean_independent_d0.25"], "sample size:two means", 1e-6);
    expectClose(peopleForTwoMeans(-0.5), power["mean_independent_d0.5"], "sample size:two means", 1e-6);
    expectClose(peopleForPairedMeans(0.25), power["mean_paired_dz0.25"], "sample size:paired means", 1e-6);
    expectClose(peopleForPairedMeans(pairedEffect(0.5, 1.8, 0.3)), power["mean_paired_0.5_sd1.8_rho0.3"], "sample size:paired means", 1e-6);
    expectClose(peopleForSeveralMeans(4, 0.25), power["anova_k4_f0.25"], "sample size:several means", 1e-6);
    expectClose(peopleForLiking(0.23, 0.1), hough2006_sample_size.N, "sample size:liking");
  });

  test("exact preference", () => {
    for (const n of [100, 150, 200]) {
      expectClose(powerOfPreference(n, 0.6).power, power.paired_pref_exact[`power_n${String(n)}_p60`] ?? 0, "sample size:preference");
    }
    expect(powerOfPreference(100, 0.6).criticalCount).toBe(power.paired_pref_exact.crit_n100);
    expect(powerOfPreference(60, 0.6).criticalCount).toBe(power.paired_pref_exact.crit_n60);
    expect(powerOfPreference(5, 0.9)).toEqual({ criticalCount: null, power: 0 });
  });

  test("a difference of nothing cannot be found", () => {
    expect(() => peopleForTwoShares(0.5, 0.5)).toThrow(RangeError);
    expect(() => peopleForTwoMeans(0)).toThrow(RangeError);
    expect(() => peopleForPairedShares(0.1, 0.1)).toThrow(RangeError);
    expect(() => peopleForTwoMeans(1e-5)).toThrow(/ten million/);
    expect(peopleForTwoMeans(9)).toBeLessThan(3);
  });

  test("a finite population needs fewer", () => {
    // The reference started from 384.1459 people, rounded to four decimals.
    expectClose(peopleForMarginOfError(0.05, 0.95, 0.5, 2000), power.one_prop_margin.fpc_N2000, "sample size:population", 1e-7);
  });
});
