import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { getProduct } from "~/features/products/queries.server";
import { createQuestionnaire } from "~/features/questionnaires/create-questionnaire.server";
import { authorize } from "~/policy/can";
import { trials, trialStates } from "~db/schema/index";
import { endOfDay, startOfDay } from "./dates";
import { screenerTitle } from "./defaults";
import type { TrialFields } from "./input";
import { newTrialSeed } from "./seeds.server";
import { perPersonIn } from "./trial";
import { writeTrialPrototypes } from "./trial-prototypes.server";

/** The columns that follow from what staff fill in. */
export const columnsOf = (fields: Omit<TrialFields, "prototypeIds">) => ({
  name: fields.name,
  summary: fields.summary,
  objectives: fields.objectives,
  receives: fields.receives,
  confidentiality: fields.confidentiality,
  minutes: fields.minutes,
  design: fields.design,
  prototypesPerPerson: perPersonIn(fields.design, fields.prototypesPerPerson),
  choosing: fields.choosing,
  diaryDays: [...new Set(fields.diaryDays)].sort((one, other) => one - other),
  places: fields.places,
  applyUntil: endOfDay(fields.applyUntil),
  fieldworkFrom: startOfDay(fields.fieldworkFrom),
  fieldworkUntil: endOfDay(fields.fieldworkUntil),
});

/** A draft with its own screener and questionnaire, both still empty; returns its id. `seed` is given where a trial has to be repeatable. */
export const createTrial = async (ctx: Context, input: TrialFields & { productId: number; seed?: string }): Promise<number> => {
  const product = await getProduct(ctx, input.productId);
  authorize(ctx.actor, "run-trial", { teamId: product.teamId });
  if (product.archivedAt) throw new Conflict("the product is archived", { key: "product_archived" });
  return inTransaction(ctx, async (inner) => {
    const { name } = input;
    const screenerId = await createQuestionnaire(inner, {
      kind: "screener",
      title: screenerTitle,
      teamId: product.teamId,
    });
    const questionnaireId = await createQuestionnaire(inner, { kind: "evaluation", title: name, teamId: product.teamId });
    const seed = input.seed ?? newTrialSeed();
    const [trial] = await inner.db
      .insert(trials)
      .values({ ...columnsOf(input), productId: product.id, screenerId, questionnaireId, seed, createdBy: actorId(ctx.actor), createdAt: ctx.now })
      .returning({ id: trials.id });
    if (!trial) throw new Error("The trial was not created");
    await writeTrialPrototypes(inner, { trialId: trial.id, productId: product.id, prototypeIds: input.prototypeIds, seed });
    await inner.db.insert(trialStates).values({ trialId: trial.id, state: "draft", by: actorId(ctx.actor), at: ctx.now });
    await record(inner, { kind: "trial.created", subject: { kind: "trial", id: trial.id }, data: { productId: product.id } });
    return trial.id;
  });
};
