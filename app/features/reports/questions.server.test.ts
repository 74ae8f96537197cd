import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { storeStudy, type StoredStudy } from "../../../tests/support/stored-study";
import { drawReport } from "./charts/draw-report.server";
import { reportCsv } from "./export-csv.server";
import { publishReport } from "./publish-report.server";
import { getLiveReport, getVersion } from "./queries.server";
import type { QuestionBlockName, QuestionFinding, QuestionsBlock } from "./question-result";
import type { ReportContent } from "./report";

const both = (text: string) => ({ en: text, id: text });
const items = (...values: string[]) => values.map((value) => ({ value, label: both(value) }));
const options = (...values: string[]) => values.map((value) => ({ value, label: both(value), screening: "neutral" }));

type Study = Omit<StoredStudy, "teamId">;

const reportOf = async (db: Database, study: Study): Promise<{ trialId: number; content: ReportContent }> => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, { ...study, teamId: cast.teamId });
  const { content } = await getLiveReport(contextFor(db, cast.rian), trialId);
  return { trialId, content };
};

const findingsOf = (content: ReportContent, name: QuestionBlockName): QuestionFinding[] =>
  (content.blocks.find(({ block }) => block === name) as QuestionsBlock | undefined)?.questions ?? [];

/** No number that means nothing, anywhere a reader could meet it. */
const expectSound = (content: ReportContent) => {
  const visit = (value: unknown): void => {
    if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === "object") Object.values(value).forEach(visit);
  };
  visit(content);
  visit(drawReport(content));
  expect(JSON.stringify(content)).not.toMatch(/NaN|Infinity|∞|undefined/);
  expect(reportCsv(content)).not.toMatch(/NaN|Infinity|undefined/);
};

