// Who may pack a trial: an administrator gives it to a moderator, and takes it back.
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { fulfilmentGrants, people } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";

export const grantFulfilment = async (ctx: Context, input: { trialId: number; personId: number; granted: boolean }): Promise<void> => {
  authorize(ctx.actor, "grant-fulfilment", null);
  await getTrialToRun(ctx, input.trialId);
  const [person] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, input.personId), inArray(people.role, ["moderator", "administrator"])));
  if (!person) throw new NotFound("moderator");
  const { trialId, personId } = input;
  await inTransaction(ctx, async (inner) => {
    const changed = input.granted
      ? await inner.db
          .insert(fulfilmentGrants)
          .values({ trialId, personId, grantedBy: actorId(ctx.actor), at: ctx.now })
          .onConflictDoNothing()
          .returning()
      : await inner.db
          .delete(fulfilmentGrants)
          .where(and(eq(fulfilmentGrants.trialId, trialId), eq(fulfilmentGrants.personId, personId)))
          .returning();
    if (changed.length === 0) return;
    await record(inner, { kind: input.granted ? "fulfilment.granted" : "fulfilment.withdrawn", subject: { kind: "trial", id: trialId }, data: { personId } });
  });
};

/** Everybody who could pack, and whether they may. */
export const listFulfilmentGrants = async (ctx: Context, trialId: number) => {
  authorize(ctx.actor, "grant-fulfilment", null);
  await getTrialToRun(ctx, trialId);
  const rows = await ctx.db
    .select({ personId: people.id, displayName: people.displayName, role: people.role, grantedAt: fulfilmentGrants.at })
    .from(people)
    .leftJoin(fulfilmentGrants, and(eq(fulfilmentGrants.personId, people.id), eq(fulfilmentGrants.trialId, trialId)))
    .where(and(inArray(people.role, ["moderator", "administrator"]), isNull(people.suspendedAt), isNull(people.erasedAt)))
    .orderBy(asc(people.displayName))
    .limit(200);
  return rows;
};
