import { describe, expect, it } from "vitest";
import { Invalid, NotFound } from "~/core/errors";
import type { Database } from "~db/client.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getReport, getVersion } from "../queries.server";
import type { QuestionsBlock } from "../question-result";
import type { ReportContent } from "../report";
import { saveSegment } from "../segments/save-segment.server";
import { boxOf } from "../segments/segment";
import { setExclusion } from "../set-exclusion.server";
import { getWeighting, saveWeighting } from "../weights/save-weighting.server";
import { fieldOf, shapeOf } from "../weights/weighting";
import { byAnswer, byPrototype, mostPinned, type CrosstabSpec } from "./crosstab";
import { getCrosstab, type CrosstabSearch } from "./get-crosstab.server";
import { pinCrosstab } from "./pin-crosstab.server";
import { crosstabLines } from "./write-csv.server";

const both = (text: string) => ({ en: text, id: text });
const choice = (key: string, type: string, options: string[]) => ({
  key,
  type,
  config: {
    options: options.map((value) => ({ value, label: both(value), screening: "neutral" })),
    allowOther: false,
    minChoices: 0,
    maxChoices: null,
    exclusive: [],
  },
});

type Person = { facts?: Record<string, string>; morning?: boolean; liking?: number; words?: string[] };
type Ctx = ReturnType<typeof contextFor>;

const questions = [...likingAndWhen, choice("words", "multiple_choice", ["clean", "soft", "fresh"])];

/** Everybody tries prototype A; whoever is morning says so. */
const store = async (db: Database, people: Person[], more: Partial<StoredStudy> = {}) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A"],
    questions,
    people: people.length,
    profile: (person) => people[person]!.facts ?? {},
    answer: (person, _place, key) => {
      const { morning, liking, words } = people[person]!;
      return key === "when" ? (morning ? "morning" : "night") : key === "liking" ? (liking ?? (morning ? 7 + (person % 2) : 3 + (person % 3))) : words;
    },
    ...more,
  });
  return { trialId, ctx: contextFor(db, cast.rian), cast };
};

const group = (n: number, facts: Record<string, string>, morning: number): Person[] =>
  Array.from({ length: n }, (_, index) => ({ facts, morning: index < morning }));
const village = (name: string) => ({ village: name });
const ask = (ctx: Ctx, trialId: number, search: Partial<CrosstabSearch> = {}) =>
  getCrosstab(ctx, trialId, { question: "when", by: ["village"], prototype: null, adjustment: null, weights: null, segmentId: null, ...search });
const one = async (ctx: Ctx, trialId: number, search: Partial<CrosstabSearch> = {}) => (await ask(ctx, trialId, search)).tables[0]!;
const keysOf = (table: Awaited<ReturnType<typeof one>>, at = 0) => table.points[at]!.columns.map(({ key }) => key);
const lettersIn = (table: Awaited<ReturnType<typeof one>>, row = 0, at = 0) => table.rows[row]!.points[at]!.cells.map(({ letters }) => letters);

const weigh = async (ctx: Ctx, trialId: number, fact: string, shares: Record<string, string>, cap: number | null = 5) => {
  const { choices, revision } = await getWeighting(ctx, trialId);
  const fields = new Map(
    choices.flatMap(({ fact: own, options }, index) =>
      options.map(({ value }, place) => [fieldOf(index, place), own === fact ? (shares[value] ?? "") : ""] as const),
    ),
  );
  await saveWeighting(ctx, { trialId, shape: shapeOf(choices), revision, cap, isUsed: true, fieldAt: (name) => fields.get(name) ?? "" });
};

