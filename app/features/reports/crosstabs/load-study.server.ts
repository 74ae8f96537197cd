// What every crosstab of a trial needs: its questions, prototypes and banners, the weights where they are wanted, and the rows of a segment.
import type { Context } from "~/core/context";
import { findPrototypes, findQuestions, type TrialFacts } from "../data.server";
import type { ReportDraft } from "../report";
import type { Condition } from "../segments/segment";
import { weighFacts, type WeightsByFacts } from "../weights/weigh-facts.server";
import { findBanners, isCrossable } from "./banners.server";
import { segmentRowsOf, type CrosstabStudy } from "./make-crosstabs.server";

export type WeightsState = "none" | "usable" | "refused" | "failed";

/** Without weights and without a segment; both are added where they are wanted. */
export const findStudy = async (ctx: Context, trial: TrialFacts): Promise<Omit<CrosstabStudy, "versionId"> & { versionId: number | null }> => {
  const prototypes = await findPrototypes(ctx, trial.id);
  const questions = (await findQuestions(ctx, trial.questionnaireVersionId)).filter(isCrossable);
  const banners = await findBanners(ctx, { trial, prototypes, questions });
  return { trial, versionId: trial.questionnaireVersionId, prototypes, questions, banners, weights: null, segment: null };
};

/** Weights so uneven that few people would decide are as good as none. */
export const weightsFor = async (
  ctx: Context,
  trial: TrialFacts,
  { weighting }: Pick<ReportDraft, "weighting">,
): Promise<{ state: WeightsState; weights: WeightsByFacts | null }> => {
  if (!weighting?.isUsed) return { state: "none", weights: null };
  const weights = await weighFacts(ctx, trial, weighting);
  return weights === null ? { state: "failed", weights } : weights.isRefused ? { state: "refused", weights } : { state: "usable", weights };
};

export const withSegment = async (ctx: Context, study: CrosstabStudy, conditions: readonly Condition[] | null): Promise<CrosstabStudy> =>
  conditions === null ? study : { ...study, segment: await segmentRowsOf(ctx, study, conditions) };
