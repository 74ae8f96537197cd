// A study may ask about no prototype at all: what people said is reported all the same, and compared with nothing.
import { describe, expect, it } from "vitest";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { computeReport } from "./compute-report.server";
import { findTrialFacts, loadReportData } from "./data.server";
import { emptyDraft, everybody } from "./report";

const map = {
  format: 1,
  team: "Home care",
  product: { name: "Tea" },
  trial: { name: "Habits" },
  design: "monadic",
  respondent: { column: "who" },
  questions: [
    {
      key: "agree",
      type: "matrix",
      text: "Agree?",
      rows: [
        { value: "a", label: "A", column: "A" },
        { value: "b", label: "B", column: "B" },
      ],
      points: 5,
    },
    { key: "cups", type: "number", text: "How many cups a day?", column: "N", config: { unit: "cups", min: 0, max: 100 } },
    { key: "liking", type: "rating", text: "How do you like tea?", column: "L", config: { min: 1, max: 9, measures: "overall_liking", topBoxes: [8, 9] } },
    { key: "again", type: "rating", text: "Recommend?", column: "R", config: { preset: "nps11", min: 0, max: 10 } },
  ],
  source: { title: "Tea", attribution: "us", licence: "ours" },
};
const people = 40;
const csv = [
  "who,A,B,N,L,R",
  ...Array.from({ length: people }, (_, person) => [`r${person}`, 1 + (person % 5), 3, person % 4, 7 + (person % 3), person % 11].join(",")),
];

describe("questions about no prototype", () => {
  it(
    "have their means, with everybody who answered and no comparison",
    rolledBack(async (db) => {
      const ctx = contextFor(db, (await createCast(db)).rian);
      const lines = (async function* () {
        yield Buffer.from(csv.join("\n"));
      })();
      const { trialId, problems } = await importTrial(ctx, { map: JSON.stringify(map), csv: lines, dryRun: false });
      expect(problems.shown).toEqual([]);
      const { blocks, findings } = await computeReport(ctx, await loadReportData(ctx, await findTrialFacts(ctx, trialId!)), emptyDraft, null);
      const questions = blocks.flatMap((block) => ("questions" in block && block.block !== "quotations" ? block.questions : []));
      const [agree, cups, again] = ["agree", "cups", "again"].map((key) => questions.find((question) => question.key === key)!);
      expect(agree!.n).toBe(people);
      expect(agree!.tables[0]!.head.map(({ en }) => en)).toEqual(["Attribute", "Everybody", "p"]);
      expect(agree!.tables[0]!.rows.map(({ cells }) => cells[0]!.value)).toEqual([3, 3]);
      expect(agree!.title.en).not.toContain("nobody");
      expect(agree!.method.en).toBe("The question is about no prototype, so there is nothing to compare.");
      expect(cups!.title).toEqual({ en: "“How many cups a day”: 1.5 on average", id: "“How many cups a day”: rata-rata 1,5" });
      expect(again!.title.en).toMatch(/^Everybody has a net promoter score of/);
      const liking = blocks.find((block) => block.block === "liking")!;
      expect("ratings" in liking && liking.ratings[0]!.rows).toMatchObject([{ code: everybody, n: people }]);
      expect(findings.map(({ text }) => text.en)).toContain("Liking is 8.0 out of 9");
    }),
  );
});