describe("a question by groups of people", () => {
  it(
    "gives the letter of the group that lies clearly below, and the total first",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(70, village("a"), 56), ...group(80, village("b"), 48)]);
      const table = await one(ctx, trialId);
      // 56 of 70 against 48 of 80: z = 2.6501719513, p = .0080450814 (METHODS 3.3).
      expect(table.points[0]!.columns.map(({ key, letter, n }) => [key, letter, n])).toEqual([
        ["a", "A", 70],
        ["b", "B", 80],
      ]);
      expect(table.rows[0]).toMatchObject({ key: "morning", total: { count: 104 }, points: [{ cells: [{ value: 0.8 }, { value: 0.6 }] }] });
      expect(table.rows[0]!.points[0]!.p).toBeCloseTo(0.0080450814, 9);
      expect([lettersIn(table), lettersIn(table, 1)]).toEqual([
        ["B", ""],
        ["", "A"],
      ]);
    }),
  );

  it(
    "puts several banner points beside each other, with letters that begin anew",
    rolledBack(async (db) => {
      const people = [
        ...group(40, { village: "a", sex: "female" }, 36),
        ...group(40, { village: "b", sex: "female" }, 8),
        ...group(40, { village: "b", sex: "male" }, 8),
      ];
      const { ctx, trialId } = await store(db, people);
      const table = await one(ctx, trialId, { by: ["sex", "village"] });
      expect(table.points.map(({ key, columns }) => [key, columns.map(({ letter }) => letter)])).toEqual([
        ["sex", ["A", "B"]],
        ["village", ["A", "B"]],
      ]);
      expect([lettersIn(table, 0, 0), lettersIn(table, 0, 1)]).toEqual([
        ["B", ""],
        ["B", ""],
      ]);
    }),
  );

  it.each([
    ["none", ["B", "", "B"]],
    ["bonferroni", ["B", "", ""]],
    ["holm", ["B", "", "b"]],
    ["benjamini-hochberg", ["B", "", "b"]],
  ])("adjusts pairs within a row and a banner point: %s", (adjustment, letters) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(60, village("a"), 42), ...group(60, village("b"), 23), ...group(60, village("c"), 34)]);
      // By R's prop.test: a - b .0005, b - c .0444, a - c .1297.
      expect(lettersIn(await one(ctx, trialId, { adjustment }))).toEqual(letters);
    })(),
  );

  it.each([
    [4, ["a"], 2],
    [5, ["a", "b", "c"], 0],
  ])("of which one holds %i people shows %j and hides %i", (n, shown, hidden) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(60, village("a"), 30), ...group(20, village("b"), 10), ...group(n, village("c"), n)]);
      const table = await one(ctx, trialId);
      expect([keysOf(table), table.points[0]!.hidden, table.total.n]).toEqual([shown, hidden, 80 + n]);
    })(),
  );

  it.each([
    [9, null, ""],
    [10, 0, ""],
  ])("of %i people gives the share %s", (n, value, letters) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(60, village("a"), 60), ...group(n, village("b"), 0)]);
      const table = await one(ctx, trialId);
      expect(table.rows[0]!.points[0]!.cells).toEqual([
        { count: 60, value: 1, letters: n < 10 ? "" : "B" },
        { count: 0, value, letters },
      ]);
    })(),
  );

  it.each([
    [29, true],
    [30, false],
  ])("of %i people is marked as low: %s", (n, isLow) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(60, village("a"), 30), ...group(n, village("b"), 10)]);
      const { tables, notes } = await ask(ctx, trialId);
      expect(tables[0]!.points[0]!.columns[1]!.isLow).toBe(isLow);
      expect(notes.some(({ en }) => en.startsWith("* Fewer than 30"))).toBe(isLow);
    })(),
  );

  it(
    "shows no group of one fact that could be subtracted from a group of another",
    rolledBack(async (db) => {
      // All women live in a, and one man: a without the women is that man.
      const people = [
        ...group(30, { village: "a", sex: "female" }, 10),
        ...group(1, { village: "a", sex: "male" }, 1),
        ...group(40, { village: "b", sex: "male" }, 20),
      ];
      const { ctx, trialId } = await store(db, people);
      const table = await one(ctx, trialId, { by: ["sex", "village"] });
      expect(table.points.map(({ columns, hidden }) => [columns.length, hidden])).toEqual([
        [0, 2],
        [0, 2],
      ]);
    }),
  );

  it(
    "is counted among everybody who answered, also those whom the report leaves out, and says so",
    rolledBack(async (db) => {
      const { ctx, trialId, cast } = await store(db, [...group(30, village("a"), 30), ...group(30, village("b"), 0)]);
      const [first] = await db.query.participants.findMany({ limit: 1 });
      const admin = contextFor(db, cast.dewi);
      await setExclusion(admin, { trialId, participantId: first!.id, isExcluded: true, reason: "copied" });
      const { tables, notes } = await ask(ctx, trialId);
      expect(tables[0]!.total.n).toBe(60);
      expect(notes.some(({ en }) => en.includes("also 1 person whom the rest of the report leaves out"))).toBe(true);
    }),
  );

  it(
    "crosses one question by the answers of another one, whose few answers are hidden like any small group",
    rolledBack(async (db) => {
      const by = { question: "liking", by: [`${byAnswer}when`] };
      const { ctx, trialId } = await store(db, group(60, village("a"), 30));
      const table = await one(ctx, trialId, by);
      // Morning people like it 7 or 8, night people 3, 4 or 5.
      expect(table.points[0]!.columns.map(({ key, n }) => [key, n])).toEqual([
        ["morning", 30],
        ["night", 30],
      ]);
      expect(table.rows[0]).toMatchObject({ kind: "mean", points: [{ cells: [{ value: 7.5, letters: "B" }, { letters: "" }] }] });
      expect(table.rows[1]).toMatchObject({
        key: "top",
        points: [
          {
            cells: [
              { count: 15, value: 0.5 },
              { count: 0, value: 0 },
            ],
          },
        ],
      });
    }),
  );

  it(
    "never compares columns in which somebody may be twice",
    rolledBack(async (db) => {
      const people = Array.from({ length: 90 }, (_, person): Person => ({
        morning: person < 45,
        words: person < 45 ? ["clean", "soft"] : person < 80 ? ["soft"] : ["fresh"],
      }));
      const { ctx, trialId } = await store(db, people);
      const { tables, notes } = await ask(ctx, trialId, { by: [`${byAnswer}words`] });
      const [point] = tables[0]!.points;
      expect(point).toMatchObject({ kind: "overlapping" });
      expect(point!.columns.map(({ key, n, letter }) => [key, n, letter])).toEqual([
        ["clean", 45, ""],
        ["soft", 80, ""],
        ["fresh", 10, ""],
      ]);
      expect(tables[0]!.rows.flatMap(({ points }) => points[0]!.cells.map(({ letters }) => letters)).join("")).toBe("");
      expect(notes.some(({ en }) => en.includes("never compared"))).toBe(true);
    }),
  );

  it(
    "copes with three hundred answers, text from right to left, a prototype that nobody tried and a row that nobody chose",
    rolledBack(async (db) => {
      const many = choice(
        "many",
        "single_choice",
        Array.from({ length: 300 }, (_, index) => `o${index}`),
      );
      const { ctx, trialId } = await store(db, [...group(40, village("قرية"), 20), ...group(40, village("=1+1"), 20)], {
        questions: [...questions, many],
        prototypes: ["A", "B"],
        tried: () => [0],
        answer: (person, _place, key) => (key === "many" ? `o${person % 3}` : key === "when" ? "night" : 5),
      });
      const all = await ask(ctx, trialId, { question: "many" });
      expect(all.tables[0]!.rows).toHaveLength(300);
      expect(all.tables[0]!.rows[299]!.points[0]).toMatchObject({
        p: null,
        cells: [
          { count: 0, value: 0, letters: "" },
          { count: 0, value: 0, letters: "" },
        ],
      });
      expect(keysOf(all.tables[0]!)).toEqual(["=1+1", "قرية"]);
      expect((await one(ctx, trialId, { prototype: "202" })).state).toBe("nobody");
      const [byTwo] = (await ask(ctx, trialId, { question: "liking", by: [byPrototype] })).tables;
      expect(byTwo!.points[0]!.columns.map(({ n }) => n)).toEqual([80, 0]);
      const { header, rows } = crosstabLines(ctx, await ask(ctx, trialId));
      expect(rows.every((row) => row.length <= header.length)).toBe(true);
      expect(JSON.stringify({ all, rows })).not.toContain("NaN");
    }),
  );
});

