import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { applications, participants, waves } from "~db/schema/index";
import { asc, eq } from "drizzle-orm";
import { createCast, createPerson } from "../../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { publishReport } from "../publish-report.server";
import { getReport } from "../queries.server";
import { setExclusion } from "../set-exclusion.server";
import { compareVersions } from "./compare-versions.server";
import { compareWaves } from "./compare-waves.server";

const both = (text: string) => ({ en: text, id: text });
const questions: StoredStudy["questions"] = [...likingAndWhen, { key: "scent", type: "just_about_right", config: { points: 5, attribute: both("strong") } }];

/** People of the waves one after the other; wave 2 likes A two points more. */
const store = async (db: Database, sizes: number[], shift = 2) => {
  const cast = await createCast(db);
  const waveOf = sizes.flatMap((n, index) => Array.from({ length: n }, () => index + 1));
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    questions,
    people: waveOf.length,
    answer: (person, place, key) => {
      if (key === "when") return person % 2 ? "morning" : "night";
      if (key === "scent") return 1 + (person % 5);
      return 4 + (person % 3) + (waveOf[person] === 2 && place === 0 ? shift : 0);
    },
  });
  const people = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId)).orderBy(asc(participants.id));
  const log = { algorithm: "test", cells: [], entries: [] };
  const drawn = await db
    .insert(waves)
    .values(sizes.map((places, index) => ({ trialId, number: index + 1, seed: "s", places, log, drawnAt: noon })))
    .returning();
  for (const [index, { id }] of people.entries()) {
    const person = await createPerson(db, `Wave ${index}`);
    const [application] = await db
      .insert(applications)
      .values({ trialId, personId: person.id, state: "accepted", waveId: drawn[waveOf[index]! - 1]!.id, createdAt: noon })
      .returning();
    await db.update(participants).set({ applicationId: application!.id }).where(eq(participants.id, id));
  }
  return { trialId, cast, ctx: contextFor(db, cast.rian), people };
};

describe("waves of a trial", () => {
  it(
    "are compared as independent groups, question by question, in one sentence",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [30, 30]);
      const { waves: shown, findings } = await compareWaves(ctx, trialId);
      expect(shown).toEqual([
        { number: 1, people: 30 },
        { number: 2, people: 30 },
      ]);
      expect(findings.map(({ title }) => title.en)).toEqual([
        "In “liking” wave 2 clearly lies above wave 1 (A)",
        "Cannot tell whether waves differ in “when”",
        "Cannot tell whether waves differ in “scent”",
      ]);
      // Both waves vary alike: 4, 5, 6 ten times each, so t = −2 / sqrt(2 · (20/29) / 30).
      const [pair] = findings[0]!.tables[1]!.rows;
      expect(pair!.cells[0]!.value).toBeCloseTo(-2, 12);
      expect(findings[0]!.tables[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual([5, 30, 7, 30]);
    }),
  );

  it.each([
    [4, 2, 0],
    [5, 0, 2],
  ])("of %i people beside a larger one: %i are hidden, %i shown", (n, hidden, shown) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [30, n]);
      const compared = await compareWaves(ctx, trialId);
      expect(compared.waves).toHaveLength(shown);
      expect(compared.hidden).toBe(hidden);
    })(),
  );

  it(
    "with fewer than ten people are neither tested nor given shares",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [30, 9]);
      const { findings } = await compareWaves(ctx, trialId);
      expect(findings[0]!.title.en).toBe("Too few people to compare waves: “liking”");
      expect(findings[1]!.tables[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual([0.5, 30, null, 9]);
    }),
  );
});

describe("versions of a report", () => {
  it(
    "are shown side by side, with the sentences that read differently and the numbers that changed",
    rolledBack(async (db) => {
      const { ctx, trialId, cast, people } = await store(db, [30, 30]);
      await publishReport(ctx, { trialId });
      await setExclusion(contextFor(db, cast.dewi), { trialId, participantId: people[59]!.id, isExcluded: true, reason: "twice" });
      await publishReport(ctx, { trialId });
      const { report } = await getReport(ctx, trialId);
      const { chosen } = await compareVersions(ctx, trialId, report.id, { from: null, to: null });
      expect(chosen).toMatchObject({ from: { number: 1, people: 60 }, to: { number: 2, people: 59 } });
      const base = chosen!.changes.tables.find(({ key }) => key === "base")!;
      expect(base.rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toEqual([
        ["people", 60, 59, -1],
        ["responses", 120, 118, -2],
        ["excluded", 0, 1, 1],
      ]);
      const liking = chosen!.changes.tables.find(({ key }) => key === "liking liking")!;
      expect(liking.rows.find(({ key }) => key === "101 n")!.cells.map(({ value }) => value)).toEqual([60, 59, -1]);
      // The mean of sixty moves by less than its one decimal shows: that is counted, and not listed as if it read differently.
      expect(liking.rows.find(({ key }) => key === "101 mean")).toBeUndefined();
      expect(chosen!.changes.belowShown).toBeGreaterThan(0);
    }),
  );

  it(
    "that are equal say so",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [10]);
      await publishReport(ctx, { trialId });
      const { report } = await getReport(ctx, trialId);
      expect((await compareVersions(ctx, trialId, report.id, { from: null, to: null })).chosen).toBeNull();
      const { chosen } = await compareVersions(ctx, trialId, report.id, { from: 1, to: 1 });
      expect(chosen!.changes).toMatchObject({ changed: 0, findings: [], tables: [] });
    }),
  );
});
