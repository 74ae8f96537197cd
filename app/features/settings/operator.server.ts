// Who runs this community: said on the legal pages, filled in by an administrator.
import { eq } from "drizzle-orm";
import { z } from "zod";
import { actorId, type Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { settings } from "~db/schema/index";

const key = "operator";
const line = (max: number) => z.string().trim().max(max).default("");

/** Absent lines are empty: a community that has just been set up has none. */
export const operatorInput = z.object({
  name: line(120),
  address: line(400),
  email: z.union([z.literal(""), z.string().trim().max(254).pipe(z.email())]).default(""),
});
export type Operator = z.output<typeof operatorInput>;

export const getOperator = async (ctx: Context): Promise<Operator> => {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  const known = operatorInput.safeParse(row?.value ?? {});
  return known.success ? known.data : { name: "", address: "", email: "" };
};

export const saveOperator = async (ctx: Context, operator: Operator): Promise<void> => {
  authorize(ctx.actor, "manage-settings", null);
  const change = { value: operator, updatedBy: actorId(ctx.actor), updatedAt: ctx.now };
  await ctx.db
    .insert(settings)
    .values({ key, ...change })
    .onConflictDoUpdate({ target: settings.key, set: change });
};
