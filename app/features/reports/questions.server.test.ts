import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { everyQuestion, varied } from "../../../tests/support/every-question";
import { storeStudy, type StoredStudy } from "../../../tests/support/stored-study";
import { drawReport } from "./charts/draw-report.server";
import { reportCsv } from "./export-csv.server";
import { publishReport } from "./publish-report.server";
import { getLiveReport, getVersion } from "./queries.server";
import type { QuestionBlockName, QuestionFinding, QuestionsBlock } from "./question-result";
import type { ReportContent } from "./report";

const both = (text: string) => ({ en: text, id: text });

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
      expect(findingsOf(content, "prices")[0]!.title.en).toMatch(/^Few refuse a price between [\d,]+ and [\d,]+\u00a0IDR$/);
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
      expect(findingsOf(content, "counted")[0]!.tables[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual([0, 40, 0, 0, 0]);
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