const everyQuestion: Study["questions"] = [
  {
    key: "liking",
    type: "rating",
    config: { preset: "hedonic9", min: 1, max: 9, highIsGood: true, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" },
  },
  {
    key: "recommend",
    type: "rating",
    config: { preset: "nps11", min: 0, max: 10, highIsGood: true, topBoxes: [9, 10], bottomBoxes: [0, 1, 2, 3, 4, 5, 6], measures: "attribute" },
  },
  {
    key: "scent",
    type: "rating",
    config: { preset: "custom", min: 1, max: 7, highIsGood: true, topBoxes: [6, 7], bottomBoxes: [1, 2], measures: "attribute" },
  },
  { key: "foam", type: "rating", config: { preset: "custom", min: 1, max: 7, highIsGood: true, topBoxes: [6, 7], bottomBoxes: [1, 2], measures: "attribute" } },
  { key: "strength", type: "just_about_right", config: { points: 5, attribute: both("strong") } },
  { key: "pair", type: "paired_preference", config: { between: "samples", sides: [], allowsNone: true, asksStrength: false } },
  { key: "when", type: "single_choice", config: { options: options("morning", "night"), allowOther: true } },
  { key: "uses", type: "multiple_choice", config: { options: options("hands", "dishes", "none") } },
  { key: "words", type: "cata", config: { terms: items("fresh", "sharp", "soft"), allowsNone: true } },
  { key: "rated", type: "rata", config: { terms: items("fresh", "sharp") } },
  { key: "order", type: "ranking", config: { items: items("scent", "price", "foam"), top: null } },
  { key: "best", type: "maxdiff", config: { items: items("a", "b", "c", "d"), perTask: 4, tasks: 3, versions: 1, seed: 1, most: both("m"), least: both("l") } },
  { key: "agree", type: "matrix", config: { rows: items("cleans", "lasts"), points: 5, labels: {} } },
  { key: "opposite", type: "semantic_differential", config: { pairs: [{ value: "modern", low: both("old"), high: both("modern") }], mixesSides: true } },
  { key: "slide", type: "slider", config: { min: 0, max: 100, step: 1, low: both("l"), high: both("h") } },
  { key: "amount", type: "number", config: { unit: both("ml"), min: 0, max: 500, step: 1, screening: null } },
  { key: "points", type: "constant_sum", config: { items: items("scent", "price"), total: 100 } },
  { key: "refill", type: "kano", config: { feature: both("A refill"), asksImportance: false } },
  { key: "price", type: "price_sensitivity", config: { currency: "IDR", most: 1_000_000 } },
  { key: "day", type: "date_time", config: { asks: "date", earliest: null, latest: null } },
  { key: "log", type: "usage_log", config: { maxRows: 3, unit: null, contexts: [], asksProblem: true } },
  { key: "why", type: "open_text", config: { maxLength: 10_000, minLength: 0, offersIdea: false } },
  { key: "picture", type: "photo", config: { max: 1 } },
  { key: "check", type: "attention", config: { expected: 5 } },
  { key: "told", type: "information", config: { body: both("x") } },
  { key: "ok", type: "consent", config: { statement: both("x"), mustAgree: false } },
];

/** Answers that vary between people and prototypes; B is better in everything. */
const varied = (person: number, prototype: number, key: string): unknown => {
  const noise = (person * 7 + key.length * 3) % 5;
  const better = prototype === 1;
  switch (key) {
    case "liking":
      return Math.min(9, 4 + (noise % 3) + (better ? 2 : 0));
    case "recommend":
      return Math.min(10, 5 + noise + (better ? 1 + (person % 2) : 0));
    case "scent":
      return 2 + (((person * 7 + 18) % 5) % 3) + (better ? 2 : 0);
    case "foam":
      return 2 + ((person * 3) % 5);
    case "strength":
      return 1 + ((person + prototype) % 5);
    case "pair":
      return better
        ? { choice: person % 10 === 0 ? "none" : person % 4 === 0 ? "101" : "202", left: person % 2 ? "101" : "202", right: person % 2 ? "202" : "101" }
        : undefined;
    case "when":
      return person % 9 === 0 ? "other:after sport" : (person + prototype) % 3 ? "morning" : "night";
    case "uses":
      return better && person % 3 ? ["hands", "dishes"] : ["hands"];
    case "words":
      return person % 8 === 0 ? ["none"] : better && person % 5 ? ["fresh", "soft"] : person % 4 ? ["sharp"] : ["fresh", "sharp"];
    case "rated":
      return { fresh: better ? 2 + (person % 2) : person % 2, sharp: person % 3 };
    case "order":
      return person % 4 ? ["price", "scent", "foam"] : person % 8 ? ["scent", "price", "foam"] : ["foam"];
    case "best":
      return [
        { shown: ["a", "b", "c", "d"], best: person % 4 ? "a" : "b", worst: person % 3 ? "d" : "c" },
        { shown: ["a", "b", "c", "d"], best: person % 5 ? "a" : "d", worst: person % 2 ? "c" : "b" },
        { shown: ["a", "b", "c", "d"], best: person % 6 ? "b" : "c", worst: person % 7 ? "d" : "a" },
      ];
    case "agree":
      return { cleans: 1 + ((person + (better ? 2 : 0)) % 5), lasts: 1 + (person % 5) };
    case "opposite":
      return { modern: ((person + prototype) % 7) - 3 };
    case "slide":
      return (person * 13 + prototype * 20) % 101;
    case "amount":
      return 10 + (person % 20);
    case "points":
      return { scent: 40 + (person % 30), price: 60 - (person % 30) };
    case "refill":
      return { functional: person % 5 ? 1 : 3, dysfunctional: person % 4 ? 5 : 3 };
    case "price":
      return {
        too_cheap: 2000 + (person % 6) * 500,
        cheap: 6000 + (person % 5) * 700,
        expensive: 12_000 + (person % 7) * 900,
        too_expensive: 20_000 + (person % 4) * 1500,
      };
    case "day":
      return "2026-11-02";
    case "log":
      return [{ at: "2026-11-02T07:00", problem: "none" }];
    case "why":
      return "Wangi";
    case "check":
      return person % 11 ? 5 : 2;
    case "ok":
      return "yes";
    default:
      return undefined;
  }
};

describe("every question that was asked", () => {
  it(
    "stands in a block of its kind, and what has no analysis is counted",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, { prototypes: ["A", "B"], people: 60, questions: everyQuestion, answer: varied });
      expectSound(content);
      const named = JSON.stringify(content.blocks);
      for (const { key, type } of everyQuestion) if (type !== "information") expect(named, key).toContain(key === "refill" ? "A refill" : `"${key}"`);
      expect(findingsOf(content, "counted").map(({ key }) => key)).toEqual(["day", "log", "picture", "check", "ok"]);
      expect(findingsOf(content, "preference")[0]).toMatchObject({
        title: { en: "People clearly prefer B to A", id: "Orang jelas lebih memilih B daripada A" },
        strength: "clearly",
        n: 60,
      });
      expect(findingsOf(content, "net_promoter")[0]).toMatchObject({ strength: "clearly", title: { en: "B would clearly be recommended more than A" } });
      expect(findingsOf(content, "choices_compared").map(({ title }) => title.en)[1]).toBe("“uses”: “dishes” is said of B clearly more often than of A");
      expect(findingsOf(content, "check_all")[0]!.title.en).toMatch(/^“words”: “(fresh|soft|sharp)” is said of [AB] clearly more often/);
      expect(findingsOf(content, "ranking")[0]!.title.en).toBe("“order”: price is clearly ranked ahead of 2 of the 2 others");
      expect(findingsOf(content, "kano")[0]!.n).toBe(60);
      expect(findingsOf(content, "prices")[0]!.title.en).toMatch(/^Few refuse a price between [\d,]+ and [\d,]+ IDR$/);
      expect(findingsOf(content, "drivers")[0]!.title.en).toContain("scent");
      expect(findingsOf(content, "profiles").map(({ key }) => key)).toEqual(["rated", "agree", "opposite", "slide", "amount", "points"]);
      expect(JSON.stringify(content)).not.toContain("after sport");
    }),
  );

  it(
    "is in a published version as it was, whatever is answered later",
    rolledBack(async (db) => {
      const { trialId, content } = await reportOf(db, { prototypes: ["A", "B"], people: 40, questions: everyQuestion, answer: varied });
      const number = await publishReport(contextFor(db), { trialId });
      expect((await getVersion(contextFor(db), trialId, number)).content).toEqual(JSON.parse(JSON.stringify(content)));
    }),
  );
});

