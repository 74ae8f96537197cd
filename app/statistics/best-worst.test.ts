import { describe, expect, test } from "vitest";
import { countBestWorst, type BestWorstTask } from "./maxdiff-counts";
import { fitHierarchicalBestWorst, splitRhat } from "./maxdiff-hierarchical";
import { fitBestWorst } from "./maxdiff-model";
import { createRandom, nextUniform, sample, type Random } from "./random";
import { nextGamma, nextNormal } from "./random-variates";
import { isResult } from "./result";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

/** Index drawn with chances in proportion to the weights. */
function draw(random: Random, weights: readonly number[]): number {
  let left = nextUniform(random) * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (left -= weight) < 0);
}

function simulate(truth: readonly number[], people: number, seed: string, spread = 0): BestWorstTask[] {
  const random = createRandom(seed);
  return Array.from({ length: people }, (_, person) => {
    const own = truth.map((strength) => strength + spread * nextNormal(random));
    return Array.from({ length: 6 }, (): BestWorstTask => {
      const shown = sample(random, [...truth.keys()], 4);
      const best =
        shown[
          draw(
            random,
            shown.map((item) => Math.exp(own[item] ?? 0)),
          )
        ] ?? 0;
      const rest = shown.filter((item) => item !== best);
      return {
        personId: String(person),
        shown,
        best,
        worst:
          rest[
            draw(
              random,
              rest.map((item) => Math.exp(-(own[item] ?? 0))),
            )
          ] ?? 0,
      };
    });
  }).flat();
}

describe("best and worst", () => {
  const truth = [1.2, 0.5, 0, -0.2, -0.6, -0.9];

  test("the sequential model finds the strengths that made the choices", () => {
    const fit = present(fitBestWorst(simulate(truth, 600, "many"), truth.length));
    fit.strengths.forEach((strength, item) =>
      expect(Math.abs(strength - (truth[item] ?? 0))).toBeLessThan(4 * Math.sqrt(fit.robustCovariance[item]?.[item] ?? 0)),
    );
    expect(fit.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(fit.strengths.reduce((sum, strength) => sum + strength, 0)).toBeCloseTo(0, 12);
  });

  test("intervals from robust errors cover the truth about as often as they say", () => {
    let covered = 0;
    for (let run = 0; run < 150; run += 1) {
      const fit = present(fitBestWorst(simulate(truth, 60, `run ${String(run)}`), truth.length));
      const error = Math.sqrt(fit.robustCovariance[0]?.[0] ?? 0);
      if (Math.abs((fit.strengths[0] ?? 0) - (truth[0] ?? 0)) < 1.96 * error) covered += 1;
    }
    expect(covered / 150).toBeGreaterThan(0.89);
  });

  test("renaming items and shuffling answers changes only their order", () => {
    const tasks = simulate(truth, 40, "names");
    const turned = [...tasks]
      .reverse()
      .map(({ personId, shown, best, worst }) => ({ personId, shown: shown.map((item) => 5 - item).reverse(), best: 5 - best, worst: 5 - worst }));
    for (const model of ["sequential", "pairs"] as const) {
      const [one, other] = [present(fitBestWorst(tasks, 6, model)), present(fitBestWorst(turned, 6, model))];
      one.strengths.forEach((strength, item) => expect(other.strengths[5 - item]).toBeCloseTo(strength, 9));
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
    }
    const counts = present(countBestWorst(tasks, 6)).items;
    expect(counts.reduce((sum, { difference }) => sum + difference, 0)).toBe(0);
  });

  test("one person per item never worst: the root ratio is corrected and marked", () => {
    const [first] = present(countBestWorst([{ personId: "p", shown: [0, 1, 2], best: 0, worst: 1 }], 3)).items;
    expect(first).toMatchObject({ rootRatio: Math.sqrt(3), isCorrected: true, score: 1 });
    expect(first?.logit).toBeCloseTo(Math.log(3), 12);
  });

  test("the hierarchical model repeats itself with its seed, agrees over chains, and draws people towards the rest", () => {
    const tasks = simulate(truth, 40, "people", 0.8);
    const settings = { seed: 7, draws: 1500, burnIn: 800 };
    const fit = present(fitHierarchicalBestWorst(tasks, 6, settings));
    expect(fitHierarchicalBestWorst(tasks, 6, settings)).toEqual(fit);
    expect(fit.largestRhat).toBeLessThan(1.2);
    expect(fit.acceptance).toBeGreaterThan(0.1);
    fit.shares.forEach((own) => expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9));
    expect(fit.meanShares[0]).toBeGreaterThan(fit.meanShares[5] ?? 1);
  });

  test("chains of many people agree after few draws, on means that are those of the truth", () => {
    const tasks = simulate(truth, 400, "many", 1);
    const fit = present(fitHierarchicalBestWorst(tasks, 6, { seed: 3, draws: 300, burnIn: 150 }));
    expect(fit.largestRhat).toBeLessThan(1.1);
    const last = fit.meanUtilities[5] ?? 0;
    fit.meanUtilities.forEach((utility, item) => expect(Math.abs(utility - last - ((truth[item] ?? 0) - (truth[5] ?? 0)))).toBeLessThan(0.5));
  });

  test("chains that disagree are noticed", () => {
    const random = createRandom("chains");
    const chain = (mean: number) => Array.from({ length: 400 }, () => mean + nextNormal(random));
    expect(splitRhat([chain(0), chain(0)])).toBeLessThan(1.02);
    expect(splitRhat([chain(0), chain(2)])).toBeGreaterThan(1.2);
  });
});

test("drawn normal and gamma numbers have the moments they should", () => {
  const random = createRandom("moments");
  const moments = (values: number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
  };
  const normal = moments(Array.from({ length: 40_000 }, () => nextNormal(random)));
  expect(normal.mean).toBeCloseTo(0, 1);
  expect(normal.variance).toBeCloseTo(1, 1);
  for (const shape of [0.4, 1, 6.5]) {
    const gamma = moments(Array.from({ length: 40_000 }, () => nextGamma(random, shape)));
    expect(Math.abs(gamma.mean - shape)).toBeLessThan(0.06 * Math.max(1, shape));
    expect(Math.abs(gamma.variance - shape)).toBeLessThan(0.08 * Math.max(1, shape));
  }
});
