// What waits for whom in the workshop.
import { count, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { can } from "~/policy/can";
import { cases } from "~db/schema/index";

/** The number beside a link of the sidebar; null where the person has no such link. */
export const findWorkshopCounts = async (ctx: Context): Promise<{ queue: number | null }> => {
  if (!can(ctx.actor, "moderate", null)) return { queue: null };
  const [row] = await ctx.db.select({ open: count() }).from(cases).where(eq(cases.state, "open"));
  return { queue: row?.open ?? 0 };
};
