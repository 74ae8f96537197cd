import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid } from "~/core/errors";
import type { Database } from "~db/client.server";
import { participants } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { weighStudy } from "../../../../tests/support/weigh-study";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getVersion } from "../queries.server";
import type { QuestionsBlock, QuestionFinding } from "../question-result";
import type { ReportContent } from "../report";
import { getWeighting } from "./save-weighting.server";

const questions = likingAndWhen;

/** Thirty women who like it (8) in the morning, ten men who do not (4) at night. */
const store = async (db: Database, more: Partial<StoredStudy> = {}) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A"],
    questions,
    people: 40,
    profile: (person) => ({ sex: person < 30 ? "female" : "male" }),
    answer: (person, _place, key) => (key === "liking" ? (person < 30 ? 8 : 4) : person < 30 ? "morning" : "night"),
    ...more,
  });
  return { trialId, ctx: contextFor(db, cast.rian), cast };
};

type Ctx = ReturnType<typeof contextFor>;

const weightedOf = (content: ReportContent): QuestionFinding[] =>
  (content.blocks.find(({ block }) => block === "weighted") as QuestionsBlock | undefined)?.questions ?? [];
const values = (finding: QuestionFinding | undefined) => finding?.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value));
const draft = async (ctx: Ctx, trialId: number) => (await getLiveReport(ctx, trialId)).content;

describe("weighted numbers", () => {
  it(
    "that are the same as without weights are not held against themselves",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "75", male: "25" } });
      const [, liking, when] = weightedOf(await draft(ctx, trialId));
      expect(liking!.title.en).toBe("Weighted, A has 7.0 in “liking”, as without weights");
      expect(when!.title.en).toBe("Weighted, “when” hardly changes");
    }),
  );

  it(
    "count every group as large as it should be, beside the unweighted ones and with their effective base",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      const [overview, liking, when] = weightedOf(await draft(ctx, trialId));
      // Weights 2/3 and 2: n_eff = 40² / (30 · 4/9 + 10 · 4) = 30.
      expect(overview!.title.en).toBe("Weighted, 40 people tell as much as 30.0 equally weighted ones (75\u00a0%)");
      const [row] = values(liking)!;
      expect(row![0]).toBe(40);
      expect(row![1]).toBeCloseTo(30, 9);
      expect(row![2]).toBeCloseTo(6, 12);
      expect(row![3]).toBe(7);
      expect(row![4]).toBeCloseTo(0.5, 12);
      expect(row![5]).toBe(0.75);
      expect(values(when)![0]![0]).toBeCloseTo(0.5, 12);
      expect(liking!.title.en).toBe("Weighted, A has 6.0 instead of 7.0 in “liking”");
    }),
  );

  it(
    "leave everything else as it was, and the report says so",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      const before = await draft(ctx, trialId);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      const after = await draft(ctx, trialId);
      const others = (content: ReportContent) => content.blocks.filter(({ block }) => block !== "weighted" && block !== "method" && block !== "base");
      expect(others(after)).toEqual(others(before));
      expect(JSON.stringify(after.blocks.find(({ block }) => block === "method"))).toContain("Unweighted are all other blocks");
    }),
  );

  it(
    "stand in a published version with their targets",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      const number = await publishReport(ctx, { trialId });
      const { content } = await getVersion(ctx, trialId, number);
      expect(content.weighting).toEqual({ targets: [{ fact: "sex", shares: { female: 50, male: 50 } }], cap: 5 });
      expect(weightedOf(content)).toHaveLength(3);
    }),
  );

  it(
    "are not shown while they are not wanted",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } }, { isUsed: false });
      expect(weightedOf(await draft(ctx, trialId))).toEqual([]);
      expect((await getWeighting(ctx, trialId)).result?.title.en).toContain("30.0");
    }),
  );
});

