import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analysePenalty, DEFAULT_PENALTY_SETTINGS, penaltyTable, type JarAnswer } from "./penalty";
import { poolPenalties, poolPenaltiesOneByOne, type JarRow } from "./penalty-model";
import { createRandom, nextInt, shuffle } from "./random";

const people = (count: number, jar: number, liking: (index: number) => number): JarAnswer[] =>
  Array.from({ length: count }, (_, index) => ({ jar, liking: liking(index) }));

function present<Answer extends { kind: string }>(answer: Answer) {
  if (answer.kind === "not-enough-data") throw new Error(JSON.stringify(answer));
  return answer as Exclude<Answer, { kind: "not-enough-data" }>;
}

describe("penalty analysis of one product", () => {
  test("a side of nine is shown but not tested; a side of ten is", () => {
    const right = people(60, 3, (index) => 7 + (index % 3));
    const nine = present(analysePenalty([...right, ...people(9, 5, (index) => 4 + (index % 2))]));
    expect(nine.high.test).toMatchObject({ kind: "not-enough-data", reason: "too-few-observations", n: 9 });
    expect(nine.high.rawTest.kind).toBe("result");
    const ten = present(analysePenalty([...right, ...people(10, 4, (index) => 4 + (index % 2))]));
    expect(ten.high.test.kind).toBe("result");
    const large = people(400, 3, (index) => 7 + (index % 3));
    const fewInMany = present(analysePenalty([...large, ...people(20, 1, (index) => 4 + (index % 2))]));
    expect(fewInMany.low.test.kind).toBe("not-enough-data");
  });

  test("a flag needs share, drop and an adjusted p below alpha together", () => {
    const right = people(60, 3, (index) => 7 + (index % 3));
    const isFlagged = (answers: JarAnswer[]) => penaltyTable([{ attributeId: "sweet", answers: [...right, ...answers] }])[0]?.isFlagged.high;
    expect(isFlagged(people(15, 4, (index) => 6 + (index % 3)))).toBe(true); // exactly 20 %, drop exactly 1
    expect(isFlagged(people(14, 4, (index) => 6 + (index % 3)))).toBe(false);
    expect(isFlagged(people(15, 4, (index) => 6.2 + (index % 3)))).toBe(false);
    expect(isFlagged(people(15, 4, (index) => (index % 2 === 0 ? 1 : 13)))).toBe(false);
    const strict = { ...DEFAULT_PENALTY_SETTINGS, dropThreshold: 2 };
    const answers = [...right, ...people(30, 4, (index) => 6 + (index % 3))];
    expect(penaltyTable([{ attributeId: "sweet", answers }], strict)[0]?.isFlagged.high).toBe(false);
  });

  test("net direction: eleven too sweet against one not sweet enough", () => {
    const analysis = present(analysePenalty([...people(8, 3, () => 7), ...people(11, 4, () => 5), ...people(1, 2, () => 5)]));
    expect(analysis.netDirection.difference).toBeCloseTo(0.5, 12);
    expect(analysis.netDirection.p).toBeCloseTo((2 * 13) / 4096, 12);
    expect(analysis.recoverableLiking).toBeCloseTo(2 * (12 / 20), 12);
  });

  test("nobody, nobody just about right, everybody just about right", () => {
    expect(analysePenalty([])).toMatchObject({ reason: "no-observations" });
    const none = present(analysePenalty(people(20, 5, (index) => index % 9)));
    expect(none).toMatchObject({ justAboutRight: { n: 0, mean: null }, high: { drop: null, reachesDrop: false }, overall: { penalty: null } });
    const all = present(analysePenalty(people(20, 3, (index) => index % 9)));
    expect(all).toMatchObject({ low: { n: 0, mean: null, drop: null }, netDirection: { difference: 0, p: 1 } });
    expect(penaltyTable([{ attributeId: "a", answers: [] }])[0]).toMatchObject({ adjustedP: { low: null, high: null } });
  });
});

