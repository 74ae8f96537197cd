// Counts whose time is over are removed, so that the table of limits stays as small as the last day.
import { lt } from "drizzle-orm";
import type { Task } from "graphile-worker";
import { limits } from "~db/schema/index";
import { database } from "./database.server";

export const forgetLimits: Task = async () => {
  await database().delete(limits).where(lt(limits.expire, Date.now()));
};
