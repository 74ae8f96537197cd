// Applying: one attempt per person and trial. The facts the draw will look at are kept as they are now.
import { and, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { profileOf } from "~/features/accounts/profile.server";
import { record } from "~/features/activity/record.server";
import { startResponse } from "~/features/questionnaires/start-response.server";
import { authorize } from "~/policy/can";
import { judge } from "./eligibility";
import { offerPlaces } from "./offer-places.server";
import { applications, responses, trials } from "~db/schema/index";

const findTrial = async (ctx: Context, trialId: number) => {
  const [trial] = await ctx.db
    .select({
      id: trials.id,
      state: trials.state,
      applyUntil: trials.applyUntil,
      pausedAt: trials.pausedAt,
      eligibility: trials.eligibility,
      screenerVersionId: trials.screenerVersionId,
    })
    .from(trials)
    .where(eq(trials.id, trialId));
  if (!trial || trial.state === "draft" || trial.state === "cancelled") throw new NotFound("trial");
  return trial;
};

/** Starts the screener and returns its response, or null where nothing is asked and the application stands at once. */
export const applyToTrial = async (ctx: Context, input: { trialId: number }): Promise<{ responseId: number | null }> => {
  const trial = await findTrial(ctx, input.trialId);
  const { actor } = ctx;
  authorize(actor, "apply-to-trial", { state: trial.state });
  if (actor.kind !== "person") throw new Forbidden("only people apply");
  if (trial.pausedAt !== null) throw new Conflict("the trial is paused", { key: "trial_paused" });
  if (trial.applyUntil && trial.applyUntil <= ctx.now) throw new Conflict("applying has closed", { key: "applying_closed" });
  return inTransaction(ctx, async (inner) => {
    const profile = await profileOf(inner, actor.id);
    await inner.db.insert(applications).values({ trialId: trial.id, personId: actor.id, profile, createdAt: ctx.now }).onConflictDoNothing();
    const [application] = await inner.db
      .select()
      .from(applications)
      .where(and(eq(applications.trialId, trial.id), eq(applications.personId, actor.id)))
      .for("update");
    if (!application) throw new Error("The application was not made");
    if (application.state !== "screening" && application.state !== "withdrawn") return { responseId: application.screenerResponseId };
    const responseId = trial.screenerVersionId === null ? null : await startResponse(inner, { versionId: trial.screenerVersionId, personId: actor.id });
    // Whoever withdrew and comes back keeps the one attempt: answers that were handed in stand.
    const wasAnswered = application.state === "withdrawn" && application.appliedAt !== null;
    const isApplied = responseId === null || wasAnswered;
    const isEligible = responseId !== null || judge(trial.eligibility, profile, {}).isEligible;
    await inner.db
      .update(applications)
      .set({
        state: !isEligible ? "ineligible" : isApplied ? "applied" : "screening",
        screenerResponseId: responseId,
        profile,
        ...(isApplied ? { appliedAt: ctx.now } : {}),
      })
      .where(eq(applications.id, application.id));
    if (isApplied) await record(inner, { kind: "application.submitted", subject: { kind: "application", id: application.id }, data: { trialId: trial.id } });
    if (isApplied && isEligible) await offerPlaces(inner, trial.id);
    return { responseId: isApplied ? null : responseId };
  });
};

/** The application that a screener response belongs to. */
export const findApplicationOfResponse = async (ctx: Context, responseId: number) => {
  const [row] = await ctx.db
    .select({ application: applications })
    .from(applications)
    .innerJoin(responses, eq(responses.id, applications.screenerResponseId))
    .where(eq(responses.id, responseId))
    .for("update", { of: applications });
  return row?.application ?? null;
};