describe("answers that say little", () => {
  const withAnswers = (study: Partial<Study>): Study => ({ prototypes: ["A", "B"], people: 40, questions: everyQuestion, answer: varied, ...study });

  it(
    "of nobody are said to be of nobody",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ people: 0 }));
      expectSound(content);
      expect(findingsOf(content, "choices_compared")[0]!.title.en).toBe("“when”: nobody has answered");
    }),
  );

  it(
    "of one person are counted and never a percentage",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ people: 1 }));
      expectSound(content);
      for (const block of content.blocks) {
        if (!("questions" in block) || block.block === "quotations") continue;
        for (const question of block.questions) {
          expect(question.strength === null || question.strength === "cannot-tell", question.title.en).toBe(true);
          for (const table of question.tables)
            for (const row of table.rows) for (const cell of row.cells) if (cell.kind === "share") expect(cell.value).toBeNull();
        }
      }
    }),
  );

  it(
    "that are all the same show no difference that is not there",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ answer: (_person, prototype, key) => varied(3, key === "pair" ? prototype : 0, key) }));
      expectSound(content);
      expect(findingsOf(content, "net_promoter")[0]!.strength).not.toBe("clearly");
      expect(findingsOf(content, "choices_compared")[0]!.strength).toBe("no-difference-shown");
    }),
  );

  it(
    "about a prototype that nobody tried leave it out of every comparison",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ prototypes: ["A", "B", "C"], tried: () => [0, 1] }));
      expectSound(content);
      expect(findingsOf(content, "net_promoter")[0]!.title.en).toBe("B would clearly be recommended more than A");
    }),
  );

  it(
    "that are all missing are counted as missing",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ answer: () => null }));
      expectSound(content);
      expect(findingsOf(content, "counted")[0]!.tables[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual([0, 40, 0, 0]);
    }),
  );

  it(
    "of different people are compared between people",
    rolledBack(async (db) => {
      const { content } = await reportOf(db, withAnswers({ design: "monadic", people: 120, tried: (person) => [person % 2] }));
      expectSound(content);
      expect(findingsOf(content, "choices_compared")[1]!.method.en).toContain("Different people");
      expect(findingsOf(content, "net_promoter")[0]!.method.en).toContain("Different people");
    }),
  );

  it(
    "with 300 options, ten thousand characters, right-to-left text and emoji stay readable",
    rolledBack(async (db) => {
      const words = ["نظيف جدا", "👩‍👩‍👧‍👦 family", "‮reversed", ...Array.from({ length: 297 }, (_, index) => `option ${index}`)];
      const questions: Study["questions"] = [
        {
          key: "many",
          type: "multiple_choice",
          text: "أي كلمة؟ 😀",
          config: { options: words.map((word, index) => ({ value: `o${index}`, label: both(word), screening: "neutral" })) },
        },
        { key: "why", type: "open_text", config: { maxLength: 10_000, minLength: 0, offersIdea: false } },
      ];
      const { content } = await reportOf(db, {
        prototypes: ["A", "B"],
        people: 40,
        questions,
        answer: (person, prototype, key) => (key === "why" ? "💧".repeat(5000) : [`o${(person + prototype) % 300}`, `o${(person * 7) % 300}`]),
      });
      expectSound(content);
      expect(findingsOf(content, "choices_compared")[0]!.tables[0]!.rows).toHaveLength(301);
    }),
  );
});
