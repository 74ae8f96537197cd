// The pools of this process: one for pages, a small one with longer time-outs for reports.
import { openPool, type Database, type Pool } from "~db/client.server";
import { env } from "./env.server";

let pages: Pool | undefined;
let reporting: Pool | undefined;

export const database = (): Database => (pages ??= openPool(env().DATABASE_URL, { max: 10, statementTimeoutMs: 10_000, name: "kawan-pages" })).db;

export const reportingDatabase = (): Database =>
  (reporting ??= openPool(env().DATABASE_URL, { max: 2, statementTimeoutMs: 120_000, name: "kawan-reports" })).db;

export const closeDatabases = async (): Promise<void> => {
  await Promise.all([pages?.close(), reporting?.close()]);
  pages = reporting = undefined;
};
