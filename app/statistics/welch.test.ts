import { describe, expect, test } from "vitest";
import { friedmanTest, averageRanks } from "./friedman";
import { comparableGroups, compareIndependentGroups, oneWayAnova, welchAnova } from "./independent-groups";
import { tukeyKramer } from "./multiple-comparisons";
import { equivalenceTest, pairedTest, studentTest, welchTest } from "./welch";

/** Student's sleep data (Cushny and Peebles 1905), as printed in many textbooks. */
const drugOne = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drugTwo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

function present<Answer extends { kind: string }>(answer: Answer) {
  if (answer.kind === "not-enough-data") throw new Error(JSON.stringify(answer));
  return answer as Exclude<Answer, { kind: "not-enough-data" }>;
}

describe("two means", () => {
  test("the sleep data give the published Welch, Student and paired t", () => {
    const welch = present(welchTest(drugOne, drugTwo));
    expect(welch.t).toBeCloseTo(-1.8608, 4);
    expect(welch.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(welch.p).toBeCloseTo(0.07939, 5);
    expect(present(studentTest(drugOne, drugTwo)).p).toBeCloseTo(0.07919, 5);
    const paired = present(pairedTest(drugOne, drugTwo));
    expect(paired.t).toBeCloseTo(-4.0621, 4);
    expect(paired.p).toBeCloseTo(0.002833, 6);
  });

  test("too few people and no variation say so; a group of one is not tested", () => {
    expect(welchTest([], [])).toMatchObject({ reason: "no-observations" });
    expect(welchTest([1], [2, 3])).toMatchObject({ reason: "too-few-observations" });
    expect(welchTest([2, 2], [3, 3])).toMatchObject({ reason: "no-variation" });
    expect(welchTest([2, 2], [3, 4])).toMatchObject({ kind: "result", degreesOfFreedom: 1 });
    expect(studentTest([1], [2])).toMatchObject({ reason: "too-few-observations" });
    expect(pairedTest([1], [2])).toMatchObject({ reason: "too-few-observations" });
    expect(pairedTest([1, 2, 3], [2, 3, 4])).toMatchObject({ reason: "no-variation" });
    expect(() => pairedTest([1, 2], [1])).toThrow(RangeError);
  });

  test("equivalence: the interval lies inside the margin exactly when p is below alpha", () => {
    const test = present(pairedTest(drugOne, drugTwo));
    for (const margin of [0.5, 1, 2, 2.2, 2.4, 5]) {
      const result = equivalenceTest(test, margin);
      expect(result.isEquivalent).toBe(result.interval.lower > -margin && result.interval.upper < margin);
      expect(result.interval.confidence).toBeCloseTo(0.9, 12);
      expect(result.isNotInferior).toBe(result.interval.lower > -margin);
    }
    expect(() => equivalenceTest(test, 0)).toThrow(RangeError);
  });
});

describe("products rated by different people", () => {
  const groups = [
    { id: "b", values: drugTwo },
    { id: "a", values: drugOne },
  ];

  test("two groups: the overall tests are the squared t", () => {
    const welch = present(welchTest(drugOne, drugTwo));
    const overall = present(welchAnova(groups));
    expect(overall.f).toBeCloseTo(welch.t ** 2, 10);
    expect(overall.denominatorDegrees).toBeCloseTo(welch.degreesOfFreedom, 10);
    expect(overall.p).toBeCloseTo(welch.p, 10);
    expect(present(oneWayAnova(groups)).f).toBeCloseTo(present(studentTest(drugOne, drugTwo)).t ** 2, 10);
  });

  test("pairs are adjusted by Holm over those that could be tested, and sorted by name", () => {
    const result = compareIndependentGroups([...groups, { id: "c", values: [9] }]);
    expect(result.groups.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    const [ab, ac] = result.pairs;
    expect(ab?.adjustedP).toBeCloseTo(0.07939, 5);
    expect(ac).toMatchObject({ adjustedP: null, test: { reason: "too-few-observations" } });
    expect(result.overall).toMatchObject({ reason: "too-few-observations" });
  });

  test("one group, constant groups and repeated names", () => {
    expect(welchAnova(groups.slice(1))).toMatchObject({ reason: "too-few-groups" });
    expect(welchAnova([])).toMatchObject({ reason: "no-observations" });
    expect(
      welchAnova([
        { id: "a", values: [1, 1] },
        { id: "b", values: [1, 2] },
      ]),
    ).toMatchObject({ reason: "no-variation" });
    expect(
      oneWayAnova([
        { id: "a", values: [1] },
        { id: "b", values: [2] },
      ]),
    ).toMatchObject({ reason: "no-degrees-of-freedom" });
    expect(
      comparableGroups([
        { id: "a", values: [1, 1] },
        { id: "b", values: [2, 2] },
      ]),
    ).toMatchObject({ reason: "no-variation" });
    expect(() => oneWayAnova([...groups, ...groups])).toThrow(RangeError);
    const comparable = comparableGroups(groups);
    if ("kind" in comparable) throw new Error("not comparable");
    expect(present(tukeyKramer(comparable)).pairs[0]?.p).toBeCloseTo(0.07919, 5);
  });
});

describe("ranks", () => {
  test("ties share their average rank", () => {
    expect(averageRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    expect(averageRanks([])).toEqual([]);
  });

  test("all tied, full agreement and too little", () => {
    expect(
      friedmanTest([
        [5, 5, 5],
        [2, 2, 2],
      ]),
    ).toMatchObject({ chiSquare: 0, p: 1, isAllTied: true, kendallW: 0 });
    expect(
      friedmanTest([
        [1, 2, 3],
        [2, 3, 4],
        [1, 5, 9],
      ]),
    ).toMatchObject({ kendallW: 1, imanDavenportF: null });
    expect(friedmanTest([])).toMatchObject({ reason: "no-observations" });
    expect(friedmanTest([[1], [2]])).toMatchObject({ reason: "too-few-groups" });
    expect(friedmanTest([[1, 2]])).toMatchObject({ reason: "too-few-observations" });
    expect(() => friedmanTest([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      friedmanTest([
        [1, Number.NaN],
        [1, 2],
      ]),
    ).toThrow(RangeError);
  });
});
