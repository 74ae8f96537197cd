import { and, eq, inArray } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { receiveParcel } from "~/features/parcels/receive-parcel.server";
import { authorize } from "~/policy/can";
import { participants, trials } from "~db/schema/index";
import { startNextResponse } from "./start-next-response.server";
import { takesPeople } from "./trial";

/** The parcel has arrived: the first questionnaire opens. Saying it twice is saying it once. */
export const confirmReceipt = async (ctx: Context, input: { trialId: number }): Promise<{ responseId: number | null }> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  return inTransaction(ctx, async (inner) => {
    const [found] = await inner.db
      .select({ id: participants.id, state: participants.state, trialState: trials.state })
      .from(participants)
      .innerJoin(trials, eq(trials.id, participants.trialId))
      .where(and(eq(participants.trialId, input.trialId), eq(participants.personId, personId ?? 0)))
      .for("update", { of: participants });
    if (!found) throw new NotFound("participant");
    if (!takesPeople(found.trialState) || !["accepted", "active", "complete"].includes(found.state))
      throw new Conflict("the trial is over", { key: "trial_not_running" });
    if (!(await receiveParcel(inner, found.id))) return { responseId: found.state === "active" ? await startNextResponse(inner, found.id) : null };
    await inner.db
      .update(participants)
      .set({ state: "active" })
      .where(and(eq(participants.id, found.id), inArray(participants.state, ["accepted"])));
    await record(inner, { kind: "parcel.received", subject: { kind: "participant", id: found.id }, data: { trialId: input.trialId } });
    return { responseId: await startNextResponse(inner, found.id) };
  });
};