describe("prototypes beside each other", () => {
  const liked = (person: number, place: number) => 4 + (person % 3) + (place === 1 ? 1 + (person % 2) : 0);

  it(
    "are compared within people where the same people tried them, and between people where others did",
    rolledBack(async (db) => {
      const people = Array.from({ length: 40 }, (): Person => ({ facts: village("a") }));
      const answer: StoredStudy["answer"] = (person, place, key) => (key === "liking" ? liked(person, place) : "night");
      const same = await store(db, people, { prototypes: ["A", "B"], answer });
      const search = { question: "liking", by: [byPrototype] };
      const paired = await ask(same.ctx, same.trialId, search);
      expect(paired.tables[0]!.points[0]!.kind).toBe("paired");
      expect(lettersIn(paired.tables[0]!)).toEqual(["", "A"]);
      expect(paired.notes.some(({ en }) => en.includes("McNemar"))).toBe(true);
    }),
  );

  it(
    "of a monadic trial are independent groups",
    rolledBack(async (db) => {
      const people = Array.from({ length: 80 }, (): Person => ({ facts: village("a") }));
      const { ctx, trialId } = await store(db, people, {
        design: "monadic",
        prototypes: ["A", "B"],
        tried: (person) => [person % 2],
        answer: (person, place, key) => (key === "liking" ? liked(person >> 1, place) : "night"),
      });
      const { tables, notes } = await ask(ctx, trialId, { question: "liking", by: [byPrototype, "village"] });
      expect(tables.map(({ about, total }) => [about, total.n])).toEqual([
        ["101", 40],
        [null, 80],
      ]);
      expect(tables[1]!.points[0]!.kind).toBe("prototypes");
      expect(lettersIn(tables[1]!)).toEqual(["", "A"]);
      expect(notes.some(({ en }) => en.includes("McNemar"))).toBe(false);
    }),
  );
});

