// Putting a job down inside the caller's transaction: rolled back means it never was.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";

type JobOptions = {
  /** A job with the same key that has not started yet is replaced. */
  key?: string;
  runAt?: Date;
};

export const addJob = async (ctx: Context, name: string, payload: Record<string, unknown>, options: JobOptions = {}): Promise<void> => {
  await ctx.db.execute(
    sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, run_at => ${options.runAt?.toISOString() ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`,
  );
};

/** Many jobs of one kind, in one statement. */
export const addJobs = async (
  ctx: Context,
  name: string,
  payloads: readonly Record<string, unknown>[],
  options: Pick<JobOptions, "runAt"> = {},
): Promise<void> => {
  if (payloads.length === 0) return;
  await ctx.db.execute(sql`select count(*) from graphile_worker.add_jobs(array(
    select row(${name}, payload, null, ${options.runAt?.toISOString() ?? null}::timestamptz, null, null, null, null)::graphile_worker.job_spec
    from json_array_elements(${JSON.stringify(payloads)}::json) payload
  ))`);
};
