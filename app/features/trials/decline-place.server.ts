import { and, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { offerPlaces } from "./offer-places.server";
import { applications } from "~db/schema/index";

/** Says no to an offered place, which is free for somebody else at once. */
export const declinePlace = async (ctx: Context, input: { trialId: number }): Promise<void> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  await inTransaction(ctx, async (inner) => {
    const own = and(eq(applications.trialId, input.trialId), eq(applications.personId, personId ?? 0));
    const [application] = await inner.db.select().from(applications).where(own).for("update");
    if (!application) throw new NotFound("application");
    if (application.state === "declined") return;
    if (application.state !== "chosen") throw new Conflict("no place is offered", { key: "offer_expired" });
    await inner.db.update(applications).set({ state: "declined", answerBy: null, decidedAt: ctx.now }).where(eq(applications.id, application.id));
    await record(inner, { kind: "place.declined", subject: { kind: "application", id: application.id }, data: { trialId: input.trialId } });
    await offerPlaces(inner, input.trialId);
  });
};
