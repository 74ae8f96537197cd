// Each night what is over goes: sessions, one-time links and the keys of forms that nobody will send again.
import { lt } from "drizzle-orm";
import type { Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { deleteExpiredSessions } from "~/platform/sessions.server";
import { idempotencyKeys } from "~db/schema/index";
import { deleteOldTokens } from "./tokens.server";

const formKeyDays = 2;

export const tidyAccounts = async (ctx: Context): Promise<void> => {
  await deleteExpiredSessions(ctx.db);
  await deleteOldTokens(ctx);
  await ctx.db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before(ctx.now, formKeyDays * dayInMs)));
};
