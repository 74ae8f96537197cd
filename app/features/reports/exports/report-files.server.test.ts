import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { participants, reportFiles } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../../tests/support/database";
import { storeStudy } from "../../../../tests/support/stored-study";
import { publishReport } from "../publish-report.server";
import { exportReport } from "./export-report.server";
import { askForFile, forgetReportFiles, makeReportFile, stateOfFile } from "./report-files.server";

const published = async (db: Database) => {
  const cast = await createCast(db);
  const config = { preset: "hedonic9", min: 1, max: 9, highIsGood: true, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" };
  const questions = [{ key: "liking", type: "rating", config }];
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    people: 30,
    questions,
    answer: (person, place) => 3 + ((person + place) % 5),
  });
  await publishReport(contextFor(db), { trialId });
  return { ctx: contextFor(db, cast.rian), wanted: { trialId, number: 1, locale: "en" as const }, cast };
};
const jobsOf = async (db: Database) =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'make-report-file'`))[0]!.n;

describe("a document of a version", () => {
  it(
    "is asked for once, made by the worker, and then the same bytes for everybody",
    rolledBack(async (db) => {
      const { ctx, wanted } = await published(db);
      const pdf = { ...wanted, format: "pdf" };
      expect(await exportReport(ctx, pdf)).toBeNull();
      await askForFile(ctx, pdf);
      await askForFile(ctx, pdf);
      expect(await jobsOf(db)).toBe(1);
      expect((await stateOfFile(ctx, pdf)).state).toBe("asked");
      const [row] = await db.select({ id: reportFiles.id }).from(reportFiles);
      await makeReportFile(contextFor(db), { fileId: row!.id });
      expect((await stateOfFile(ctx, pdf)).state).toBe("made");
      const file = await exportReport(ctx, pdf);
      expect(
        Buffer.from(file!.body as Uint8Array)
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      expect((await stateOfFile(ctx, { ...pdf, locale: "id" })).state).toBe("absent");
    }),
    30_000,
  );

  it(
    "with answers is made anew once somebody has withdrawn",
    rolledBack(async (db) => {
      const { ctx, wanted } = await published(db);
      const xlsx = { ...wanted, format: "xlsx" };
      await askForFile(ctx, xlsx);
      const [row] = await db.select({ id: reportFiles.id }).from(reportFiles);
      await makeReportFile(contextFor(db), { fileId: row!.id });
      expect((await stateOfFile(ctx, xlsx)).state).toBe("made");
      await db
        .update(participants)
        .set({ state: "withdrawn" })
        .where(sql`${participants.id} = (select min(id) from participants)`);
      expect((await stateOfFile(ctx, xlsx)).state).toBe("absent");
      expect(await exportReport(ctx, xlsx)).toBeNull();
    }),
    30_000,
  );

  it(
    "can be asked for again where the worker was interrupted, and is forgotten after a day",
    rolledBack(async (db) => {
      const { ctx, wanted } = await published(db);
      const pptx = { ...wanted, format: "pptx" };
      await askForFile(ctx, pptx);
      const later = { ...ctx, now: new Date(noon.getTime() + 6 * 60_000) };
      expect((await stateOfFile(later, pptx)).state).toBe("failed");
      await askForFile(later, pptx);
      expect((await stateOfFile(later, pptx)).state).toBe("asked");
      expect(await forgetReportFiles({ ...contextFor(db), now: new Date(later.now.getTime() + 25 * 3_600_000) })).toBe(1);
    }),
  );

  it(
    "is for those who may see the report",
    rolledBack(async (db) => {
      const { wanted, cast } = await published(db);
      await expect(askForFile(contextFor(db, cast.sari), { ...wanted, format: "pdf" })).rejects.toThrow();
    }),
  );
});
