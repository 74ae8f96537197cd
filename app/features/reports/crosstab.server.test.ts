import { describe, expect, it } from "vitest";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { storeStudy, type StoredStudy } from "../../../tests/support/stored-study";
import { getCrosstab } from "./crosstab.server";

const both = (text: string) => ({ en: text, id: text });
const questions: StoredStudy["questions"] = [
  {
    key: "when",
    type: "single_choice",
    config: { options: ["morning", "night"].map((value) => ({ value, label: both(value), screening: "neutral" })), allowOther: false },
  },
  {
    key: "liking",
    type: "rating",
    config: { preset: "hedonic9", min: 1, max: 9, topBoxes: [8, 9], bottomBoxes: [1], highIsGood: true, measures: "overall_liking" },
  },
];

/** Of 89 people in group a 80 say morning, of 60 in group b 12, and of the rest all. */
const study = (groups: { name: string; n: number; morning: number }[]): Omit<StoredStudy, "teamId"> => {
  const people = groups.flatMap(({ name, n, morning }) => Array.from({ length: n }, (_, index) => ({ name, isMorning: index < morning })));
  return {
    prototypes: ["A"],
    people: people.length,
    questions,
    profile: (person): Record<string, string> => (people[person]!.name === "" ? {} : { village: people[person]!.name }),
    answer: (person, _prototype, key) =>
      key === "when" ? (people[person]!.isMorning ? "morning" : "night") : people[person]!.isMorning ? 7 + (person % 2) : 3 + (person % 3),
  };
};

const crosstab = async (db: Parameters<typeof storeStudy>[0], groups: Parameters<typeof study>[0], search: Partial<Parameters<typeof getCrosstab>[2]> = {}) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, { ...study(groups), teamId: cast.teamId });
  const { table } = await getCrosstab(contextFor(db, cast.rian), trialId, { question: "when", fact: "village", prototype: null, adjustment: null, ...search });
  return table!;
};

describe("a question by groups of people", () => {
  it(
    "gives the letter of the group that lies clearly below",
    rolledBack(async (db) => {
      const table = await crosstab(db, [
        { name: "a", n: 70, morning: 56 },
        { name: "b", n: 80, morning: 48 },
      ]);
      // 56 of 70 against 48 of 80: z = 2.6501719513, p = .0080450814 (METHODS 3.3).
      expect(table.columns.map(({ key, letter, n }) => [key, letter, n])).toEqual([
        ["a", "A", 70],
        ["b", "B", 80],
      ]);
      expect(table.rows[0]).toMatchObject({
        key: "morning",
        total: { count: 104 },
        cells: [
          { value: 0.8, letters: "B" },
          { value: 0.6, letters: "" },
        ],
      });
      expect(table.rows[1]!.cells.map(({ letters }) => letters)).toEqual(["", "A"]);
    }),
  );

  it(
    "shows no group of fewer than five, and none that would give it away by subtraction",
    rolledBack(async (db) => {
      const table = await crosstab(db, [
        { name: "a", n: 60, morning: 30 },
        { name: "b", n: 20, morning: 10 },
        { name: "c", n: 3, morning: 3 },
      ]);
      expect(table.columns.map(({ key }) => key)).toEqual(["a"]);
      expect(table).toMatchObject({ hidden: 2, n: 83 });
      expect(table.rows.every(({ cells }) => cells.length === 1)).toBe(true);
    }),
  );

  it(
    "counts groups of five to nine and shows no percentage of them",
    rolledBack(async (db) => {
      const table = await crosstab(db, [
        { name: "a", n: 60, morning: 60 },
        { name: "b", n: 7, morning: 0 },
      ]);
      expect(table.rows[0]!.cells).toEqual([
        { count: 60, value: 1, letters: "" },
        { count: 0, value: null, letters: "" },
      ]);
    }),
  );

  it(
    "compares means of a scale and says of how many the fact is not known",
    rolledBack(async (db) => {
      const table = await crosstab(
        db,
        [
          { name: "a", n: 40, morning: 40 },
          { name: "", n: 30, morning: 0 },
        ],
        { question: "liking", adjustment: "holm" },
      );
      expect(table.columns.map(({ label, n }) => [label.en, n])).toEqual([
        ["a", 40],
        ["Not stated", 30],
      ]);
      expect(table.rows[0]).toMatchObject({ kind: "mean", cells: [{ letters: "B" }, { letters: "" }] });
      expect(table.rows[0]!.cells[0]!.value).toBe(7.5);
    }),
  );

  it(
    "crosses one question by the answers of another one, whose few answers are hidden like any small group",
    rolledBack(async (db) => {
      const by = { question: "liking", fact: "answer:when" };
      const table = await crosstab(db, [{ name: "a", n: 60, morning: 30 }], by);
      // Morning people like it 7 or 8, night people 3, 4 or 5.
      expect(table.columns.map(({ key, n }) => [key, n])).toEqual([
        ["morning", 30],
        ["night", 30],
      ]);
      expect(table.rows[0]).toMatchObject({ kind: "mean", cells: [{ value: 7.5, letters: "B" }, { letters: "" }] });
      const small = await crosstab(db, [{ name: "a", n: 60, morning: 56 }], by);
      expect(small.columns).toEqual([]);
      expect(small.hidden).toBe(2);
    }),
  );
});
