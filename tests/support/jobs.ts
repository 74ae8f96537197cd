// What has been put down for the worker, read inside the transaction of a test.
import { sql } from "drizzle-orm";
import type { Database } from "~db/client.server";

/** The payloads of the waiting jobs of this name, oldest first. */
export const waitingJobs = async <Payload = Record<string, unknown>>(db: Database, name: string): Promise<Payload[]> => {
  const rows = await db.execute<{ payload: Payload }>(
    sql`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${name} order by j.id`,
  );
  return rows.map((row) => row.payload);
};