function rowsFrom(seed: string, persons: number, products: number): JarRow[] {
  const random = createRandom(seed);
  return Array.from({ length: persons * products }, (_, index) => ({
    personId: `p${String(Math.floor(index / products))}`,
    productId: `product ${String(index % products)}`,
    liking: nextInt(random, 1, 9),
    jar: { sweet: nextInt(random, 1, 5), thick: nextInt(random, 1, 5) },
  }));
}

describe("penalties over all products", () => {
  test("an exact model is recovered: liking built from person, product and penalties", () => {
    const rows = rowsFrom("exact", 30, 4).map((row, index) => {
      const { sweet = 3, thick = 3 } = row.jar;
      const penalty = (sweet < 3 ? 1.5 : sweet > 3 ? 0.75 : 0) + (thick < 3 ? 0.25 : thick > 3 ? -0.5 : 0);
      const noise = index === 0 ? 1e-6 : 0;
      return { ...row, liking: Number(row.personId.slice(1)) + 2 * Number(row.productId.slice(8)) - penalty + noise };
    });
    const { penalties } = present(poolPenalties(rows, ["sweet", "thick"]));
    const found = penalties.map(({ estimate }) => (estimate.kind === "estimate" ? estimate.penalty : Number.NaN));
    [1.5, 0.75, 0.25, -0.5].forEach((expected, index) => expect(found[index]).toBeCloseTo(expected, 5));
  });

  test("the order of rows and the names of people change nothing", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const rows = rowsFrom(seed, 20, 4);
        const before = present(poolPenalties(rows, ["sweet", "thick"])).penalties;
        const after = present(poolPenalties(shuffle(createRandom(seed), rows), ["sweet", "thick"])).penalties;
        before.forEach(({ estimate }, index) => {
          const other = after[index]?.estimate;
          if (estimate.kind !== "estimate" || other?.kind !== "estimate") throw new Error("no estimate");
          expect(other.penalty).toBeCloseTo(estimate.penalty, 9);
          expect(other.standardError).toBeCloseTo(estimate.standardError, 9);
        });
      }),
      { numRuns: 25 },
    );
  });

  test("two attributes answered alike cannot be told apart, a third one still can; nobody on a side says so", () => {
    const rows = rowsFrom("alike", 30, 4).map((row) => ({
      ...row,
      jar: { ...row.jar, sugary: row.jar.sweet ?? 3, never: 3 },
    }));
    const { penalties } = present(poolPenalties(rows, ["sweet", "sugary", "thick", "never"]));
    const kinds = penalties.map(({ estimate }) => (estimate.kind === "estimate" ? "estimate" : estimate.reason));
    expect(kinds).toEqual(["not-estimable", "not-estimable", "not-estimable", "not-estimable", "estimate", "estimate", "no-observations", "no-observations"]);
  });

  test("rows without an answer are left out and counted; nothing to fit says so", () => {
    const rows = rowsFrom("missing", 10, 3).map((row, index) => (index < 4 ? { ...row, jar: { sweet: 3 } } : row));
    expect(poolPenalties(rows, ["sweet", "thick"])).toMatchObject({ n: 26, rowsLeftOut: 4 });
    expect(poolPenaltiesOneByOne(rows, "thick")).toMatchObject({ n: 26, rowsLeftOut: 4 });
    expect(poolPenalties([], ["sweet"])).toMatchObject({ reason: "no-observations" });
    expect(poolPenalties(rowsFrom("one", 1, 3), ["sweet"])).toMatchObject({ reason: "no-degrees-of-freedom" });
    expect(
      poolPenalties(
        rows.map((row) => ({ ...row, liking: 5 })),
        ["sweet"],
      ),
    ).toMatchObject({ reason: "no-variation" });
    expect(
      poolPenaltiesOneByOne(
        rows.map((row) => ({ ...row, jar: { sweet: 3 } })),
        "sweet",
      ),
    ).toMatchObject({ reason: "too-few-groups" });
    expect(() => poolPenalties([...rows, ...rows], ["sweet"])).toThrow(/two answers/);
  });
});
