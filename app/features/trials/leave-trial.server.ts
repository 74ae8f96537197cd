// Whoever takes part may stop at any time, without a reason. Answers that were handed in stay.
import { and, eq, inArray } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { participants, parcels } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";
import { releasePlace } from "./release-place.server";

type Ended = { trialId: number; state: "withdrawn" | "dropped" } & ({ personId: number } | { participantId: number });

const end = (ctx: Context, input: Ended): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const who = "personId" in input ? eq(participants.personId, input.personId) : eq(participants.id, input.participantId);
    const [found] = await inner.db
      .select({ id: participants.id, cellId: participants.cellId, parcelState: parcels.state })
      .from(participants)
      .leftJoin(parcels, eq(parcels.participantId, participants.id))
      .where(and(eq(participants.trialId, input.trialId), who))
      .for("update", { of: participants });
    if (!found) throw new NotFound("participant");
    const [ended] = await inner.db
      .update(participants)
      .set({ state: input.state })
      .where(and(eq(participants.id, found.id), inArray(participants.state, ["accepted", "active"])))
      .returning({ id: participants.id });
    if (!ended) return;
    await releasePlace(inner, found);
    await record(inner, { kind: "participant.left", subject: { kind: "participant", id: found.id }, data: { trialId: input.trialId, state: input.state } });
  });

export const leaveTrial = async (ctx: Context, input: { trialId: number }): Promise<void> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  await end(ctx, { trialId: input.trialId, personId: personId ?? 0, state: "withdrawn" });
};

/** A moderator counts somebody who no longer answers as dropped out, so that the place can be drawn again. */
export const dropParticipant = async (ctx: Context, input: { trialId: number; participantId: number }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  await end(ctx, { ...input, state: "dropped" });
};
