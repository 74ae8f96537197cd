// Every job and its schedule, on one screen.
import type { TaskList } from "graphile-worker";

export const jobs: TaskList = {};

/** Cron lines: minute hour day month weekday job. Times are UTC; 18:00 UTC is one in the morning in Jakarta. */
export const schedule = "";
