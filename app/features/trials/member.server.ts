// Trials as members and visitors see them: what it is, what it asks for, and where one stands oneself.
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { profileOf } from "~/features/accounts/profile.server";
import { minutesFor } from "~/features/questionnaires/effort";
import { authorize } from "~/policy/can";
import { applications, participants, products, prototypes, questionnaireVersions, quotaCells, trialPrototypes, trials, trialStates } from "~db/schema/index";
import { mayFitCell, missingFacts } from "./quota";
import type { CellRule } from "./trial";

const inList = {
  id: trials.id,
  name: trials.name,
  summary: trials.summary,
  receives: trials.receives,
  minutes: trials.minutes,
  state: trials.state,
  places: trials.places,
  prototypesPerPerson: trials.prototypesPerPerson,
  design: trials.design,
  choosing: trials.choosing,
  applyUntil: trials.applyUntil,
  fieldworkFrom: trials.fieldworkFrom,
  fieldworkUntil: trials.fieldworkUntil,
  pausedAt: trials.pausedAt,
};

const rulesByTrial = async (ctx: Context, trialIds: readonly number[]): Promise<Map<number, CellRule[]>> => {
  if (trialIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ trialId: quotaCells.trialId, rule: quotaCells.rule })
    .from(quotaCells)
    .where(inArray(quotaCells.trialId, [...trialIds]));
  const rules = new Map<number, CellRule[]>();
  for (const { trialId, rule } of rows) rules.set(trialId, [...(rules.get(trialId) ?? []), rule]);
  return rules;
};

const ownApplications = async (ctx: Context): Promise<Map<number, (typeof applications.$inferSelect)["state"]>> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return new Map();
  const rows = await ctx.db.select({ trialId: applications.trialId, state: applications.state }).from(applications).where(eq(applications.personId, personId));
  return new Map(rows.map(({ trialId, state }) => [trialId, state]));
};

/** Launched trials: open ones first and among them those that fit, then running and finished ones. Imported studies ran elsewhere. */
export const listTrials = async (ctx: Context) => {
  const rows = await ctx.db
    .select(inList)
    .from(trials)
    .where(and(inArray(trials.state, ["recruiting", "fieldwork", "analysis", "reported", "closed"]), isNull(trials.source)))
    .orderBy(desc(trials.id))
    .limit(100);
  const personId = actorId(ctx.actor);
  const [facts, own] = [personId === null ? {} : await profileOf(ctx, personId), await ownApplications(ctx)];
  const isOpen = (trial: (typeof rows)[number]) =>
    trial.state === "recruiting" && trial.pausedAt === null && (trial.applyUntil === null || trial.applyUntil > ctx.now);
  const rules = await rulesByTrial(
    ctx,
    rows.filter(isOpen).map(({ id }) => id),
  );
  const shown = rows.map((trial) => {
    const cells = rules.get(trial.id) ?? [];
    return {
      ...trial,
      isOpen: isOpen(trial),
      mayFit: cells.length === 0 || cells.some((rule) => mayFitCell(rule, facts)),
      application: own.get(trial.id) ?? null,
    };
  });
  return {
    open: shown.filter((trial) => trial.isOpen).toSorted((one, other) => Number(other.mayFit) - Number(one.mayFit) || other.id - one.id),
    running: shown.filter((trial) => !trial.isOpen && (trial.state === "recruiting" || trial.state === "fieldwork" || trial.state === "analysis")),
    finished: shown.filter((trial) => trial.state === "reported" || trial.state === "closed").slice(0, 12),
  };
};

const findOwn = async (ctx: Context, trialId: number) => {
  const personId = actorId(ctx.actor);
  if (personId === null) return { application: null, participantState: null };
  const [application] = await ctx.db
    .select({
      id: applications.id,
      state: applications.state,
      answerBy: applications.answerBy,
      appliedAt: applications.appliedAt,
      decidedAt: applications.decidedAt,
      screenerResponseId: applications.screenerResponseId,
    })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), eq(applications.personId, personId)));
  const [participant] = await ctx.db
    .select({ state: participants.state })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, personId)));
  return { application: application ?? null, participantState: participant?.state ?? null };
};

