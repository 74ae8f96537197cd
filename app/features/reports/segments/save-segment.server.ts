// A segment is saved under a name that the trial has not given yet, and never changed afterwards.
import { and, count, eq, isNull } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { reportSegments } from "~db/schema/index";
import { findPrototypes, findQuestions, findTrialFacts } from "../data.server";
import { getReport } from "../queries.server";
import { holdReport } from "../save-draft.server";
import { canNarrow, findChoices, findKnownSegments, wordsOf } from "./queries.server";
import { conditionsOf } from "./segment";

const askedOf = async (ctx: Context, trialId: number) => {
  const { trial } = await getReport(ctx, trialId);
  return { trial, prototypes: await findPrototypes(ctx, trialId), questions: await findQuestions(ctx, trial.questionnaireVersionId) };
};

export const getSegments = async (ctx: Context, trialId: number) => {
  const asked = await askedOf(ctx, trialId);
  const isOpen = canNarrow(asked.trial);
  const saved = (await findKnownSegments(ctx, trialId)).filter(({ removedAt }) => removedAt === null);
  return {
    trial: asked.trial,
    isOpen,
    choices: isOpen ? await findChoices(ctx, asked) : [],
    segments: isOpen ? await Promise.all(saved.map(async ({ id, name, conditions }) => ({ id, name, words: await wordsOf(ctx, asked, conditions) }))) : [],
  };
};

const mostSegments = 100;

/** The id of the new segment. */
export const saveSegment = async (ctx: Context, { trialId, name, boxes }: { trialId: number; name: string; boxes: string[] }): Promise<number> => {
  const asked = await askedOf(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: asked.trial.teamId });
  if (!canNarrow(asked.trial)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  const conditions = conditionsOf(boxes, await findChoices(ctx, asked));
  if (conditions === null) throw new Invalid({ only: { key: "not_understood" } });
  if (conditions.length === 0) throw new Invalid({ only: { key: "required" } });
  return inTransaction(ctx, async (inner) => {
    // One at a time for each trial, so that the count holds.
    await holdReport(inner, trialId);
    const [known] = await inner.db.select({ n: count() }).from(reportSegments).where(eq(reportSegments.trialId, trialId));
    if (known!.n >= mostSegments) throw new Invalid({ "": { key: "too_many_segments", values: { most: mostSegments } } });
    const [row] = await inner.db
      .insert(reportSegments)
      .values({ trialId, name, conditions, createdBy: actorId(ctx.actor), createdAt: ctx.now })
      .returning({ id: reportSegments.id });
    await record(inner, { kind: "segment.saved", subject: { kind: "trial", id: trialId }, data: { segmentId: row!.id } });
    return row!.id;
  });
};

/** The row stays, because what it once showed can still be subtracted. The id of the trial. */
export const removeSegment = async (ctx: Context, segmentId: number): Promise<number> => {
  authorize(ctx.actor, "enter-workshop", null);
  const [row] = await ctx.db.select({ trialId: reportSegments.trialId }).from(reportSegments).where(eq(reportSegments.id, segmentId));
  if (!row) throw new NotFound("segment");
  const trial = await findTrialFacts(ctx, row.trialId);
  authorize(ctx.actor, "see-report", { teamId: trial.teamId });
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  await inTransaction(ctx, async (inner) => {
    const removed = await inner.db
      .update(reportSegments)
      .set({ removedAt: ctx.now })
      .where(and(eq(reportSegments.id, segmentId), isNull(reportSegments.removedAt)))
      .returning({ id: reportSegments.id });
    if (removed.length > 0) await record(inner, { kind: "segment.removed", subject: { kind: "trial", id: row.trialId }, data: { segmentId } });
  });
  return row.trialId;
};
