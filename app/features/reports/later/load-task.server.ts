// What a computation is about, loaded again by the worker; nothing when the answers are no longer those it was asked for.
import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { reports } from "~db/schema/index";
import { findTrialFacts, loadReportData } from "../data.server";
import { hashVotes, loadVotes } from "../opinions/votes.server";
import { findSegment } from "../segments/queries.server";
import { planComputations } from "./plan.server";
import type { LongTask } from "./task";
import type { Asked } from "./work-out.server";

export const loadTask = async (ctx: Context, { trialId, boardId, seed, segmentId, method, dataHash }: Asked): Promise<LongTask | null> => {
  if (boardId !== null) {
    const { ids, votes } = await loadVotes(ctx, boardId);
    return (await hashVotes(ctx, boardId)) === dataHash ? { kind: "opinions", seed, ids, votes } : null;
  }
  if (trialId === null) return null;
  const [report] = await ctx.db.select({ draft: reports.draft }).from(reports).where(eq(reports.trialId, trialId));
  const segment = segmentId === null ? null : await findSegment(ctx, trialId, segmentId);
  const data = await loadReportData(ctx, await findTrialFacts(ctx, trialId), report?.draft.exclusions ?? [], segment);
  const planned = data.dataHash === dataHash ? planComputations(data).find((each) => each.method === method) : undefined;
  return planned ? planned.makeTask(ctx) : null;
};