describe("a weighted crosstab", () => {
  const people = [
    ...group(60, { village: "a", sex: "female" }, 48),
    ...group(20, { village: "a", sex: "male" }, 4),
    ...group(40, { village: "b", sex: "male" }, 8),
  ];

  it(
    "is what is shown first where the report is weighted, with its effective bases, and can be switched off",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, people);
      await weigh(ctx, trialId, "sex", { female: "25", male: "75" });
      const table = await one(ctx, trialId);
      // Weights 1/2 and 3/2: in village a (30 · .8 + 30 · .2) / 60 say morning, and n_eff = 60² / (60 / 4 + 20 · 9 / 4) = 60.
      expect(table.rows[0]!.points[0]!.cells[0]).toMatchObject({ count: 52, letters: "B" });
      expect(table.rows[0]!.points[0]!.cells[0]!.value).toBeCloseTo(0.5, 6);
      expect(table.points[0]!.columns[0]!.effectiveN).toBeCloseTo(60, 4);
      const plain = await one(ctx, trialId, { weights: "off" });
      expect(plain.rows[0]!.points[0]!.cells[0]!.value).toBeCloseTo(52 / 80, 9);
      expect(plain.total.effectiveN).toBeNull();
    }),
  );

  it(
    "counts people of weight zero for nothing, and gives a group of them no share",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, people);
      await weigh(ctx, trialId, "sex", { female: "0", male: "100" });
      const table = await one(ctx, trialId, { by: ["sex", "village"] });
      expect(table.points[0]!.columns.map(({ key, n, effectiveN }) => [key, n, Math.round(effectiveN!)])).toEqual([
        ["female", 60, 0],
        ["male", 60, 60],
      ]);
      expect(table.rows[0]!.points[0]!.cells.map(({ count, value }) => [count, value])).toEqual([
        [48, null],
        [12, 0.2],
      ]);
      expect(JSON.stringify(table)).not.toContain("NaN");
    }),
  );

  it(
    "is not shown where weights leave less than thirty percent of the base",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(100, { village: "a", sex: "female" }, 50), ...group(10, { village: "b", sex: "male" }, 5)]);
      await weigh(ctx, trialId, "sex", { female: "5", male: "95" }, null);
      const { spec, tables, notes, weights } = await ask(ctx, trialId);
      expect([weights.state, spec!.isWeighted, tables[0]!.total.effectiveN]).toEqual(["refused", false, null]);
      expect(notes.some(({ en }) => en.startsWith("The weights are too uneven"))).toBe(true);
    }),
  );
});

