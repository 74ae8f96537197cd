// For those who work on the report: how far its long computations are, and beginning anew.
import type { Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { getReport } from "../queries.server";
import type { Progress } from "./computation";
import { beginAnew, listProgress, progressOfStored } from "./computations.server";

type Watched = { trialId: number; segmentId: number | null; dataHash: string; /** What the page shows when it has been computed. */ awaited: number | null };

export const listReportProgress = async (ctx: Context, { trialId, segmentId, dataHash, awaited }: Watched): Promise<Progress[]> => {
  await getReport(ctx, trialId);
  return [...(awaited === null ? [] : await progressOfStored(ctx, trialId, awaited)), ...(await listProgress(ctx, { trialId, segmentId }, dataHash))];
};

export const beginReportAnew = async (ctx: Context, { trialId, segmentId }: { trialId: number; segmentId: number | null }): Promise<void> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "see-report", { teamId: trial.teamId });
  await beginAnew(ctx, { trialId, segmentId });
};
