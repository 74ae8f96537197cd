import { and, eq, inArray } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { offerPlaces } from "./offer-places.server";
import { applications } from "~db/schema/index";

/** Takes an application back, at any time before a place was accepted. An offered place is free again. */
export const withdrawApplication = async (ctx: Context, input: { trialId: number }): Promise<void> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  await inTransaction(ctx, async (inner) => {
    const own = and(eq(applications.trialId, input.trialId), eq(applications.personId, personId ?? 0));
    const [application] = await inner.db.select().from(applications).where(own).for("update");
    if (!application) throw new NotFound("application");
    if (application.state === "withdrawn") return;
    const [withdrawn] = await inner.db
      .update(applications)
      .set({ state: "withdrawn", cellId: null, answerBy: null, decidedAt: ctx.now })
      .where(and(own, inArray(applications.state, ["screening", "applied", "waiting", "chosen"])))
      .returning({ id: applications.id });
    if (!withdrawn) throw new Conflict("the application was decided", { key: "application_decided" });
    await record(inner, { kind: "application.withdrawn", subject: { kind: "application", id: application.id }, data: { trialId: input.trialId } });
    if (application.state === "chosen") await offerPlaces(inner, input.trialId);
  });
};
