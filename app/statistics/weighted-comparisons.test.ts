import { describe, expect, it } from "vitest";
import { estimateMean, estimateWeightedMean } from "./means";
import { compareIndependentProportions } from "./proportions";
import { createRandom } from "./random";
import { nextNormal } from "./random-variates";
import { isResult } from "./result";
import { compareEstimatedMeans, pairedTest, welchTest } from "./welch";
import {
  compareWeightedShares,
  compareWeightedWithin,
  countWeighted,
  estimatedWeightedMean,
  influenceOf,
  testWeightedPreference,
  type WeightedInfluence,
} from "./weighted-comparisons";

const answersOf = (values: number[], weights: number[], people = values.map((_, index) => index)): WeightedInfluence =>
  influenceOf({ people, values, weights });
const known = <Answer extends { kind: string }>(answer: Answer) => {
  if (answer.kind !== "result") throw new Error(JSON.stringify(answer));
  return answer as Extract<Answer, { kind: "result" }>;
};

const one = [7, 6, 8, 5, 9, 4, 7, 6];
const other = [6, 6, 7, 5, 7, 5, 6, 4];
const same = one.map(() => 1.7);

describe("people who all weigh the same", () => {
  it("have the unweighted mean to the last digit", () => {
    const values = [0.1, 0.7, 0.3, 0.3];
    const weighted = known(estimateWeightedMean(values, [2.3, 2.3, 2.3, 2.3]));
    expect(weighted).toEqual({ ...estimateMean(values), effectiveN: 4 });
  });

  it("are compared with themselves by the paired t test", () => {
    const [weighted, paired] = [known(compareWeightedWithin(answersOf(one, same), answersOf(other, same))), known(pairedTest(one, other))];
    expect(weighted.n).toBe(8);
    expect(weighted.difference).toBeCloseTo(paired.difference, 12);
    expect(weighted.p).toBeCloseTo(paired.p, 12);
    expect(weighted.interval.upper).toBeCloseTo(paired.interval.upper, 12);
  });

  it("are compared with others by Welch's t, and by Fisher's test where few are expected", () => {
    expect(compareEstimatedMeans(estimatedWeightedMean(one, same)!, estimatedWeightedMean(other, same)!)).toEqual(welchTest(one, other));
    const [yes, their] = [countWeighted([1, 1, 0, 0, 0, 0], [2, 2, 2, 2, 2, 2]), countWeighted([1, 1, 1, 1, 1, 0], [2, 2, 2, 2, 2, 2])];
    expect(compareWeightedShares(yes, their)).toEqual(compareIndependentProportions(2, 6, 5, 6));
    expect(known(testWeightedPreference(countWeighted([1, 1, 1, 1, 1, 1, 1, 0], same))).p).toBeCloseTo(18 / 256, 12);
  });
});

describe("weights", () => {
  it("that are whole numbers give the same estimates as so many rows", () => {
    const weights = [1, 2, 3, 1, 1, 4, 2, 1];
    const rows = (values: number[]) => values.flatMap((value, index) => new Array<number>(weights[index]!).fill(value));
    const found = known(compareWeightedWithin(answersOf(one, weights), answersOf(other, weights)));
    expect(found.difference).toBeCloseTo(known(pairedTest(rows(one), rows(other))).difference, 12);
    expect(known(estimateWeightedMean(one, weights)).mean).toBeCloseTo(known(estimateMean(rows(one))).mean, 12);
    // Many rows of one person are still one person.
    expect(found.standardError).toBeGreaterThan(known(pairedTest(rows(one), rows(other))).standardError);
  });

  it("of nought leave people without a say", () => {
    const weights = [1, 2, 3, 0, 1, 4, 2, 0];
    const changed = known(compareWeightedWithin(answersOf(one.with(3, 1), weights), answersOf(other.with(7, 9), weights)));
    const found = known(compareWeightedWithin(answersOf(one, weights), answersOf(other, weights)));
    expect(changed.difference).toBeCloseTo(found.difference, 12);
    expect(changed.p).toBeCloseTo(found.p, 12);
  });

  it("on any scale give the same difference, whoever comes first", () => {
    const weights = [1, 2, 3, 1, 1, 4, 2, 1];
    const found = known(compareWeightedWithin(answersOf(one, weights), answersOf(other, weights)));
    const turned = known(
      compareWeightedWithin(
        answersOf(
          other,
          weights.map((weight) => weight * 1e-9),
        ),
        answersOf(
          one,
          weights.map((weight) => weight * 1e-9),
        ),
      ),
    );
    expect(turned.difference).toBeCloseTo(-found.difference, 12);
    expect(turned.p).toBeCloseTo(found.p, 10);
  });
});

describe("what cannot be tested", () => {
  const weights = [1, 2, 0.3, 1.1, 5, 4, 2, 1];

  it.each([
    ["nobody", answersOf([], []), answersOf([], []), "no-observations"],
    ["one person", answersOf([7], [1]), answersOf([6], [1]), "too-few-observations"],
    ["one of two with a say", answersOf([7, 6], [1, 0]), answersOf([6, 6], [1, 0]), "too-few-observations"],
    ["nobody with a say", answersOf([7, 6], [0, 0]), answersOf([6, 6], [0, 0]), "no-weight"],
    [
      "everybody differing by the same",
      answersOf(one, weights),
      answersOf(
        one.map((value) => value - 0.7),
        weights,
      ),
      "no-variation",
    ],
    [
      "everybody saying the same",
      answersOf(
        one.map(() => 0.1),
        weights,
      ),
      answersOf(
        one.map(() => 0.3),
        weights,
      ),
      "no-variation",
    ],
    ["a product that nobody tried", answersOf(one, weights), answersOf([], []), "no-weight"],
  ])("%s", (_who, first, second, reason) => {
    expect(compareWeightedWithin(first, second)).toMatchObject({ kind: "not-enough-data", reason });
  });

  it("shares of nobody, and means of one", () => {
    expect(isResult(compareWeightedShares(countWeighted([], []), countWeighted([1], [1])))).toBe(false);
    expect(isResult(testWeightedPreference(countWeighted([1, 0], [0, 0])))).toBe(false);
    expect(estimatedWeightedMean([7], [2])).toBeNull();
    expect(countWeighted([1, 1], [0.1, 0.7])).toMatchObject({ n: 2, isEven: false });
  });
});

it("the interval of a weighted difference within people covers the truth about as often as it says", () => {
  const random = createRandom("weighted-within");
  const times = 600;
  let covered = 0;
  for (let time = 0; time < times; time += 1) {
    const taste = Array.from({ length: 60 }, () => nextNormal(random));
    const weights = taste.map(() => Math.exp(nextNormal(random) / 2));
    const rated = (shift: number) => taste.map((own) => 5 + shift + own + nextNormal(random));
    const { interval } = known(compareWeightedWithin(answersOf(rated(0.5), weights), answersOf(rated(0), weights)));
    if (interval.lower <= 0.5 && interval.upper >= 0.5) covered += 1;
  }
  // Four standard errors of a share of 95 % in so many times.
  expect(Math.abs(covered / times - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / times));
});
