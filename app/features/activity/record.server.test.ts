import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { activity } from "~db/schema/index";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import { recordMany } from "./record.server";

it(
  "an event about many is written once for each, with a job that tells each",
  rolledBack(async (db) => {
    const before = (await waitingJobs(db, "notify")).length;
    const ids = Array.from({ length: 12 }, (_, index) => 900 + index);
    await recordMany(contextFor(db), { kind: "application.chosen", subjects: { kind: "application", ids }, data: { trialId: 1, waveId: 2 } });
    const rows = await db.select().from(activity).where(eq(activity.kind, "application.chosen")).orderBy(asc(activity.id));
    expect(rows.map(({ subjectId }) => Number(subjectId))).toEqual(ids);
    expect(rows.every(({ at, data }) => at.getTime() === noon.getTime() && data.waveId === 2)).toBe(true);
    const jobs = (await waitingJobs<{ activityId: number }>(db, "notify")).slice(before);
    expect(jobs.map(({ activityId }) => activityId)).toEqual(rows.map(({ id }) => id));
    await recordMany(contextFor(db), { kind: "wave.drawn", subjects: { kind: "trial", ids: [] } });
  }),
);