describe("a crosstab inside a segment", () => {
  const segment = (ctx: Ctx, trialId: number, fact: string, ...values: string[]) =>
    saveSegment(ctx, { trialId, name: values.join(" "), boxes: values.map((value) => boxOf({ kind: "fact", of: fact }, value)) });

  it(
    "counts the people of the segment only, weighted or not",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [
        ...group(30, { village: "a", sex: "female" }, 30),
        ...group(30, { village: "b", sex: "female" }, 0),
        ...group(60, { village: "a", sex: "male" }, 0),
        ...group(20, { village: "b", sex: "male" }, 20),
      ]);
      const table = await one(ctx, trialId, { segmentId: await segment(ctx, trialId, "sex", "female") });
      expect(table.rows[0]!.points[0]!.cells.map(({ count, value }) => [count, value])).toEqual([
        [30, 1],
        [0, 0],
      ]);
      expect(table.total.n).toBe(60);
    }),
  );

  it.each([
    [4, [] as string[]],
    [5, ["a", "b"]],
  ])("in which a column holds all but %i of its people shows %j", (outside, shown) =>
    rolledBack(async (db) => {
      // The column of a, seen by everybody, minus the column of a in the segment are those outside.
      const { ctx, trialId } = await store(db, [
        ...group(30, { village: "a", city: "Bogor" }, 10),
        ...group(outside, { village: "a", city: "Depok" }, 1),
        ...group(30, { village: "b", city: "Bogor" }, 10),
        ...group(30, { village: "b", city: "Depok" }, 10),
      ]);
      const table = await one(ctx, trialId, { segmentId: await segment(ctx, trialId, "city", "Bogor") });
      expect(keysOf(table)).toEqual(shown);
    })(),
  );

  it(
    "is not shown at all where the segment itself would tell somebody apart",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(60, { village: "a", city: "Bogor" }, 10), ...group(3, { village: "b", city: "Depok" }, 1)]);
      expect(await one(ctx, trialId, { segmentId: await segment(ctx, trialId, "city", "Bogor") })).toMatchObject({
        state: "too_small",
        points: [],
        rows: [],
        total: { n: 0 },
      });
    }),
  );

  it(
    "that nobody is in says so, and one that was removed is not found",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(30, { village: "a" }, 10), ...group(30, { village: "b" }, 10)], {
        prototypes: ["A", "B"],
        tried: () => [0],
      });
      const id = await saveSegment(ctx, { trialId, name: "B", boxes: [boxOf({ kind: "prototype", of: "" }, "202")] });
      expect((await one(ctx, trialId, { segmentId: id })).state).toBe("nobody");
      await expect(ask(ctx, trialId, { segmentId: id + 1 })).rejects.toBeInstanceOf(NotFound);
    }),
  );
});

const blockOf = (content: ReportContent) => (content.blocks.find(({ block }) => block === "crosstabs") as QuestionsBlock | undefined)?.questions ?? [];
const spec = (more: Partial<CrosstabSpec> = {}): CrosstabSpec => ({
  question: "liking",
  by: ["village"],
  prototype: "101",
  adjustment: "none",
  isWeighted: false,
  ...more,
});

