// Quota cells while the trial is a draft: added and removed one at a time.
import { and, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { quotaCells } from "~db/schema/index";
import { getTrialToRun, listQuotaCells } from "./queries.server";
import { quotaFacts } from "./quota-facts";
import type { CellRule } from "./trial";

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
