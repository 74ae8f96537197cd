// Quota cells while the trial is a draft: added and removed one at a time.
import { and, asc, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { planMoreSlots } from "./launch.server";
import { offerPlaces } from "./offer-places.server";
import { applications, quotaCells, trials } from "~db/schema/index";
import { getTrialToRun, listQuotaCells } from "./queries.server";
import { quotaFacts } from "./quota-facts";
import { takesPeople, type CellRule } from "./trial";

const requireDraft = async (ctx: Context, trialId: number) => {
  const trial = await getTrialToRun(ctx, trialId);
  if (trial.state !== "draft") throw new Conflict("quotas are fixed at launch", { key: "trial_not_draft" });
};

/** The rule of a cell from the facts and values that were ticked; a fact with no value or with all of them says nothing. */
export const ruleFrom = (facts: Readonly<Record<string, readonly string[]>>): CellRule => ({
  all: quotaFacts.flatMap(({ key, options }) => {
    const values = options.map(({ value }) => value).filter((value) => facts[key]?.includes(value));
    return values.length === 0 || values.length === options.length ? [] : [{ fact: key, values }];
  }),
});

export const addQuotaCell = async (ctx: Context, input: { trialId: number; name: LocalizedText; target: number; rule: CellRule }): Promise<number> => {
  await requireDraft(ctx, input.trialId);
  const cells = await listQuotaCells(ctx, input.trialId);
  if (cells.length >= 60) throw new Invalid({ "": { key: "too_many_cells" } });
  return inTransaction(ctx, async (inner) => {
    const [cell] = await inner.db
      .insert(quotaCells)
      .values({ trialId: input.trialId, name: input.name, rule: input.rule, target: input.target })
      .returning({ id: quotaCells.id });
    if (!cell) throw new Error("The cell was not created");
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: input.trialId }, data: { quotas: cells.length + 1 } });
    return cell.id;
  });
};

export const removeQuotaCell = async (ctx: Context, input: { trialId: number; cellId: number }): Promise<void> => {
  await requireDraft(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    await inner.db.delete(quotaCells).where(and(eq(quotaCells.trialId, input.trialId), eq(quotaCells.id, input.cellId)));
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: input.trialId }, data: { quotaRemoved: input.cellId } });
  });
};

/** Cells for every combination of the chosen facts, in place of those there are; the places are shared out as evenly as whole people allow. */
export const crossFacts = async (ctx: Context, input: { trialId: number; facts: readonly string[] }): Promise<number> => {
  await requireDraft(ctx, input.trialId);
  const trial = await getTrialToRun(ctx, input.trialId);
  const chosen = quotaFacts.filter(({ key }) => input.facts.includes(key));
  if (chosen.length === 0) throw new Invalid({ facts: { key: "required" } });
  const combinations = chosen.reduce<{ name: LocalizedText; all: CellRule["all"] }[]>(
    (cells, fact) =>
      cells.flatMap((cell) =>
        fact.options.map(({ value, label }) => ({
          name: { en: [cell.name.en, label.en].filter(Boolean).join(" · "), id: [cell.name.id, label.id].filter(Boolean).join(" · ") },
          all: [...cell.all, { fact: fact.key, values: [value] }],
        })),
      ),
    [{ name: { en: "", id: "" }, all: [] }],
  );
  if (combinations.length > 60) throw new Invalid({ facts: { key: "too_many_cells" } });
  if (combinations.length > trial.places) throw new Invalid({ facts: { key: "too_few_places_for_cells", values: { cells: combinations.length } } });
  const [each, left] = [Math.floor(trial.places / combinations.length), trial.places % combinations.length];
  return inTransaction(ctx, async (inner) => {
    await inner.db.delete(quotaCells).where(eq(quotaCells.trialId, trial.id));
    await inner.db
      .insert(quotaCells)
      .values(combinations.map(({ name, all }, index) => ({ trialId: trial.id, name, rule: { all }, target: each + (index < left ? 1 : 0) })));
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: trial.id }, data: { quotas: combinations.length } });
    return combinations.length;
  });
};

/**
 * Another target for a cell, also after the launch: never below what is taken and offered, because these people were promised a place.
 * The trial grows or shrinks with its cells, and for more places more orders of presentation are planned.
 */
export const setCellTarget = async (ctx: Context, input: { trialId: number; cellId: number; target: number }): Promise<void> => {
  const trial = await getTrialToRun(ctx, input.trialId);
  if (trial.state !== "draft" && !takesPeople(trial.state)) throw new Conflict("the trial is not running", { key: "trial_not_running" });
  await inTransaction(ctx, async (inner) => {
    const cells = await inner.db.select().from(quotaCells).where(eq(quotaCells.trialId, trial.id)).orderBy(asc(quotaCells.id)).for("update");
    const cell = cells.find(({ id }) => id === input.cellId);
    if (!cell) throw new NotFound("cell");
    const [{ offered } = { offered: 0 }] = await inner.db
      .select({ offered: sql<number>`count(*)::int` })
      .from(applications)
      .where(and(eq(applications.cellId, cell.id), eq(applications.state, "chosen")));
    if (input.target < cell.taken + offered) throw new Invalid({ target: { key: "target_below_taken", values: { min: cell.taken + offered } } });
    await inner.db.update(quotaCells).set({ target: input.target }).where(eq(quotaCells.id, cell.id));
    const data = { cellId: cell.id, from: cell.target, to: input.target };
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: trial.id }, data });
    if (trial.state === "draft") return;
    const places = trial.places + input.target - cell.target;
    await inner.db.update(trials).set({ places }).where(eq(trials.id, trial.id));
    await planMoreSlots(inner, trial.id, { id: cell.id, target: input.target });
    await offerPlaces(inner, trial.id);
  });
};