describe("weights that cannot be", () => {
  it.each([
    [["50", "49.8"], false],
    [["50", "49.9"], true],
    [["50", "50,0"], true],
    [["50", "50.2"], false],
    [["110", "-10"], false],
    [["fifty", "50"], false],
  ])("shares of %j are taken: %s", (shares, isTaken) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      const saved = weighStudy(ctx, trialId, { sex: { female: shares[0]!, male: shares[1]! } });
      if (isTaken) await expect(saved).resolves.toBeUndefined();
      else await expect(saved).rejects.toBeInstanceOf(Invalid);
    })(),
  );

  it(
    "say which group nobody belongs to, and give no numbers",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { profile: () => ({ sex: "female" }) });
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      const found = weightedOf(await draft(ctx, trialId));
      expect(found).toHaveLength(1);
      expect(found[0]!.title.en).toMatch(/^No weights: .* should have “.+”, but nobody who answered belongs there\./);
    }),
  );

  it(
    "of zero leave their people without a say, and prototypes that only they tried without a number",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { prototypes: ["A", "B"], design: "monadic", tried: (person) => [person < 30 ? 0 : 1] });
      await weighStudy(ctx, trialId, { sex: { female: "100", male: "" } });
      const [, liking] = weightedOf(await draft(ctx, trialId));
      const [women, men] = values(liking)!;
      expect(women!.slice(0, 2)).toEqual([30, 30]);
      expect(women![2]).toBeCloseTo(8, 12);
      expect(men!.slice(0, 3)).toEqual([10, 0, null]);
    }),
  );

  it(
    "so uneven that few people would decide are refused",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { people: 200, profile: (person) => ({ sex: person < 195 ? "female" : "male" }) });
      await weighStudy(ctx, trialId, { sex: { female: "10", male: "90" } }, { cap: null });
      const found = weightedOf(await draft(ctx, trialId));
      expect(found).toHaveLength(1);
      expect(found[0]!.title.en).toMatch(/^The weights are too uneven/);
    }),
  );

  it(
    "are held at the limit, and it is said how far the targets are missed",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { people: 100, profile: (person) => ({ sex: person < 95 ? "female" : "male" }) });
      await weighStudy(ctx, trialId, { sex: { female: "20", male: "80" } }, { cap: 3 });
      const notes = (await getWeighting(ctx, trialId)).result!.notes.map(({ en }) => en);
      expect(notes[0]).toMatch(/^Not all targets can be met/);
      // Five men at 3, ninety-five women at 85/95: 15 % instead of 80 %.
      expect(notes[0]).toContain("the largest gap is 65.0 points");
      expect(notes.slice(1).join(" ")).toMatch(/^Weights lie between 0.89 and 3.00, with a mean of 1. 5 people are held at the limit of 3/);
    }),
  );

  it(
    "come to nothing where nobody's answers count",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      await db.update(participants).set({ state: "excluded" }).where(eq(participants.trialId, trialId));
      expect(weightedOf(await draft(ctx, trialId))[0]!.title.en).toBe("No weights: nobody’s answers count.");
    }),
  );

  it(
    "do not show groups of fewer than five on their page",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { profile: (person) => ({ sex: person < 37 ? "female" : "male" }) });
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      expect((await getWeighting(ctx, trialId)).result!.tables[0]!.rows.map(({ cells }) => cells[1]!.value)).toEqual([null, null]);
    }),
  );

  it(
    "are not saved over what a colleague saved meanwhile, nor by somebody else",
    rolledBack(async (db) => {
      const { ctx, trialId, cast } = await store(db);
      await weighStudy(ctx, trialId, { sex: { female: "50", male: "50" } });
      await expect(weighStudy(ctx, trialId, { sex: { female: "40", male: "60" } }, { revision: 0 })).rejects.toBeInstanceOf(Conflict);
      await expect(weighStudy(contextFor(db, cast.sari), trialId, { sex: { female: "40", male: "60" } })).rejects.toThrow();
    }),
  );
});
