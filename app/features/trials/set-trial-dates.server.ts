import { eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { trials, trialStates } from "~db/schema/index";
import { endOfDay } from "./dates";
import { getTrialToRun } from "./queries.server";
import { takesPeople } from "./trial";

/** Moves the deadlines of a running trial: people may be given more time, and applying may close earlier. */
export const setTrialDates = async (ctx: Context, input: { trialId: number; applyUntil?: string; fieldworkUntil?: string }): Promise<void> => {
  const trial = await getTrialToRun(ctx, input.trialId);
  if (!takesPeople(trial.state)) throw new Conflict("the trial is not running", { key: "trial_not_running" });
  const applyUntil = endOfDay(input.applyUntil) ?? trial.applyUntil;
  const fieldworkUntil = endOfDay(input.fieldworkUntil) ?? trial.fieldworkUntil;
  if (fieldworkUntil && fieldworkUntil <= ctx.now) throw new Invalid({ fieldworkUntil: { key: "date_in_the_past" } });
  if (fieldworkUntil && trial.fieldworkUntil && fieldworkUntil < trial.fieldworkUntil) throw new Invalid({ fieldworkUntil: { key: "deadline_only_later" } });
  if (applyUntil && fieldworkUntil && applyUntil > fieldworkUntil) throw new Invalid({ applyUntil: { key: "dates_out_of_order" } });
  await inTransaction(ctx, async (inner) => {
    await inner.db.update(trials).set({ applyUntil, fieldworkUntil }).where(eq(trials.id, trial.id));
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: trial.id }, data: { dates: true } });
    if (fieldworkUntil && trial.fieldworkUntil && fieldworkUntil > trial.fieldworkUntil) {
      await inner.db.insert(trialStates).values({ trialId: trial.id, state: trial.state, event: "extended", by: actorId(ctx.actor), at: ctx.now });
      await record(inner, { kind: "trial.extended", subject: { kind: "trial", id: trial.id }, tellAfterMs: 30 * secondInMs });
    }
  });
};
