// From draft to closed, along legal transitions only. Each move is a row with who, when and why.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { after, dayInMs, secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { addresses, applications, participants, trials, trialStates } from "~db/schema/index";
import { launch } from "./launch.server";
import { getTrialToRun, type TrialToRun } from "./queries.server";
import { mayMoveTo, type TrialState } from "./trial";

/** Nobody else is drawn: open offers and the waiting list end, and each of these people is told. */
const endRecruiting = async (ctx: Context, trialId: number): Promise<void> => {
  const open = await ctx.db
    .update(applications)
    .set({ state: "declined", decidedAt: ctx.now })
    .where(and(eq(applications.trialId, trialId), eq(applications.state, "chosen")))
    .returning({ id: applications.id });
  for (const { id } of open) await record(ctx, { kind: "place.declined", subject: { kind: "application", id }, data: { trialId, expired: true } });
  const waiting = await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), inArray(applications.state, ["applied", "waiting"])));
  for (const { id } of waiting) await record(ctx, { kind: "application.not_chosen", subject: { kind: "application", id }, data: { trialId } });
};

/** The data are locked: whoever has not finished counts as dropped, and addresses have no more use. */
const lockData = async (ctx: Context, trialId: number): Promise<void> => {
  await endRecruiting(ctx, trialId);
  await ctx.db
    .update(participants)
    .set({ state: "dropped" })
    .where(and(eq(participants.trialId, trialId), inArray(participants.state, ["accepted", "active"])));
  await deleteAddressesLater(ctx, trialId);
};

const deleteAddressesLater = async (ctx: Context, trialId: number): Promise<void> => {
  const own = ctx.db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId));
  await ctx.db
    .update(addresses)
    .set({ deleteAfter: after(ctx.now, 30 * dayInMs) })
    .where(and(inArray(addresses.participantId, own), isNull(addresses.deleteAfter)));
};

const carryOut = async (ctx: Context, trial: TrialToRun, to: TrialState): Promise<void> => {
  const subject = { kind: "trial", id: trial.id };
  if (to === "recruiting") await launch(ctx, trial);
  if (to === "analysis") await lockData(ctx, trial.id);
  if (to === "reported") await record(ctx, { kind: "trial.reported", subject, tellAfterMs: 30 * secondInMs });
  if (to === "cancelled") {
    await deleteAddressesLater(ctx, trial.id);
    if (trial.state !== "draft") await record(ctx, { kind: "trial.cancelled", subject });
  }
};

/**
 * Moves the trial one state on. `reason` is kept in its history; for a cancellation it is the message that everybody who applied is sent.
 * `from` is the state the person saw; when the trial has moved on meanwhile, nothing happens.
 */
export const moveTrial = async (ctx: Context, input: { trialId: number; to: TrialState; reason: string; from?: TrialState }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select 1 from ${trials} where ${trials.id} = ${input.trialId} for update`);
    const trial = await getTrialToRun(inner, input.trialId);
    if (trial.state === input.to) return;
    if (input.from !== undefined && trial.state !== input.from) throw new Conflict("the trial has moved on", { key: "trial_moved_on" });
    if (!mayMoveTo(trial.state, input.to)) throw new Conflict(`a trial does not go from ${trial.state} to ${input.to}`, { key: "trial_moved_on" });
    if (input.to === "cancelled" && trial.state !== "draft" && input.reason.trim() === "") throw new Invalid({ reason: { key: "required" } });
    await carryOut(inner, trial, input.to);
    await inner.db.update(trials).set({ state: input.to }).where(eq(trials.id, trial.id));
    await inner.db.insert(trialStates).values({ trialId: trial.id, state: input.to, reason: input.reason.trim(), by: actorId(ctx.actor), at: ctx.now });
    await record(inner, { kind: "trial.state_changed", subject: { kind: "trial", id: trial.id }, data: { from: trial.state, to: input.to } });
  });
};
