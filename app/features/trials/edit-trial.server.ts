import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { trials } from "~db/schema/index";
import { columnsOf } from "./create-trial.server";
import type { TrialFields } from "./input";
import { getTrialToRun, type TrialToRun } from "./queries.server";
import { writeTrialPrototypes } from "./trial-prototypes.server";

const textsOf = (trial: TrialToRun) => ({
  "name.en": trial.name.en,
  "name.id": trial.name.id,
  "summary.en": trial.summary.en,
  "summary.id": trial.summary.id,
  "receives.en": trial.receives.en,
  "receives.id": trial.receives.id,
  "confidentiality.en": trial.confidentiality.en,
  "confidentiality.id": trial.confidentiality.id,
  objectives: trial.objectives,
});

/** Changes a draft. Once people were invited, what they were told stays as it was. */
export const editTrial = async (ctx: Context, input: TrialFields & { trialId: number; revision: number }): Promise<void> => {
  const before = await getTrialToRun(ctx, input.trialId);
  if (before.state !== "draft") throw new Conflict("only drafts can be changed", { key: "trial_not_draft" });
  await inTransaction(ctx, async (inner) => {
    const [changed] = await inner.db
      .update(trials)
      .set({ ...columnsOf(input), revision: sql`${trials.revision} + 1` })
      .where(and(eq(trials.id, input.trialId), eq(trials.revision, input.revision), eq(trials.state, "draft")))
      .returning({ productId: trials.productId, seed: trials.seed });
    if (!changed) {
      const current = await getTrialToRun(inner, input.trialId);
      throw new Conflict("the trial was changed meanwhile", { key: "stale" }, { revision: current.revision, values: textsOf(current) });
    }
    await writeTrialPrototypes(inner, { trialId: input.trialId, productId: changed.productId, prototypeIds: input.prototypeIds, seed: changed.seed });
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: input.trialId } });
  });
};
