// Renderings that visitors share are dropped in every process as soon as something must no longer be seen.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { database } from "./database.server";
import { log } from "./log.server";

const channel = "kawan_shared_pages";

/** Part of the caller's transaction: once it commits, every web process forgets its shared pages. Without this they last a second and a half. */
export const dropSharedPages = async (ctx: Context): Promise<void> => {
  await ctx.db.execute(sql`select pg_notify(${channel}, '')`);
};

/** Calls back whenever pages must be dropped, also after the connection was lost and something may have been missed. */
export const onSharedPagesDropped = (drop: () => void): void => {
  database()
    .$client.listen(channel, drop, drop)
    .catch((error: unknown) => log.warn({ err: error }, "cannot hear when shared pages are dropped; they go by themselves after a moment"));
};
