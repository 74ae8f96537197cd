// A report from its data: every block that fits the questions asked, in the order of a product test, and the findings to decide on.
import type { Context } from "~/core/context";
import { computeActionStandards } from "./blocks/action-standards/compute.server";
import { computeAttributes } from "./blocks/attributes/compute.server";
import { computeBase } from "./blocks/base/compute.server";
import { computeChoices } from "./blocks/choices/compute.server";
import { computeJustAboutRight } from "./blocks/just-about-right/compute.server";
import { jarFindings } from "./blocks/just-about-right/title.server";
import { computeLiking } from "./blocks/liking/compute.server";
import { computeMethod } from "./blocks/method/compute.server";
import { computePurchaseIntent } from "./blocks/purchase-intent/compute.server";
import { computeQuotations } from "./blocks/quotations/compute.server";
import type { ReportData } from "./data.server";
import type { RatingsBlock } from "./rating-result";
import type { Finding, ReportBlock, ReportContent, ReportDraft } from "./report";

const isPresent = <T>(block: T | null): block is T => block !== null;

const ratingFindings = (block: RatingsBlock): Finding[] =>
  block.ratings
    .filter(({ comparison }) => comparison.kind !== "none")
    .map(({ key, title }) => ({ key: `${block.block}:${key}`, block: block.block, text: title }));

const dayOf = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? null;

export const computeReport = async (ctx: Context, data: ReportData, draft: ReportDraft, reportId: number | null): Promise<ReportContent> => {
  const ratings = [computeLiking(data), computePurchaseIntent(data), computeAttributes(data)];
  const [liking, purchaseIntent, attributes] = ratings;
  const jar = computeJustAboutRight(data);
  const standards = computeActionStandards(data, jar);
  const blocks: (ReportBlock | null)[] = [
    standards,
    liking ?? null,
    purchaseIntent ?? null,
    jar,
    attributes ?? null,
    computeChoices(data),
    await computeQuotations(ctx, data, reportId),
    await computeBase(ctx, data),
    computeMethod(data, { ratings: ratings.filter(isPresent), jar, hasStandards: standards.decision !== null }),
  ];
  const { trial } = data;
  return {
    format: 1,
    headline: draft.headline,
    summary: draft.summary,
    trial: {
      name: trial.name,
      product: trial.product,
      design: trial.design,
      alpha: trial.alpha,
      fieldworkFrom: dayOf(trial.fieldworkFrom),
      fieldworkUntil: dayOf(trial.fieldworkUntil),
    },
    prototypes: data.prototypes.map(({ code, name, isBenchmark }) => ({ code, name, isBenchmark })),
    blocks: blocks.filter(isPresent),
    findings: [
      ...(liking ? ratingFindings(liking) : []),
      ...(purchaseIntent ? ratingFindings(purchaseIntent) : []),
      ...(jar ? jarFindings(jar, data.prototypes) : []),
      ...(attributes ? ratingFindings(attributes) : []),
    ],
  };
};
