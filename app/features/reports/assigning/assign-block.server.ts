// A block of a report is given to somebody who sees to it, by a day if there is one, and said to be ready.
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { reportBlockAssignments } from "~db/schema/index";
import { getReport } from "../queries.server";
import type { BlockName } from "../report";
import { holdReport } from "../save-draft.server";
import { listColleagues } from "./queries.server";

type Block = { trialId: number; block: BlockName };

const isOf = (reportId: number, block: BlockName) => and(eq(reportBlockAssignments.reportId, reportId), eq(reportBlockAssignments.block, block));

/** Given to somebody else it is open again; another day changes only the day. Without an assignee it is nobody's. */
export const assignBlock = async (
  ctx: Context,
  { trialId, block, assigneeId, dueOn }: Block & { assigneeId: number | null; dueOn: string | null },
): Promise<void> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "assign-block", { teamId: trial.teamId });
  if (assigneeId !== null && !(await listColleagues(ctx, trial.teamId)).some(({ id }) => id === assigneeId)) throw new NotFound("person");
  await inTransaction(ctx, async (inner) => {
    const { id: reportId } = await holdReport(inner, trialId);
    const subject = { kind: "trial", id: trialId };
    if (assigneeId === null) {
      const gone = await inner.db.delete(reportBlockAssignments).where(isOf(reportId, block)).returning({ block: reportBlockAssignments.block });
      if (gone.length > 0) await record(inner, { kind: "report.block_unassigned", subject, data: { block } });
      return;
    }
    const [known] = await inner.db.select().from(reportBlockAssignments).where(isOf(reportId, block));
    if (known?.assigneeId === assigneeId) {
      await inner.db.update(reportBlockAssignments).set({ dueOn }).where(isOf(reportId, block));
      return;
    }
    const given = { assigneeId, dueOn, assignedBy: actorId(ctx.actor), assignedAt: ctx.now, readyAt: null, readyBy: null };
    await inner.db
      .insert(reportBlockAssignments)
      .values({ reportId, block, ...given })
      .onConflictDoUpdate({ target: [reportBlockAssignments.reportId, reportBlockAssignments.block], set: given });
    await record(inner, { kind: "report.block_assigned", subject, data: { block, assigneeId }, tellAfterMs: 30 * secondInMs });
  });
};

/** Only what somebody sees to can be ready. */
export const setBlockReady = async (ctx: Context, { trialId, block, ready }: Block & { ready: boolean }): Promise<void> => {
  const { trial, report } = await getReport(ctx, trialId);
  authorize(ctx.actor, "assign-block", { teamId: trial.teamId });
  const reportId = report.id ?? 0;
  const [known] = await ctx.db.select().from(reportBlockAssignments).where(isOf(reportId, block));
  if (!known) throw new NotFound("assignment");
  await inTransaction(ctx, async (inner) => {
    const changed = await inner.db
      .update(reportBlockAssignments)
      .set(ready ? { readyAt: ctx.now, readyBy: actorId(ctx.actor) } : { readyAt: null, readyBy: null })
      .where(and(isOf(reportId, block), ready ? isNull(reportBlockAssignments.readyAt) : isNotNull(reportBlockAssignments.readyAt)))
      .returning({ block: reportBlockAssignments.block });
    if (changed.length > 0)
      await record(inner, { kind: ready ? "report.block_ready" : "report.block_open", subject: { kind: "trial", id: trialId }, data: { block } });
  });
};
