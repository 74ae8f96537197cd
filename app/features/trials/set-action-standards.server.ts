// What must be true for a go, written down before anybody has answered.
import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { questions, trials } from "~db/schema/index";
import type { ActionStandardFields } from "./input";
import { getTrialToRun, listTrialPrototypes } from "./queries.server";
import type { ActionStandard } from "./trial";

const write = async (ctx: Context, trialId: number, change: (standards: ActionStandard[]) => ActionStandard[]): Promise<void> => {
  const trial = await getTrialToRun(ctx, trialId);
  if (trial.state !== "draft" && trial.state !== "recruiting") throw new Conflict("standards are fixed once fieldwork starts", { key: "standards_fixed" });
  await inTransaction(ctx, async (inner) => {
    const [locked] = await inner.db.select({ standards: trials.actionStandards }).from(trials).where(eq(trials.id, trialId)).for("update");
    const standards = change(locked?.standards ?? []);
    await inner.db
      .update(trials)
      .set({ actionStandards: standards })
      .where(and(eq(trials.id, trialId), sql`true`));
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: trialId }, data: { actionStandards: standards.length } });
  });
};

/** The questions that a standard may look at: ratings of the questionnaire. */
export const listRatingQuestions = async (ctx: Context, trialId: number) => {
  const trial = await getTrialToRun(ctx, trialId);
  if (!trial.questionnaireId) return [];
  const rows = await ctx.db
    .select({ key: questions.key, type: questions.type, body: questions.body })
    .from(questions)
    .where(eq(questions.questionnaireId, trial.questionnaireId))
    .orderBy(questions.position);
  return rows.filter(({ type }) => type === "rating").map(({ key, body }) => ({ key, text: body.text }));
};

export const addActionStandard = async (ctx: Context, { trialId, ...fields }: ActionStandardFields & { trialId: number }): Promise<void> => {
  const [prototypes, ratings] = [await listTrialPrototypes(ctx, trialId), await listRatingQuestions(ctx, trialId)];
  const isTested = (id: number | undefined) => prototypes.some((prototype) => prototype.id === id);
  if (!isTested(fields.prototypeId)) throw new Invalid({ prototypeId: { key: "not_understood" } });
  if (!ratings.some(({ key }) => key === fields.questionKey)) throw new Invalid({ questionKey: { key: "not_understood" } });
  const { level, metric, questionKey, prototypeId, test, againstValue, againstPrototypeId } = fields;
  if (metric === "jar_penalties" && test !== "at_most") throw new Invalid({ test: { key: "penalties_at_most" } });
  if (metric !== "jar_penalties" && test === "at_most") throw new Invalid({ test: { key: "at_most_counts_penalties" } });
  const hasMargin = test === "not_inferior" || test === "equivalent";
  if (hasMargin && !(againstValue !== undefined && againstValue > 0)) throw new Invalid({ againstValue: { key: "margin_above_zero" } });
  const isAgainstPrototype = test === "superior" || hasMargin;
  const against: ActionStandard["against"] | null = isAgainstPrototype
    ? againstPrototypeId !== undefined && isTested(againstPrototypeId) && againstPrototypeId !== prototypeId
      ? { kind: "prototype", prototypeId: againstPrototypeId, ...(hasMargin ? { margin: againstValue! } : {}) }
      : null
    : againstPrototypeId !== undefined && metric !== "jar_penalties" && isTested(againstPrototypeId) && againstPrototypeId !== prototypeId
      ? { kind: "prototype", prototypeId: againstPrototypeId }
      : againstValue !== undefined
        ? { kind: "value", value: againstValue }
        : null;
  if (!against) throw new Invalid({ [isAgainstPrototype ? "againstPrototypeId" : "againstValue"]: { key: "required" } });
  await write(ctx, trialId, (standards) => {
    if (standards.length >= 20) throw new Invalid({ "": { key: "too_many_standards" } });
    const highest = Math.max(0, ...standards.map(({ id }) => Number(id.replace(/\D/g, "")) || 0));
    return [...standards, { id: `s${highest + 1}`, level, metric, questionKey, prototypeId, against, test }];
  });
};

export const removeActionStandard = (ctx: Context, input: { trialId: number; id: string }): Promise<void> =>
  write(ctx, input.trialId, (standards) => standards.filter(({ id }) => id !== input.id));
