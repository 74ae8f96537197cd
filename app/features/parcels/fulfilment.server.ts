// Fulfilment is a permission that an administrator gives to a moderator, per trial.
import { and, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { authorize, can } from "~/policy/can";
import { fulfilmentGrants } from "~db/schema/index";

const hasGrant = async (ctx: Context, trialId: number): Promise<boolean> => {
  const [grant] = await ctx.db
    .select({ personId: fulfilmentGrants.personId })
    .from(fulfilmentGrants)
    .where(and(eq(fulfilmentGrants.trialId, trialId), eq(fulfilmentGrants.personId, actorId(ctx.actor) ?? 0)));
  return grant !== undefined;
};

export const authorizeFulfilment = async (ctx: Context, trialId: number): Promise<void> => {
  authorize(ctx.actor, "enter-workshop", null);
  authorize(ctx.actor, "fulfil-trial", { hasGrant: await hasGrant(ctx, trialId) });
};

export const mayFulfil = async (ctx: Context, trialId: number): Promise<boolean> => can(ctx.actor, "fulfil-trial", { hasGrant: await hasGrant(ctx, trialId) });
