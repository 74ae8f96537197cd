// Launching: everything chance decides is decided now, before anybody applies, and what will be asked can no longer change.
import { and, eq, max, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { freezeQuestionnaire, launchProblems } from "~/features/questionnaires/freeze-questionnaire.server";
import type { PairedPreferenceConfig } from "~/features/questionnaires/types/paired-preference/paired-preference";
import { allocationSlots, questions, quotaCells, trialPrototypes, trials } from "~db/schema/index";
import { everyoneCell } from "./defaults";
import { isReadyToLaunch, launchChecklist, type ChecklistLine } from "./launch-checklist";
import { planCells, planPlaces } from "./plan";
import { getTrialToRun, listQuotaCells, listTrialPrototypes, type TrialToRun } from "./queries.server";
import { seedFor } from "./seeds.server";
import { listRatingQuestions } from "./set-action-standards.server";
import { writeTrialPrototypes } from "./trial-prototypes.server";

/** Null for a questionnaire without questions, else how many of them lack something. */
const problemsOf = async (ctx: Context, questionnaireId: number | null): Promise<number | null> => {
  if (questionnaireId === null) return null;
  const problems = await launchProblems(ctx, questionnaireId);
  return problems.some(({ question }) => question === null) ? null : new Set(problems.map(({ question }) => question)).size;
};

const asksPreference = async (ctx: Context, questionnaireId: number | null): Promise<boolean> => {
  const rows = await ctx.db
    .select({ body: questions.body })
    .from(questions)
    .where(and(eq(questions.questionnaireId, questionnaireId ?? 0), eq(questions.type, "paired_preference")));
  return rows.some(({ body }) => (body.config as PairedPreferenceConfig).between === "samples");
};

export const getLaunchChecklist = async (ctx: Context, trialId: number): Promise<ChecklistLine[]> => {
  const trial = await getTrialToRun(ctx, trialId);
  return launchChecklist({
    ...trial,
    now: ctx.now,
    prototypeIds: (await listTrialPrototypes(ctx, trialId)).map(({ id }) => id),
    cells: await listQuotaCells(ctx, trialId),
    standards: trial.actionStandards,
    ratingKeys: (await listRatingQuestions(ctx, trialId)).map(({ key }) => key),
    screenerProblems: await problemsOf(ctx, trial.screenerId),
    questionnaireProblems: await problemsOf(ctx, trial.questionnaireId),
    asksPreference: await asksPreference(ctx, trial.questionnaireId),
  });
};

type PlannedSlot = { cellId: number; prototypeIds: number[] };

const insertSlots = async (ctx: Context, trialId: number, slots: readonly PlannedSlot[], last = 0): Promise<void> => {
  const rows = slots.map((slot, index) => ({ trialId, sequence: last + index + 1, ...slot }));
  for (let from = 0; from < rows.length; from += 1000) await ctx.db.insert(allocationSlots).values(rows.slice(from, from + 1000));
};

/**
 * The orders of presentation that follow from the seed of a trial, cell by cell, in the sequence in which they are taken. Behind the places
 * themselves follow as many again in reserve.
 */
export const plannedSlots = (
  trial: { seed: string; design: TrialToRun["design"]; prototypesPerPerson: number },
  prototypeIds: readonly number[],
  cells: readonly { id: number; target: number }[],
): PlannedSlot[] => {
  const plan = { design: trial.design, prototypeIds, perPerson: trial.prototypesPerPerson, places: cells.map(({ target }) => target) };
  return (["slots", "reserve"] as const).flatMap((purpose) =>
    planCells({ ...plan, seed: seedFor(trial.seed, purpose) }).flatMap((orders, index) =>
      orders.map((order) => ({ cellId: cells[index]?.id ?? 0, prototypeIds: order })),
    ),
  );
};

/** After the launch a cell may grow: orders for the places that were added, planned from a seed of their own. */
export const planMoreSlots = async (ctx: Context, trialId: number, cell: { id: number; target: number }): Promise<void> => {
  const [row] = await ctx.db.select().from(trials).where(eq(trials.id, trialId)).for("update");
  const [slots] = await ctx.db
    .select({
      own: sql<number>`count(*) filter (where ${allocationSlots.cellId} = ${cell.id} and ${allocationSlots.replacesId} is null)::int`,
      last: max(allocationSlots.sequence),
    })
    .from(allocationSlots)
    .where(eq(allocationSlots.trialId, trialId));
  const missing = cell.target * 2 - (slots?.own ?? 0);
  if (!row || missing <= 0) return;
  const chosen = await ctx.db.select({ id: trialPrototypes.prototypeId }).from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId));
  const last = slots?.last ?? 0;
  const orders = planPlaces({
    design: row.design,
    prototypeIds: chosen.map(({ id }) => id),
    perPerson: row.prototypesPerPerson,
    places: missing,
    seed: seedFor(row.seed, `extra-${last}`),
  });
  await insertSlots(
    ctx,
    trialId,
    orders.map((prototypeIds) => ({ cellId: cell.id, prototypeIds })),
    last,
  );
};

/** Freezes and plans; called inside the transaction that moves the trial to recruiting. */
export const launch = async (ctx: Context, trial: TrialToRun): Promise<void> => {
  if (!isReadyToLaunch(await getLaunchChecklist(ctx, trial.id))) throw new Conflict("the trial is not ready", { key: "trial_not_ready" });
  const [row] = await ctx.db
    .select({ seed: trials.seed, questionnaireId: trials.questionnaireId, screenerId: trials.screenerId })
    .from(trials)
    .where(eq(trials.id, trial.id));
  if (!row?.questionnaireId) throw new Conflict("the trial has no questionnaire", { key: "trial_not_ready" });
  const hasScreener = row.screenerId !== null && (await problemsOf(ctx, row.screenerId)) !== null;
  await ctx.db
    .update(trials)
    .set({
      screenerVersionId: hasScreener && row.screenerId !== null ? await freezeQuestionnaire(ctx, row.screenerId) : null,
      questionnaireVersionId: await freezeQuestionnaire(ctx, row.questionnaireId),
    })
    .where(eq(trials.id, trial.id));
  const chosen = await ctx.db.select({ id: trialPrototypes.prototypeId }).from(trialPrototypes).where(eq(trialPrototypes.trialId, trial.id));
  const prototypeIds = chosen.map(({ id }) => id);
  await writeTrialPrototypes(ctx, { trialId: trial.id, productId: trial.productId, prototypeIds, seed: row.seed });
  if ((await listQuotaCells(ctx, trial.id)).length === 0)
    await ctx.db.insert(quotaCells).values({ trialId: trial.id, name: everyoneCell, rule: { all: [] }, target: trial.places });
  await insertSlots(ctx, trial.id, plannedSlots({ ...trial, seed: row.seed }, prototypeIds, await listQuotaCells(ctx, trial.id)));
};
