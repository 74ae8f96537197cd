// Pausing, extending and opening again: each is a row of the history, and everybody concerned is told what it means for them.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { applications, trials, trialStates } from "~db/schema/index";
import { endOfDay } from "./dates";
import { offerPlaces } from "./offer-places.server";
import { getTrialToRun, type TrialToRun } from "./queries.server";
import { takesPeople, type TrialEvent } from "./trial";

const tellAfterMs = 30 * secondInMs;

const write = async (ctx: Context, trial: TrialToRun, event: TrialEvent, reason: string): Promise<void> => {
  await ctx.db.insert(trialStates).values({ trialId: trial.id, state: trial.state, event, reason: reason.trim(), by: actorId(ctx.actor), at: ctx.now });
};

const lockRunning = async (ctx: Context, trialId: number): Promise<TrialToRun> => {
  await ctx.db.execute(sql`select 1 from ${trials} where ${trials.id} = ${trialId} for update`);
  const trial = await getTrialToRun(ctx, trialId);
  if (!takesPeople(trial.state)) throw new Conflict("the trial is not running", { key: "trial_not_running" });
  return trial;
};

/** While a trial is paused nobody applies, nothing is offered, nothing is due and nobody is reminded. Whoever has begun may finish. */
export const pauseTrial = async (ctx: Context, input: { trialId: number; reason: string }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  if (input.reason.trim() === "") throw new Invalid({ reason: { key: "required" } });
  await inTransaction(ctx, async (inner) => {
    const trial = await lockRunning(inner, input.trialId);
    if (trial.pausedAt !== null) return;
    await inner.db.update(trials).set({ pausedAt: ctx.now }).where(eq(trials.id, trial.id));
    await write(inner, trial, "paused", input.reason);
    await record(inner, { kind: "trial.paused", subject: { kind: "trial", id: trial.id }, tellAfterMs });
  });
};

/** The time that was lost is given back: every deadline moves by as much as the pause took, offers that were open too. */
export const resumeTrial = async (ctx: Context, input: { trialId: number }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const trial = await lockRunning(inner, input.trialId);
    if (trial.pausedAt === null) return;
    const lost = sql`make_interval(secs => ${(ctx.now.getTime() - trial.pausedAt.getTime()) / 1000}::double precision)`;
    await inner.db
      .update(trials)
      .set({ pausedAt: null, applyUntil: sql`${trials.applyUntil} + ${lost}`, fieldworkUntil: sql`${trials.fieldworkUntil} + ${lost}` })
      .where(eq(trials.id, trial.id));
    await inner.db
      .update(applications)
      .set({ answerBy: sql`${applications.answerBy} + ${lost}` })
      .where(and(eq(applications.trialId, trial.id), inArray(applications.state, ["chosen"]), isNotNull(applications.answerBy)));
    await write(inner, trial, "resumed", "");
    await record(inner, { kind: "trial.resumed", subject: { kind: "trial", id: trial.id }, tellAfterMs });
    await offerPlaces(inner, trial.id);
  });
};

/** Applying opens once more while people are testing, for places that are still free. */
export const reopenApplying = async (ctx: Context, input: { trialId: number; applyUntil: string; reason: string }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const trial = await lockRunning(inner, input.trialId);
    if (trial.state !== "fieldwork") throw new Conflict("applying is open", { key: "trial_moved_on" });
    const applyUntil = endOfDay(input.applyUntil);
    if (!applyUntil || applyUntil <= ctx.now) throw new Invalid({ applyUntil: { key: "date_in_the_past" } });
    if (trial.fieldworkUntil && applyUntil > trial.fieldworkUntil) throw new Invalid({ applyUntil: { key: "dates_out_of_order" } });
    await inner.db.update(trials).set({ state: "recruiting", applyUntil }).where(eq(trials.id, trial.id));
    await write(inner, { ...trial, state: "recruiting" }, "reopened", input.reason);
    await record(inner, { kind: "trial.reopened", subject: { kind: "trial", id: trial.id }, tellAfterMs });
  });
};
