import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareProducts, fisherLsd, tukeyKramer } from "./multiple-comparisons";
import { createRandom, nextUniform, shuffle } from "./random";
import { codeRatings, sortRatings } from "./ratings-by-person";
import { analyseRepeatedRatings, type Rating } from "./repeated-anova";
import { pairedTest } from "./welch";

const rating = (personId: string, productId: string, value: number): Rating => ({ personId, productId, value });

function present<Answer extends { kind: string }>(answer: Answer) {
  if (answer.kind === "not-enough-data") throw new Error(JSON.stringify(answer));
  return answer as Exclude<Answer, { kind: "not-enough-data" }>;
}

/** Every person rates `perPerson` of the products, going round. */
function incompleteBlocks(people: number, products: number, perPerson: number, seed: string): Rating[] {
  const random = createRandom(seed);
  return Array.from({ length: people }, (_, person) =>
    Array.from({ length: perPerson }, (__, place) => rating(`p${String(person)}`, `product ${String((person + place) % products)}`, 9 * nextUniform(random))),
  ).flat();
}

describe("products rated by the same people", () => {
  test("two products are the paired t test", () => {
    const first = [5, 6, 7, 4, 8, 6];
    const second = [4, 6, 5, 4, 5, 7];
    const ratings = first.flatMap((value, index) => [rating(`p${String(index)}`, "a", value), rating(`p${String(index)}`, "b", second[index] ?? 0)]);
    const anova = present(analyseRepeatedRatings(ratings));
    const paired = present(pairedTest(first, second));
    if (anova.test.kind !== "test") throw new Error("no test");
    expect(anova.test.f).toBeCloseTo(paired.t ** 2, 10);
    expect(anova.test.p).toBeCloseTo(paired.p, 10);
    const pair = present(compareProducts(anova)).pairs[0];
    expect(pair?.p).toBeCloseTo(paired.p, 8);
    expect(pair?.interval.lower).toBeCloseTo(paired.interval.lower, 8);
  });

  test("incomplete blocks by hand: three people, three products, two each", () => {
    // Differences a-b = 2, b-c = 1, a-c = 6 determine tau by least squares: a-b = 3, b-c = 2, a-c = 5, residual 3 / 2.
    const ratings = [rating("x", "a", 7), rating("x", "b", 5), rating("y", "b", 6), rating("y", "c", 5), rating("z", "a", 9), rating("z", "c", 3)];
    const anova = present(analyseRepeatedRatings(ratings));
    const mean = Object.fromEntries(anova.products.map((product) => [product.productId, product.mean]));
    expect((mean.a ?? 0) - (mean.b ?? 0)).toBeCloseTo(3, 12);
    expect((mean.b ?? 0) - (mean.c ?? 0)).toBeCloseTo(2, 12);
    expect(anova.sumOfSquaresResidual).toBeCloseTo(1.5, 12);
    expect(anova.degreesResidual).toBe(1);
  });

  test("mixing the ratings or shifting a person's level changes no difference", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.string(), fc.integer({ min: -50, max: 50 }), (people, seed, shift) => {
        const ratings = incompleteBlocks(people, 4, 3, seed);
        const before = present(analyseRepeatedRatings(ratings));
        expect(analyseRepeatedRatings(shuffle(createRandom(seed), ratings))).toEqual(before);
        const shifted = ratings.map((one) => (one.personId === "p0" ? { ...one, value: one.value + shift } : one));
        const after = present(analyseRepeatedRatings(shifted));
        if (before.test.kind !== "test" || after.test.kind !== "test") throw new Error("no test");
        expect(after.test.f).toBeCloseTo(before.test.f, 6);
        expect(after.sumOfSquaresResidual).toBeCloseTo(before.sumOfSquaresResidual, 8);
      }),
      { numRuns: 50 },
    );
  });

  test("somebody with one product is left out and counted, and changes nothing", () => {
    const ratings = incompleteBlocks(8, 3, 2, "left out");
    const before = present(analyseRepeatedRatings(ratings));
    const after = present(analyseRepeatedRatings([...ratings, rating("alone", "product 1", 9)]));
    expect(after).toEqual({ ...before, peopleLeftOut: 1 });
  });

  test("products that no person links are refused by name", () => {
    const ratings = [rating("x", "a", 1), rating("x", "b", 2), rating("y", "d", 3), rating("y", "c", 4), rating("z", "e", 4)];
    expect(sortRatings(codeRatings(ratings)).components).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(analyseRepeatedRatings(ratings)).toEqual({
      kind: "not-enough-data",
      reason: "disconnected",
      n: 5,
      components: [["a", "b"], ["c", "d"], ["e"]],
    });
  });

  test("no answers, one product, no degrees of freedom, no residual: each says so", () => {
    expect(analyseRepeatedRatings([])).toMatchObject({ reason: "no-observations" });
    expect(analyseRepeatedRatings([rating("x", "a", 1), rating("y", "a", 2)])).toMatchObject({ reason: "too-few-groups" });
    const single = present(analyseRepeatedRatings([rating("x", "a", 1), rating("x", "b", 3)]));
    expect(single).toMatchObject({ meanSquareResidual: null, differenceStandardErrors: null });
    expect(single.test).toMatchObject({ reason: "no-degrees-of-freedom" });
    expect(single.products[0]).toMatchObject({ standardError: null, interval: null });
    expect(compareProducts(single)).toMatchObject({ reason: "no-degrees-of-freedom" });
    const exact = ["x", "y", "z"].flatMap((person, index) => [rating(person, "a", index + 0.1), rating(person, "b", index + 1.4)]);
    const anova = present(analyseRepeatedRatings(exact));
    expect(anova).toMatchObject({ meanSquareResidual: 0, test: { reason: "no-variation" } });
    expect(compareProducts(anova)).toMatchObject({ reason: "no-variation" });
    const constant = ["x", "y"].flatMap((person) => [rating(person, "a", 5), rating(person, "b", 5)]);
    expect(present(analyseRepeatedRatings(constant)).test).toMatchObject({ reason: "no-variation" });
  });

  test("two ratings of one product by one person, and missing answers given as numbers, are bugs", () => {
    expect(() => analyseRepeatedRatings([rating("x", "a", 1), rating("x", "a", 2)])).toThrow(/two ratings/);
    expect(() => analyseRepeatedRatings([rating("x", "a", Number.NaN)])).toThrow(RangeError);
  });
});

describe("pairs of any means", () => {
  const means = {
    means: [
      { id: "a", mean: 5 },
      { id: "b", mean: 6 },
    ],
    standardErrorOf: () => 0.5,
    degreesOfFreedom: 20,
  };

  test("with two means, Tukey and Fisher agree", () => {
    const tukey = present(tukeyKramer(means)).pairs[0];
    const fisher = present(fisherLsd(means)).pairs[0];
    expect(tukey?.p).toBeCloseTo(fisher?.p ?? 0, 9);
    expect(tukey?.interval.upper).toBeCloseTo(fisher?.interval.upper ?? 0, 8);
  });

  test("too few means and a standard error of 0 say so", () => {
    expect(tukeyKramer({ ...means, means: means.means.slice(0, 1) })).toMatchObject({ reason: "too-few-groups" });
    expect(fisherLsd({ ...means, standardErrorOf: () => 0 })).toMatchObject({ reason: "no-variation" });
    expect(tukeyKramer({ ...means, degreesOfFreedom: 0 })).toMatchObject({ reason: "no-degrees-of-freedom" });
  });
});