/** One trial for whoever may see it, with one's own application. */
export const getTrial = async (ctx: Context, trialId: number) => {
  const [row] = await ctx.db
    .select({ ...inList, confidentiality: trials.confidentiality, source: trials.source, screenerVersionId: trials.screenerVersionId, teamId: products.teamId })
    .from(trials)
    .innerJoin(products, eq(products.id, trials.productId))
    .where(eq(trials.id, trialId));
  if (!row) throw new NotFound("trial");
  const own = await findOwn(ctx, trialId);
  authorize(ctx.actor, "see-trial", { state: row.state, teamId: row.teamId, applicantId: own.application === null ? null : actorId(ctx.actor) });
  const { teamId: _, screenerVersionId, source, ...trial } = row;
  return {
    ...trial,
    ...own,
    /** Whom a study that ran elsewhere is owed to; null for a trial of this community. */
    attribution: source?.attribution ?? null,
    isOpen: trial.state === "recruiting" && trial.pausedAt === null && (trial.applyUntil === null || trial.applyUntil > ctx.now),
    allergens: await allergensOf(ctx, trialId),
    screenerMinutes: await screenerMinutes(ctx, screenerVersionId),
    cancellation: trial.state === "cancelled" ? await cancellationOf(ctx, trialId) : null,
  };
};

/** What any of the prototypes may contain, told together so that nothing says which contains what. */
const allergensOf = async (ctx: Context, trialId: number): Promise<string[]> => {
  const rows = await ctx.db
    .select({ allergens: prototypes.allergens })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trialId))
    .orderBy(asc(prototypes.allergens));
  return [...new Set(rows.flatMap(({ allergens }) => allergens.split(",").map((name) => name.trim())).filter(Boolean))];
};

const screenerMinutes = async (ctx: Context, versionId: number | null): Promise<number | null> => {
  if (versionId === null) return null;
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  return version ? minutesFor(version.definition.questions) : null;
};

const cancellationOf = async (ctx: Context, trialId: number): Promise<string> => {
  const [row] = await ctx.db
    .select({ reason: trialStates.reason })
    .from(trialStates)
    .where(and(eq(trialStates.trialId, trialId), eq(trialStates.state, "cancelled")))
    .orderBy(desc(trialStates.id))
    .limit(1);
  return row?.reason ?? "";
};

/** The facts that this trial matches on and that the person has not given yet. */
export const listMissingFacts = async (ctx: Context, trialId: number): Promise<string[]> => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-account", null);
  const cells = await ctx.db.select({ rule: quotaCells.rule }).from(quotaCells).where(eq(quotaCells.trialId, trialId));
  const [trial] = await ctx.db.select({ eligibility: trials.eligibility }).from(trials).where(eq(trials.id, trialId));
  const asked = (trial?.eligibility?.lines ?? []).filter(({ source }) => source.kind === "fact").map(({ source, values }) => ({ fact: source.key, values }));
  return missingFacts([...cells.map(({ rule }) => rule), { all: asked }], await profileOf(ctx, personId ?? 0));
};

/** The place that is offered to this person, or where their application stands instead. */
export const getOffer = async (ctx: Context, trialId: number) => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  const [offer] = await ctx.db
    .select({ trialId: trials.id, name: trials.name, confidentiality: trials.confidentiality, state: applications.state, answerBy: applications.answerBy })
    .from(applications)
    .innerJoin(trials, eq(trials.id, applications.trialId))
    .where(and(eq(applications.trialId, trialId), eq(applications.personId, personId ?? 0)));
  if (!offer) throw new NotFound("application");
  return offer;
};
