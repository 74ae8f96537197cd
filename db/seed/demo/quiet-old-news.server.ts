// Telling people: what is older than ten days they would have read long ago, so nobody is told of it when the demo is loaded.
import { and, asc, gt, gte, inArray, sql } from "drizzle-orm";
import { before, dayInMs } from "../../../app/core/time";
import { kindsThatNotify } from "../../../app/features/activity/activity";
import { addJob } from "../../../app/platform/jobs.server";
import type { Database } from "../../client.server";
import { activity } from "../../schema/index";
import { asHouse, type Stage } from "./stage.server";

const newsMs = 10 * dayInMs;

export type LastEvents = { job: string; activityId: number };

/** The last job and the last event there are; what comes after them is the demo's. */
export const lastEvents = async (db: Database): Promise<LastEvents> => {
  const [row] = await db.execute<LastEvents>(sql`
    select (select coalesce(max(id), 0)::text from graphile_worker.jobs) as job, (select coalesce(max(id), 0)::int from ${activity}) as "activityId"`);
  return row ?? { job: "0", activityId: 0 };
};

/** Takes back the jobs that tell people, and puts down those for recent events again, in the order in which they happened. */
export const quietOldNews = async (stage: Stage, since: LastEvents): Promise<void> => {
  await stage.db.execute(sql`
    select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier = 'notify' and id > ${since.job}::bigint))`);
  const recent = await stage.db
    .select({ id: activity.id, at: activity.at })
    .from(activity)
    .where(and(gt(activity.id, since.activityId), gte(activity.at, before(stage.loadedAt, newsMs)), inArray(activity.kind, [...kindsThatNotify])))
    .orderBy(asc(activity.at), asc(activity.id));
  for (const { id, at } of recent) await addJob(asHouse(stage, stage.loadedAt), "notify", { activityId: id }, { runAt: at });
};
