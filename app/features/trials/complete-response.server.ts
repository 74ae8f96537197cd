// Handing in, and what follows: a screener decides about the application, an evaluation opens the next one or ends the participation.
import { and, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { profileOf } from "~/features/accounts/profile.server";
import { record } from "~/features/activity/record.server";
import { openCase } from "~/features/moderation/open-case.server";
import { responseReasons } from "~/features/moderation/response-reasons";
import { screeningOutcome } from "~/features/questionnaires/screening";
import { submitResponse, type SubmittedResponse } from "~/features/questionnaires/submit-response.server";
import { paths } from "~/paths";
import { applications, participants, trials } from "~db/schema/index";
import { findApplicationOfResponse } from "./apply-to-trial.server";
import { judge } from "./eligibility";
import { offerPlaces } from "./offer-places.server";
import { startNextResponse } from "./start-next-response.server";

const completeScreener = async (ctx: Context, responseId: number, submitted: SubmittedResponse): Promise<string> => {
  const application = await findApplicationOfResponse(ctx, responseId);
  if (!application) throw new NotFound("application");
  if (application.state === "screening") {
    const profile = await profileOf(ctx, application.personId);
    const [trial] = await ctx.db.select({ rule: trials.eligibility }).from(trials).where(eq(trials.id, application.trialId));
    const isEligible =
      screeningOutcome(submitted.definition, submitted.answers) === "qualified" && judge(trial?.rule ?? null, profile, submitted.answers).isEligible;
    await ctx.db
      .update(applications)
      .set({ state: isEligible ? "applied" : "ineligible", profile, appliedAt: ctx.now })
      .where(eq(applications.id, application.id));
    await record(ctx, {
      kind: "application.submitted",
      subject: { kind: "application", id: application.id },
      data: { trialId: application.trialId, isEligible },
    });
    if (isEligible) await offerPlaces(ctx, application.trialId);
  }
  return paths.trial(application.trialId);
};

const completeEvaluation = async (ctx: Context, participantId: number): Promise<string> => {
  const [participant] = await ctx.db.select().from(participants).where(eq(participants.id, participantId)).for("update");
  if (!participant) throw new NotFound("participant");
  if (participant.state === "active" && (await startNextResponse(ctx, participantId)) === null)
    await ctx.db
      .update(participants)
      .set({ state: "complete" })
      .where(and(eq(participants.id, participantId), eq(participants.state, "active")));
  return paths.myTrial(participant.trialId);
};

/** One transaction: the response is handed in and the trial moves on with it. `next` is the path of what comes next. */
export const completeResponse = (ctx: Context, input: { responseId: number }): Promise<{ next: string }> =>
  inTransaction(ctx, async (inner) => {
    const submitted = await submitResponse(inner, input.responseId);
    if (submitted.flags.length > 0) await openCase(inner, { subjectKind: "response", subjectId: input.responseId, reasons: responseReasons(submitted.flags) });
    const next =
      submitted.participantId === null ? await completeScreener(inner, input.responseId, submitted) : await completeEvaluation(inner, submitted.participantId);
    return { next };
  });
