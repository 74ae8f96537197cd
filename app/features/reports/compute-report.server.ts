// A report from its data: every block that fits the questions asked, in the order of a product test, and the findings to decide on.
import type { Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import { computeActionStandards } from "./blocks/action-standards/compute.server";
import { computeAttributes } from "./blocks/attributes/compute.server";
import { computeBase } from "./blocks/base/compute.server";
import { computeDiary } from "./blocks/diary/compute.server";
import { computeTrialIdeas } from "./blocks/trial-ideas/compute.server";
import { computeJustAboutRight } from "./blocks/just-about-right/compute.server";
import { computeLiking } from "./blocks/liking/compute.server";
import { computeMethod } from "./blocks/method/compute.server";
import type { MethodBlock } from "./blocks/method/result";
import { computePurchaseIntent } from "./blocks/purchase-intent/compute.server";
import { computeQuotations } from "./blocks/quotations/compute.server";
import { computeThemes } from "./blocks/themes/compute.server";
import { analyseQuestions } from "./blocks/registry.server";
import { computeCrosstabs } from "./crosstabs/compute-crosstabs.server";
import { computeWeighted, findWeights, settingFor } from "./weights/compute-weighted.server";
import type { ReportData } from "./data.server";
import { findingsOf } from "./findings.server";
import { addResults } from "./later/add-results.server";
import { emptyDraft, type Finding, type ReportBlock, type ReportContent, type ReportDraft } from "./report";
import { inBoth } from "./sentences.server";

const isPresent = <T>(block: T | null): block is T => block !== null;

const dayOf = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? null;

type Framed = Pick<ReportData, "trial" | "prototypes" | "segment">;

const contentOf = (data: Framed, draft: ReportDraft, blocks: (ReportBlock | null)[], findings: Finding[]): ReportContent => ({
  format: 1,
  // What was written about everybody is not said of a part.
  headline: data.segment ? emptyDraft.headline : draft.headline,
  summary: data.segment ? emptyDraft.summary : draft.summary,
  trial: {
    name: data.trial.name,
    product: data.trial.product,
    design: data.trial.design,
    alpha: data.trial.alpha,
    fieldworkFrom: dayOf(data.trial.fieldworkFrom),
    fieldworkUntil: dayOf(data.trial.fieldworkUntil),
  },
  prototypes: data.prototypes.map(({ code, name, isBenchmark }) => ({ code, name, isBenchmark })),
  ...(data.segment ? { segment: data.segment } : {}),
  ...(draft.weighting?.isUsed ? { weighting: { targets: draft.weighting.targets, cap: draft.weighting.cap } } : {}),
  blocks: blocks.filter(isPresent),
  findings,
});

const blinded = (data: Framed): Framed => ({
  ...data,
  prototypes: data.prototypes.map((prototype) => ({ ...prototype, name: prototype.code, isBenchmark: false })),
});

/** Before the data are locked there is only a base, under blind codes: who peeks at results stops when they please. */
export const computeBaseReport = async (ctx: Context, data: ReportData, draft: ReportDraft): Promise<ReportContent> =>
  contentOf(blinded(data), draft, [await computeBase(ctx, data)], []);

/** What can be said before anything has been computed. */
export const frameOf = (data: Framed, draft: ReportDraft, blocks: ReportBlock[]): ReportContent =>
  contentOf(isUnblinded(data.trial.state) ? data : blinded(data), draft, blocks, []);

/** What people write about a report needs no numbers: it is as it stands now, whenever the numbers were computed. */
export const withWordsOf = (content: ReportContent, { headline, summary }: Pick<ReportDraft, "headline" | "summary">): ReportContent =>
  content.segment ? content : { ...content, headline, summary };

const withWeightsNote = (method: MethodBlock, { weighting }: ReportDraft): MethodBlock =>
  weighting?.isUsed ? { ...method, notes: [...method.notes, inBoth((t) => t("segments.others_unweighted"))] } : method;

/** How often `computeAtOnce` says that a part is ready: eleven blocks, and every question that is analysed by itself. */
export const partsOf = (data: ReportData): number => 11 + data.questions.length;

/** Everything that follows from the answers at once, without what the worker finishes later. */
export const computeAtOnce = async (
  ctx: Context,
  data: ReportData,
  draft: ReportDraft,
  reportId: number | null,
  onPart: () => void = () => undefined,
): Promise<ReportContent> => {
  if (data.segment && data.segment.state !== "shown") return contentOf(data, draft, [], []);
  const ready = <T>(part: T): T => {
    onPart();
    return part;
  };
  const liking = ready(computeLiking(data));
  const purchaseIntent = ready(computePurchaseIntent(data));
  const attributes = ready(computeAttributes(data));
  const ratings = [liking, purchaseIntent, attributes].filter(isPresent);
  const jar = ready(computeJustAboutRight(data));
  const standards = computeActionStandards(data, jar);
  const weights = await findWeights(ctx, data, draft);
  const weighing = settingFor(data, weights);
  const questions = [
    ...ready(computeWeighted(data, weights, weighing, draft.weighting?.cap ?? null)),
    ...analyseQuestions(data, onPart),
    ...ready(await computeDiary(ctx, data)),
    ...ready(await computeTrialIdeas(ctx, data)),
    ...ready(await computeCrosstabs(ctx, data, draft)),
  ];
  const themes = ready(await computeThemes(ctx, data, reportId));
  const blocks: (ReportBlock | null)[] = [
    standards,
    liking,
    purchaseIntent,
    jar,
    attributes,
    ...questions,
    themes,
    ready(await computeQuotations(ctx, data, reportId, themes)),
    ready(await computeBase(ctx, data, weighing)),
    withWeightsNote(computeMethod(data, { ratings, jar, hasStandards: standards.decision !== null, questions }), draft),
  ];
  return contentOf(data, draft, blocks, findingsOf(blocks.filter(isPresent), data.prototypes));
};

/** With what the worker has finished for these answers, and the names of it. */
export const computeWithResults = async (ctx: Context, data: ReportData, draft: ReportDraft, reportId: number | null) =>
  addResults(ctx, data, await computeAtOnce(ctx, data, draft, reportId));

export const computeReport = async (ctx: Context, data: ReportData, draft: ReportDraft, reportId: number | null): Promise<ReportContent> =>
  (await computeWithResults(ctx, data, draft, reportId)).content;
