// One act on many participants. It shows at once; what cannot be taken back (a mail, a place given away) follows half a minute later, unless it was undone.
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { after, secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { addJob } from "~/platform/jobs.server";
import { authorize } from "~/policy/can";
import { fieldworkActs, parcels, participants, trials } from "~db/schema/index";
import { remind } from "./jobs.server";
import { offerPlaces } from "./offer-places.server";
import { getTrialToRun } from "./queries.server";
import { releasePlace } from "./release-place.server";
import { takesPeople } from "./trial";

export type ActKind = "drop" | "remind";
const undoMs = 30 * secondInMs;

/** Returns how many it concerns; whoever has finished or left meanwhile is passed over. */
export const actOnParticipants = async (
  ctx: Context,
  input: { trialId: number; kind: ActKind; participantIds: readonly number[] },
): Promise<{ actId: number; count: number }> => {
  const trial = await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  if (!takesPeople(trial.state)) throw new Conflict("the trial is not running", { key: "trial_not_running" });
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({ participantId: participants.id, state: participants.state })
      .from(participants)
      .where(and(eq(participants.trialId, trial.id), inArray(participants.id, [...input.participantIds]), inArray(participants.state, ["accepted", "active"])))
      .orderBy(participants.id)
      .for("update");
    if (rows.length === 0) throw new Invalid({ "": { key: "nobody_chosen" } });
    if (input.kind === "drop")
      await inner.db
        .update(participants)
        .set({ state: "dropped", leftAt: ctx.now, answersKept: true })
        .where(
          inArray(
            participants.id,
            rows.map(({ participantId }) => participantId),
          ),
        );
    const [act] = await inner.db
      .insert(fieldworkActs)
      .values({ trialId: trial.id, kind: input.kind, before: rows, by: actorId(ctx.actor), at: ctx.now })
      .returning({ id: fieldworkActs.id });
    if (!act) throw new Error("The act was not written");
    const kind = input.kind === "drop" ? "participant.dropped_together" : "participant.reminded_together";
    await record(inner, { kind, subject: { kind: "trial", id: trial.id }, data: { actId: act.id, count: rows.length } });
    await addJob(inner, "settle-act", { actId: act.id }, { runAt: after(ctx.now, undoMs) });
    return { actId: act.id, count: rows.length };
  });
};

const lockAct = async (ctx: Context, actId: number) => {
  const [act] = await ctx.db.select().from(fieldworkActs).where(eq(fieldworkActs.id, actId)).for("update");
  if (!act) throw new NotFound("act");
  return act;
};

/** Puts everybody back who is still as the act left them. Too late once it was settled. */
export const undoAct = async (ctx: Context, input: { trialId: number; actId: number }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  await inTransaction(ctx, async (inner) => {
    const act = await lockAct(inner, input.actId);
    if (act.trialId !== input.trialId) throw new NotFound("act");
    if (act.undoneAt !== null) return;
    if (act.settledAt !== null) throw new Conflict("it has left the house", { key: "act_settled" });
    for (const { participantId, state } of act.kind === "drop" ? act.before : [])
      await inner.db
        .update(participants)
        .set({ state: state as "active", leftAt: null, answersKept: null })
        .where(and(eq(participants.id, participantId), eq(participants.state, "dropped")));
    await inner.db.update(fieldworkActs).set({ undoneAt: ctx.now }).where(eq(fieldworkActs.id, act.id));
    await record(inner, { kind: "participant.act_undone", subject: { kind: "trial", id: input.trialId }, data: { actId: act.id } });
  });
};

/** The job half a minute later: places are given back, reminders leave. */
export const settleAct = (ctx: Context, { actId }: { actId: number }): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const act = await lockAct(inner, actId);
    if (act.undoneAt !== null || act.settledAt !== null) return;
    await inner.db.update(fieldworkActs).set({ settledAt: ctx.now }).where(eq(fieldworkActs.id, actId));
    const ids = act.before.map(({ participantId }) => participantId);
    if (act.kind === "remind") {
      for (const participantId of ids) await remind(inner, { participantId, trialId: act.trialId, kind: "by_staff" });
      return;
    }
    const rows = await inner.db
      .select({ id: participants.id, cellId: participants.cellId, parcelState: parcels.state })
      .from(participants)
      .leftJoin(parcels, eq(parcels.participantId, participants.id))
      .where(and(inArray(participants.id, ids), eq(participants.state, "dropped")));
    for (const row of rows) {
      await releasePlace(inner, row);
      await record(inner, { kind: "participant.left", subject: { kind: "participant", id: row.id }, data: { trialId: act.trialId, state: "dropped" } });
    }
    const [trial] = await inner.db.select({ state: trials.state }).from(trials).where(eq(trials.id, act.trialId));
    if (trial && takesPeople(trial.state)) await offerPlaces(inner, act.trialId);
  });

/** The newest act that can still be undone. */
export const findOpenAct = async (ctx: Context, trialId: number): Promise<{ id: number; kind: ActKind; count: number } | null> => {
  const [act] = await ctx.db
    .select({ id: fieldworkActs.id, kind: fieldworkActs.kind, count: sql<number>`jsonb_array_length(${fieldworkActs.before})` })
    .from(fieldworkActs)
    .where(and(eq(fieldworkActs.trialId, trialId), isNull(fieldworkActs.settledAt), isNull(fieldworkActs.undoneAt)))
    .orderBy(desc(fieldworkActs.id))
    .limit(1);
  return act ?? null;
};
