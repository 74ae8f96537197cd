// The targets that a report is weighted to, as part of its draft.
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, type FieldProblems } from "~/core/errors";
import { authorize } from "~/policy/can";
import type { TrialFacts } from "../data.server";
import type { Stamped } from "../drafts/stamp.server";
import { isLarge, listAwaited, showStored } from "../drafts/stored-drafts.server";
import { getReport } from "../queries.server";
import { holdReport, writeDraft } from "../save-draft.server";
import { canNarrow, findFactChoices } from "../segments/queries.server";
import { computeWeights } from "./overview.server";
import { readTargets, shapeOf, type WeightChoice, type Weighting } from "./weighting";

const mostGroups = 12;

/** Facts with many values, such as places typed by hand, are known for no population. */
const choicesOf = async (ctx: Context, trial: TrialFacts): Promise<WeightChoice[]> =>
  (await findFactChoices(ctx, trial, "all"))
    .filter(({ options }) => options.length >= 2 && options.length <= mostGroups)
    .slice(0, 20)
    .map(({ of, label, options }) => ({ fact: of, label, options }));

/** Everybody is weighed, so that a large trial is left to the worker. */
const findWeights = async (ctx: Context, stamped: Stamped, mostInPage?: number) => {
  if (!(await isLarge(ctx, stamped.trial, mostInPage))) return { content: await computeWeights(ctx, stamped.trial, stamped.report.draft), freshness: null };
  const { result, freshness } = await showStored(ctx, "weights", stamped);
  return { content: result?.content ?? null, freshness };
};

export const getWeighting = async (ctx: Context, trialId: number, mostInPage?: number) => {
  const { trial, report } = await getReport(ctx, trialId);
  const { weighting } = report.draft;
  const isOpen = canNarrow(trial);
  const { content, freshness } =
    isOpen && weighting ? await findWeights(ctx, { trial, report, segmentId: null }, mostInPage) : { content: null, freshness: null };
  return {
    trial,
    isOpen,
    weighting,
    revision: report.revision,
    choices: isOpen ? await choicesOf(ctx, trial) : [],
    result: content,
    freshness,
    later: await listAwaited(ctx, trialId, freshness),
  };
};

type Input = Pick<Weighting, "cap" | "isUsed"> & { trialId: number; shape: string; revision: number; fieldAt: (name: string) => string };

export const saveWeighting = async (ctx: Context, { trialId, shape, revision, fieldAt, cap, isUsed }: Input): Promise<void> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!canNarrow(trial)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  const choices = await choicesOf(ctx, trial);
  if (shapeOf(choices) !== shape) throw new Invalid({ "": { key: "stale" } });
  const { targets, problems } = readTargets(choices, fieldAt);
  if (problems.length > 0) {
    throw new Invalid(
      Object.fromEntries(
        problems.map(({ field, key, sum }): [string, FieldProblems[string]] => [
          field,
          { key, values: sum === undefined ? {} : { sum: Math.round(sum * 10) / 10 } },
        ]),
      ),
    );
  }
  if (isUsed && targets.length === 0) throw new Invalid({ isUsed: { key: "targets_needed" } });
  await inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    if (report.revision !== revision) throw new Conflict("the report was changed meanwhile", { key: "stale" }, { revision: report.revision, values: {} });
    await writeDraft(inner, report, { ...report.draft, weighting: targets.length === 0 ? null : { targets, cap, isUsed } });
  });
};
