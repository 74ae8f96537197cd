// The worker process: runs the jobs that use cases put down in their transactions, and the schedule.
import { run } from "graphile-worker";
import { stopComputing } from "./features/reports/later/compute-later.server";
import { jobs, schedule } from "./jobs.server";
import { closeDatabases } from "./platform/database.server";
import { env } from "./platform/env.server";
import { log } from "./platform/log.server";

export const startWorker = async (): Promise<{ close: () => Promise<void> }> => {
  const runner = await run({
    connectionString: env().DATABASE_DIRECT_URL ?? env().DATABASE_URL,
    concurrency: 4,
    noHandleSignals: true,
    maxPoolSize: 6,
    taskList: jobs,
    crontab: schedule,
  });
  log.info("worker is waiting for jobs");
  return {
    close: async () => {
      stopComputing();
      await runner.stop();
      await closeDatabases();
    },
  };
};
