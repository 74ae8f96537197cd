// Every kind of question with weights, from the database to the block that shows them.
import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { everyQuestion, varied } from "../../../../tests/support/every-question";
import { storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { weighStudy } from "../../../../tests/support/weigh-study";
import { getLiveReport } from "../queries.server";
import type { QuestionFinding, QuestionsBlock, ResultTable } from "../question-result";
import type { ReportContent } from "../report";

type Study = Omit<StoredStudy, "teamId">;

/** The report of a study weighted to these shares of women and men, in percent. */
const weightedReport = async (db: Database, study: Study, female: string): Promise<{ content: ReportContent; found: QuestionFinding[] }> => {
  const cast = await createCast(db);
  const ctx = contextFor(db, cast.rian);
  const trialId = await storeStudy(db, { ...study, teamId: cast.teamId });
  await weighStudy(ctx, trialId, { sex: { female, male: String(100 - Number(female)) } }, { cap: null });
  const { content } = await getLiveReport(ctx, trialId);
  const block = content.blocks.find((each) => each.block === "weighted") as QuestionsBlock;
  return { content, found: block.questions.slice(1) };
};

const isPlain = (text: string) => /(^|, )unweighted$/i.test(text);

/** Weighted numbers with the unweighted ones that stand below or beside them. */
const besides = (table: ResultTable): { what: string; weighted: number | null; plain: number | null }[] =>
  table.rows.flatMap((row, index) => {
    if (isPlain(row.label.en)) {
      const above = table.rows[index - 1]!;
      return row.cells.map(({ value }, place) => ({ what: `${above.key} ${place}`, weighted: above.cells[place]!.value, plain: value }));
    }
    return table.head.flatMap(({ en }, place) =>
      isPlain(en) && row.key !== "n" ? [{ what: `${row.key} ${en}`, weighted: row.cells[place - 2]!.value, plain: row.cells[place - 1]!.value }] : [],
    );
  });

const numbersOf = (found: readonly QuestionFinding[]) =>
  found.flatMap(({ key, tables }) => tables.flatMap((table) => besides(table).map((each) => ({ ...each, what: `${key} ${each.what}` }))));

/** 44 of eighty, in step with none of the answers. */
const isWoman = (person: number) => person % 5 < 2 || person % 4 === 3;

const study: Study = {
  prototypes: ["Citra", "Segar", "Alami"],
  people: 80,
  questions: everyQuestion,
  profile: (person) => ({ sex: isWoman(person) ? "female" : "male" }),
  answer: varied,
};

const expectSound = (content: ReportContent) => {
  const text = JSON.stringify(content);
  expect(text).not.toMatch(/NaN|Infinity|∞|undefined|segments\.|\{[a-z]+\}/);
};

const closed = everyQuestion
  .map(({ key, type }) => ({ key, type }))
  .filter(({ type }) => !["date_time", "usage_log", "open_text", "photo", "attention", "information", "consent"].includes(type));

describe("the weighted numbers of every kind of question", () => {
  it(
    "stand beside the unweighted ones, with their effective bases and a sentence in both languages",
    rolledBack(async (db) => {
      const { content, found } = await weightedReport(db, study, "75");
      expectSound(content);
      expect(new Set(found.map(({ key }) => key.split(":")[0]))).toEqual(new Set(closed.map(({ key }) => key)));
      for (const { key, title, tables, method } of found) {
        const own = tables.flatMap(besides);
        expect(own.filter(({ weighted, plain }) => weighted !== null && plain !== null).length, key).toBeGreaterThan(0);
        expect(
          own.some(({ weighted, plain }) => Math.abs(weighted! - plain!) > 1e-9),
          key,
        ).toBe(true);
        expect(JSON.stringify(tables), key).toContain("Effective base");
        expect(title.en, key).toMatch(/eighted/);
        expect(title.id, key).toMatch(/bobot/i);
        expect(method.en).not.toBe(method.id);
      }
    }),
  );

  it(
    "are the unweighted ones where everybody weighs the same, and so is every comparison",
    rolledBack(async (db) => {
      const { content, found } = await weightedReport(db, study, "55");
      const numbers = numbersOf(found);
      expect(numbers.length).toBeGreaterThan(100);
      for (const { what, weighted, plain } of numbers) {
        // Below an effective base of thirty a score has only counts; here all bases are eighty.
        if (plain === null) expect(weighted, what).toBeNull();
        else expect(weighted, what).toBeCloseTo(plain, 12);
      }
      const block = (name: string) => (content.blocks.find((each) => each.block === name) as QuestionsBlock).questions;
      const promoters = block("net_promoter")[0]!;
      const weightedScore = found.find(({ key }) => key === "recommend")!;
      // A pair that nobody tells apart is no test in that block and p = 1 here, so families and with them p may differ.
      for (const { key, cells } of promoters.tables[1]!.rows) {
        const own = weightedScore.tables[1]!.rows.find((row) => row.key === key)!;
        expect(own.cells[0]!.value).toBeCloseTo(cells[0]!.value!, 9);
      }
      expect(weightedScore.strength).toBe(promoters.strength);
      // One pair of prototypes was compared: the exact test, as unweighted.
      const preferred = block("preference")[0]!;
      expect(found.find(({ key }) => key === "pair")!.strength).toBe(preferred.strength);
    }),
  );

  it(
    "are those of as many people as the weights say",
    rolledBack(async (db) => {
      // Each man twice and each woman once: 72 and 44.
      const female = String((100 * 44) / 116);
      const { found } = await weightedReport(db, study, female);
      const persons = Array.from({ length: 80 }, (_, person) => person).flatMap((person) => (isWoman(person) ? [person] : [person, person]));
      const { found: repeated } = await weightedReport(
        db,
        {
          ...study,
          people: persons.length,
          profile: (index) => study.profile!(persons[index]!),
          answer: (index, prototype, key) => varied(persons[index]!, prototype, key),
        },
        female,
      );
      const wanted = new Map(numbersOf(repeated).map(({ what, plain }) => [what, plain]));
      const numbers = numbersOf(found).filter(({ weighted }) => weighted !== null);
      expect(numbers.length).toBeGreaterThan(100);
      for (const { what, weighted } of numbers) expect(weighted, what).toBeCloseTo(wanted.get(what)!, 9);
    }),
  );

  it(
    "never rest on more people than there are: sixty who count for a few carry a lower word than sixty who count alike",
    rolledBack(async (db) => {
      const liking = everyQuestion.filter(({ key }) => key === "liking");
      const made: Study = {
        ...study,
        prototypes: ["A", "B"],
        people: 60,
        questions: liking,
        profile: (person) => ({ sex: person < 12 ? "female" : "male" }),
        answer: (person, prototype) => 5 + (person % 3) + (prototype === 1 && person % 4 === 0 ? 1 : 0),
      };
      const even = (await weightedReport(db, made, "20")).found[0]!;
      const uneven = (await weightedReport(db, made, "75")).found[0]!;
      const row = (finding: QuestionFinding) => finding.tables[0]!.rows[0]!;
      expect(row(even).cells[1]!.value).toBe(60);
      expect(row(even).isLow).toBe(false);
      expect(row(uneven).cells[1]!.value).toBeLessThan(30);
      expect(row(uneven).isLow).toBe(true);
      expect(even.strength).toBe("clearly");
      expect(uneven.strength).not.toBe("clearly");
    }),
  );
});

/** The second is liked two points more, not by everybody by the same. */
const apart = (person: number, prototype: number): number => 4 + ((person + prototype * (person % 4)) % 3) + (prototype === 1 ? (person % 5 ? 2 : 1) : 0);

it(
  "a long list of pairs is there to be opened, and letters stand beside the numbers",
  rolledBack(async (db) => {
    const made: Study = { ...study, prototypes: ["A", "B", "C", "D", "E", "F"], questions: everyQuestion.filter(({ key }) => key === "liking"), answer: apart };
    const [liking] = (await weightedReport(db, made, "75")).found;
    expect(liking!.tables).toHaveLength(1);
    expect(liking!.others!.map(({ rows }) => rows.length)).toEqual([15, 15]);
    expect(liking!.tables[0]!.rows.map(({ cells }) => cells[2]!.text!.en)).toEqual(["b", "a", "b", "b", "b", "b"]);
    expect(liking!.title.en).toMatch(/^Weighted, “liking” is clearly higher for B than for [A-F]: [\d.]+ against [\d.]+ \(5 of 15 pairs differ\)$/);
  }),
);

describe("weighted numbers of few people", () => {
  it(
    "say how many answered and nothing of what they weigh, below five",
    rolledBack(async (db) => {
      const made: Study = { ...study, prototypes: ["A", "B", "C"], design: "monadic", tried: (person) => [person < 4 ? 0 : 1] };
      const { content, found } = await weightedReport(db, made, "75");
      expectSound(content);
      const rows = found.find(({ key }) => key === "liking")!.tables[0]!.rows;
      expect(rows.map(({ cells }) => cells[0]!.value)).toEqual([4, 76, 0]);
      expect(rows[0]!.cells[1]!.value).toBeNull();
      expect(rows[0]!.cells[2]!.value).toBeNull();
      expect(rows[0]!.cells[3]!.value).not.toBeNull();
      // Nobody tried the third.
      expect(rows[2]!.cells.slice(1).map(({ value }) => value)).toEqual([0, null, null, null, null]);
      const base = content.blocks.find((block) => block.block === "base")!;
      expect(base.prototypes.map(({ effectiveN }) => effectiveN === null)).toEqual([true, false, false]);
    }),
  );

  it.each([
    ["one respondent", { ...study, people: 1, profile: () => ({ sex: "female" }) }, "100"],
    ["nobody's answers", { ...study, answer: () => null }, "75"],
    ["questions that were never asked", { ...study, answer: () => undefined }, "75"],
    ["everybody of one mind", { ...study, answer: (_person: number, prototype: number, key: string) => varied(0, prototype, key) }, "75"],
    ["people whose group weighs nothing", { ...study, design: "monadic" as const, tried: (person: number) => [isWoman(person) ? 0 : 1] }, "100"],
    ["answers about no prototype", { ...study, tried: () => [null] }, "75"],
  ])("%s: the report says what can be said", (_who, made, female) =>
    rolledBack(async (db) => {
      const { content, found } = await weightedReport(db, made, female);
      expectSound(content);
      expect(found.length).toBeGreaterThanOrEqual(closed.length);
      for (const { strength, tables, key } of found) {
        // What nobody varies on cannot be told apart.
        if (tables.every(({ rows }) => rows.length === 0)) expect(strength, key).not.toBe("clearly");
      }
    })(),
  );
});
