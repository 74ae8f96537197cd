// Whoever takes part may stop at any time, without a reason, and says whether the answers they gave stay or go with them.
import { and, eq, inArray, or } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { closeCases } from "~/features/moderation/close-cases.server";
import { authorize } from "~/policy/can";
import { diaryEntries, files, participants, parcels, quotations, responses, trials } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";
import { offerPlaces } from "./offer-places.server";
import { releasePlace } from "./release-place.server";
import { takesPeople } from "./trial";

export type AnswersOnLeaving = "keep" | "remove";
type Ended = { trialId: number; state: "withdrawn" | "dropped"; answers: AnswersOnLeaving } & ({ personId: number } | { participantId: number });

/** Until the data are locked everybody may leave, also after the last questionnaire; a moderator counts out only those who have not finished. */
const mayEnd = { withdrawn: ["accepted", "active", "complete"], dropped: ["accepted", "active"] } as const;

const end = (ctx: Context, input: Ended): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const who = "personId" in input ? eq(participants.personId, input.personId) : eq(participants.id, input.participantId);
    const [found] = await inner.db
      .select({ id: participants.id, cellId: participants.cellId, parcelState: parcels.state, trialState: trials.state })
      .from(participants)
      .innerJoin(trials, eq(trials.id, participants.trialId))
      .leftJoin(parcels, eq(parcels.participantId, participants.id))
      .where(and(eq(participants.trialId, input.trialId), who))
      .for("update", { of: participants });
    if (!found) throw new NotFound("participant");
    const [ended] = await inner.db
      .update(participants)
      .set({ state: input.state, leftAt: ctx.now, answersKept: input.answers === "keep" })
      .where(and(eq(participants.id, found.id), inArray(participants.state, [...mayEnd[input.state]])))
      .returning({ id: participants.id });
    if (!ended) return;
    if (!takesPeople(found.trialState)) throw new Conflict("the data are locked", { key: "trial_not_running" });
    if (input.answers === "remove") await removeAnswers(inner, input.trialId, found.id);
    await releasePlace(inner, found);
    await offerPlaces(inner, input.trialId);
    await record(inner, { kind: "participant.left", subject: { kind: "participant", id: found.id }, data: { trialId: input.trialId, state: input.state } });
  });

/** Everything this person has said in the trial is gone: answers, photographs, diary. Nothing of it can be in a report yet. */
const removeAnswers = async (ctx: Context, trialId: number, participantId: number): Promise<void> => {
  const own = await ctx.db.select({ id: responses.id }).from(responses).where(eq(responses.participantId, participantId));
  const ids = own.map(({ id }) => id);
  const pictures = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(
      or(
        inArray(files.responseId, ids),
        inArray(files.id, ctx.db.select({ id: diaryEntries.fileId }).from(diaryEntries).where(eq(diaryEntries.participantId, participantId))),
      ),
    );
  await ctx.db.delete(diaryEntries).where(eq(diaryEntries.participantId, participantId));
  await ctx.db.delete(quotations).where(inArray(quotations.responseId, ids));
  // Pictures that nothing names any more are taken off the disk by the hourly job; they keep their row until then.
  await ctx.db
    .update(files)
    .set({ state: "pending", responseId: null, createdAt: new Date(0) })
    .where(
      inArray(
        files.id,
        pictures.map(({ id }) => id),
      ),
    );
  await closeCases(ctx, "response", ids);
  await ctx.db.delete(responses).where(inArray(responses.id, ids));
  await record(ctx, { kind: "participant.answers_removed", subject: { kind: "participant", id: participantId }, data: { trialId, responses: ids.length } });
};

export const leaveTrial = async (ctx: Context, input: { trialId: number; answers: AnswersOnLeaving }): Promise<void> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  await end(ctx, { trialId: input.trialId, personId: personId ?? 0, state: "withdrawn", answers: input.answers });
};

/** A moderator counts somebody who no longer answers as dropped out, so that the place can be drawn again. */
export const dropParticipant = async (ctx: Context, input: { trialId: number; participantId: number }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  await end(ctx, { ...input, state: "dropped", answers: "keep" });
};