describe("a crosstab in the report", () => {
  it(
    "stands in the draft and in the version with one sentence, is put in once, and can be taken out",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(40, village("a"), 40), ...group(40, village("b"), 0)]);
      await pinCrosstab(ctx, { trialId, spec: spec(), isPinned: true });
      await pinCrosstab(ctx, { trialId, spec: spec(), isPinned: true });
      const [finding, ...others] = blockOf((await getLiveReport(ctx, trialId)).content);
      expect(others).toEqual([]);
      expect(finding!.title).toEqual({ en: "A is liked clearly more by a than by b (village)", id: "A jelas lebih disukai oleh a daripada oleh b (village)" });
      expect(finding!.strength).toBe("clearly");
      expect(finding!.tables[0]!.head.map(({ en }) => en)).toEqual(["Answer", "Everybody", "a A", "b B", "p"]);
      const number = await publishReport(ctx, { trialId, segmentId: null });
      await pinCrosstab(ctx, { trialId, spec: spec(), isPinned: false });
      expect(blockOf((await getLiveReport(ctx, trialId)).content)).toEqual([]);
      const { content } = await getVersion(ctx, trialId, number);
      expect(blockOf(content)).toHaveLength(1);
      expect(content.findings.some(({ block }) => block === "crosstabs")).toBe(true);
    }),
  );

  it.each([
    [30, 16, 14, "no difference shown", "cannot-tell"],
    [200, 104, 96, "no difference shown by village", "no-difference-shown"],
  ])("of %i people a group says no more than they carry", (n, first, second, words, strength) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [...group(n, village("a"), first), ...group(n, village("b"), second)]);
      await pinCrosstab(ctx, { trialId, spec: spec({ question: "when" }), isPinned: true });
      const [finding] = blockOf((await getLiveReport(ctx, trialId)).content);
      expect(finding!.strength).toBe(strength);
      expect(finding!.title.en.includes(words)).toBe(strength === "no-difference-shown");
    })(),
  );

  it(
    "names no difference that only the choice among many rows made, though the row has its letter",
    rolledBack(async (db) => {
      // p = .045 in one of ten rows.
      const options = Array.from({ length: 10 }, (_, index) => `o${index}`);
      const { ctx, trialId } = await store(db, [...group(100, village("a"), 0), ...group(100, village("b"), 0)], {
        questions: [choice("when", "single_choice", options)],
        answer: (person) => (person < 100 ? (person < 19 ? "o0" : options[1 + (person % 9)]) : person < 109 ? "o0" : options[1 + (person % 9)]),
      });
      await pinCrosstab(ctx, { trialId, spec: spec({ question: "when" }), isPinned: true });
      const [finding] = blockOf((await getLiveReport(ctx, trialId)).content);
      expect(finding!.tables[0]!.rows[0]!.cells[1]!.text?.en).toBe("B");
      expect(finding!.strength).not.toBe("probably");
    }),
  );

  it(
    "inside a segment hides what the segment would tell apart",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [
        ...group(30, { village: "a", city: "Bogor" }, 10),
        ...group(4, { village: "a", city: "Depok" }, 1),
        ...group(30, { village: "b", city: "Bogor" }, 10),
        ...group(30, { village: "b", city: "Depok" }, 10),
      ]);
      await pinCrosstab(ctx, { trialId, spec: spec(), isPinned: true });
      const segmentId = await saveSegment(ctx, { trialId, name: "Bogor", boxes: [boxOf({ kind: "fact", of: "city" }, "Bogor")] });
      const [finding] = blockOf((await getLiveReport(ctx, trialId, segmentId)).content);
      expect(finding!.tables[0]!.head.map(({ en }) => en)).toEqual(["Answer", "Everybody"]);
      expect(finding!.notes.some(({ en }) => en.includes("2 columns are not shown"))).toBe(true);
    }),
  );

  it(
    "is one of twenty, of what there is, and for those who publish",
    rolledBack(async (db) => {
      const { ctx, trialId, cast } = await store(db, group(10, village("a"), 5), { prototypes: ["A", "B", "C", "D", "E", "F"] });
      const { prototypes } = await ask(ctx, trialId);
      const all = prototypes.flatMap(({ code }) =>
        (["none", "holm", "bonferroni", "benjamini-hochberg"] as const).map((adjustment) => spec({ prototype: code, adjustment })),
      );
      for (const each of all.slice(0, mostPinned)) await pinCrosstab(ctx, { trialId, spec: each, isPinned: true });
      await expect(pinCrosstab(ctx, { trialId, spec: all[mostPinned]!, isPinned: true })).rejects.toBeInstanceOf(Invalid);
      expect((await getReport(ctx, trialId)).report.draft.crosstabs).toHaveLength(mostPinned);
      await expect(pinCrosstab(ctx, { trialId, spec: spec({ question: "gone" }), isPinned: true })).rejects.toBeInstanceOf(Invalid);
      await expect(pinCrosstab(contextFor(db, cast.sari), { trialId, spec: spec(), isPinned: true })).rejects.toThrow();
    }),
  );
});
