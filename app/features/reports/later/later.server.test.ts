// What takes long is computed by the worker from stored answers: once for the same answers, again after a fall, never for answers that have changed.
import { createReadStream, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { computations } from "~db/schema/index";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { waitingJobs } from "../../../../tests/support/jobs";
import type { Database } from "~db/client.server";
import { canonicalJson } from "../canonical-json";
import { getLiveReport } from "../queries.server";
import { setExclusion } from "../set-exclusion.server";
import type { Progress } from "./computation";
import { beginAnew } from "./computations.server";
import { computeLater } from "./compute-later.server";
import { participants } from "~db/schema/index";

const importCarrots = async (db: Database) => {
  const folder = "db/seed/studies/carrots";
  const ctx = contextFor(db);
  const { trialId } = await importTrial(ctx, { map: readFileSync(`${folder}/map.json`, "utf8"), csv: createReadStream(`${folder}/data.csv`), dryRun: false });
  return { ctx, trialId: trialId! };
};
const rowOf = async (db: Database) => (await db.select().from(computations).where(eq(computations.method, "liking_groups")))[0]!;
const methods = ["drivers:liking", "liking_groups", "turf"];
const waiting = methods.map((method) => ({ method, state: "waiting", part: 0 }));
const done = methods.map((method) => ({ method, state: "done", part: 1 }));
const byMethod = (later: Progress[]) => [...later].sort((one, other) => (one.method < other.method ? -1 : 1));
const clockAt = (time: string) => () => new Date(time);

describe("a long computation", () => {
  it(
    "is put down when the report is opened, carried out by the worker, and then part of the report",
    rolledBack(async (db) => {
      const { ctx, trialId } = await importCarrots(db);
      const before = await getLiveReport(ctx, trialId);
      expect(byMethod(before.later)).toEqual(waiting);
      expect(before.content.blocks.map(({ block }) => block)).not.toContain("liking_groups");
      expect(await waitingJobs(db, "compute-later")).toHaveLength(1);
      await computeLater(ctx);
      const after = await getLiveReport(ctx, trialId);
      expect(byMethod(after.later)).toEqual(done);
      const block = after.content.blocks.find((each) => each.block === "liking_groups");
      expect(block?.block === "liking_groups" && block.questions[0]!.n).toBeGreaterThan(90);
      const drivers = after.content.blocks.find((each) => each.block === "drivers");
      const chart = drivers?.block === "drivers" ? drivers.questions[0]!.chart : null;
      expect(chart?.kind === "intervals" && chart.rows.every(({ value, bounds }) => bounds !== null && bounds.lower < value && value < bounds.upper)).toBe(
        true,
      );
      expect(await db.select().from(computations)).toHaveLength(methods.length);
    }),
    60_000,
  );

  it(
    "gives the same bytes when it is computed again from the same answers and seed",
    rolledBack(async (db) => {
      const { ctx, trialId } = await importCarrots(db);
      await getLiveReport(ctx, trialId);
      await computeLater(ctx);
      const first = await getLiveReport(ctx, trialId);
      await db.delete(computations);
      await getLiveReport(ctx, trialId);
      await computeLater(ctx);
      expect(canonicalJson((await getLiveReport(ctx, trialId)).content)).toBe(canonicalJson(first.content));
    }),
    60_000,
  );

  it(
    "begins again when its worker fell silent, and waits for somebody to ask after three falls",
    rolledBack(async (db) => {
      const { ctx, trialId } = await importCarrots(db);
      await getLiveReport(ctx, trialId);
      const fallen = { state: "running" as const, run: 1, beatAt: new Date("2026-03-01T10:00:00Z") };
      await db.update(computations).set(fallen);
      expect((await getLiveReport({ ...ctx, now: new Date("2026-03-01T10:00:10Z") }, trialId)).later[0]).toMatchObject({ state: "running" });
      expect((await getLiveReport({ ...ctx, now: new Date("2026-03-01T10:05:00Z") }, trialId)).later[0]).toMatchObject({ state: "broken" });
      await computeLater(ctx, clockAt("2026-03-01T10:00:10Z"));
      expect(await rowOf(db)).toMatchObject({ state: "running", run: 1 });
      await computeLater(ctx, clockAt("2026-03-01T10:05:00Z"));
      expect(await rowOf(db)).toMatchObject({ state: "done", run: 2 });
      await db.update(computations).set({ ...fallen, run: 3, result: null });
      await computeLater(ctx, clockAt("2026-03-01T10:05:00Z"));
      expect(await rowOf(db)).toMatchObject({ state: "interrupted", run: 3 });
      await beginAnew(ctx, { trialId, segmentId: null });
      expect(await rowOf(db)).toMatchObject({ state: "waiting", run: 0 });
    }),
    60_000,
  );

  it(
    "is given up when the answers have changed, and comes back when they are again what they were",
    rolledBack(async (db) => {
      const { ctx, trialId } = await importCarrots(db);
      const { dataHash } = await getLiveReport(ctx, trialId);
      const [somebody] = await db.select().from(participants).where(eq(participants.trialId, trialId)).limit(1);
      await setExclusion(ctx, { trialId, participantId: somebody!.id, isExcluded: true, reason: "Guessed" });
      // The worker finds other answers than those it was asked about.
      await computeLater(ctx);
      expect(await rowOf(db)).toMatchObject({ state: "superseded", dataHash });
      const changed = await getLiveReport(ctx, trialId);
      expect(changed.dataHash).not.toBe(dataHash);
      expect(byMethod(changed.later)).toEqual(waiting);
      await setExclusion(ctx, { trialId, participantId: somebody!.id, isExcluded: false, reason: "" });
      expect(byMethod((await getLiveReport(ctx, trialId)).later)).toEqual(waiting);
      const states = (await db.select().from(computations).where(eq(computations.method, "liking_groups"))).map(
        (row) => `${row.dataHash === dataHash ? "first" : "second"} ${row.state}`,
      );
      expect(states.sort()).toEqual(["first waiting", "second superseded"]);
    }),
    60_000,
  );
});
