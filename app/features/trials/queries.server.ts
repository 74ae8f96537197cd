// Trials for those who run them. The seed and the key from code to prototype never leave through here.
import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decodeCursor, toPage } from "~/core/page";
import { authorize } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { people, products, prototypes, quotaCells, trialPrototypes, trials, trialStates } from "~db/schema/index";
import type { TrialState } from "./trial";

const shown = {
  id: trials.id,
  productId: trials.productId,
  name: trials.name,
  summary: trials.summary,
  objectives: trials.objectives,
  receives: trials.receives,
  confidentiality: trials.confidentiality,
  minutes: trials.minutes,
  state: trials.state,
  design: trials.design,
  prototypesPerPerson: trials.prototypesPerPerson,
  screenerId: trials.screenerId,
  questionnaireId: trials.questionnaireId,
  screenerVersionId: trials.screenerVersionId,
  questionnaireVersionId: trials.questionnaireVersionId,
  applyUntil: trials.applyUntil,
  fieldworkFrom: trials.fieldworkFrom,
  fieldworkUntil: trials.fieldworkUntil,
  places: trials.places,
  choosing: trials.choosing,
  eligibility: trials.eligibility,
  diaryDays: trials.diaryDays,
  pausedAt: trials.pausedAt,
  actionStandards: trials.actionStandards,
  source: trials.source,
  revision: trials.revision,
  createdAt: trials.createdAt,
  productName: products.name,
  teamId: products.teamId,
};

export type TrialToRun = Awaited<ReturnType<typeof getTrialToRun>>;

/** A trial for staff who work on its product. */
export const getTrialToRun = async (ctx: Context, trialId: number) => {
  authorize(ctx.actor, "enter-workshop", null);
  const [trial] = await ctx.db.select(shown).from(trials).innerJoin(products, eq(products.id, trials.productId)).where(eq(trials.id, trialId));
  if (!trial) throw new NotFound("trial");
  authorize(ctx.actor, "run-trial", { teamId: trial.teamId });
  return trial;
};

/** The prototypes under test by name, without their codes. */
export const listTrialPrototypes = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  return ctx.db
    .select({ id: prototypes.id, name: prototypes.name, isBenchmark: prototypes.isBenchmark })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trialId))
    .orderBy(desc(prototypes.isBenchmark), asc(prototypes.id));
};

export const listQuotaCells = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  return ctx.db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId)).orderBy(asc(quotaCells.id));
};

/** How the trial came to where it is: every change of state with who and why. */
export const listTrialHistory = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  return ctx.db
    .select({ id: trialStates.id, state: trialStates.state, event: trialStates.event, reason: trialStates.reason, at: trialStates.at, by: people.displayName })
    .from(trialStates)
    .leftJoin(people, eq(people.id, trialStates.by))
    .where(eq(trialStates.trialId, trialId))
    .orderBy(desc(trialStates.id))
    .limit(100);
};

export const listTrialsToRun = async (ctx: Context, input: { states?: readonly TrialState[]; productId?: number; after?: string | null } = {}) => {
  authorize(ctx.actor, "enter-workshop", null);
  const size = 50;
  const cursor = decodeCursor(input.after, 1);
  const rows = await ctx.db
    .select({
      id: trials.id,
      name: trials.name,
      state: trials.state,
      places: trials.places,
      applyUntil: trials.applyUntil,
      fieldworkUntil: trials.fieldworkUntil,
      productName: products.name,
      isImported: trials.source,
    })
    .from(trials)
    .innerJoin(products, eq(products.id, trials.productId))
    .where(
      and(
        whereWorksOnTeam(ctx.actor, products.teamId),
        input.states && inArray(trials.state, [...input.states]),
        input.productId ? eq(trials.productId, input.productId) : undefined,
        cursor && typeof cursor[0] === "number" ? lt(trials.id, cursor[0]) : undefined,
      ),
    )
    .orderBy(desc(trials.id))
    .limit(size + 1);
  return toPage(
    rows.map(({ isImported, ...row }) => ({ ...row, isImported: isImported !== null })),
    size,
    (row) => [row.id],
  );
};
