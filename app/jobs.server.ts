// Every job and its schedule, on one screen.
import type { TaskList } from "graphile-worker";
import { proveCounts } from "./features/comments/jobs.server";

export const jobs: TaskList = {
  "prove-counts": proveCounts,
};

/** Cron lines: minute hour day month weekday job. Times are UTC; 18:00 UTC is one in the morning in Jakarta. */
export const schedule = `
0 18 * * * prove-counts
`;
