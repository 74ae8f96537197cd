// A report from its data: every block that fits the questions asked, in the order of a product test, and the findings to decide on.
import type { Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import type { TranslationKey } from "~/i18n/keys";
import { computeActionStandards } from "./blocks/action-standards/compute.server";
import type { ActionStandardsBlock } from "./blocks/action-standards/result";
import { computeAttributes } from "./blocks/attributes/compute.server";
import { computeBase } from "./blocks/base/compute.server";
import { computeDiary } from "./blocks/diary/compute.server";
import { computeTrialIdeas } from "./blocks/trial-ideas/compute.server";
import { computeJustAboutRight } from "./blocks/just-about-right/compute.server";
import { jarFindings } from "./blocks/just-about-right/title.server";
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
import { addResults } from "./later/add-results.server";
import type { QuestionsBlock } from "./question-result";
import type { NoComparison, RatingsBlock } from "./rating-result";
import { emptyDraft, smallestBase, type Finding, type ReportBlock, type ReportContent, type ReportDraft } from "./report";
import { inBoth } from "./sentences.server";
import type { Strength } from "~/statistics/strength";

const isPresent = <T>(block: T | null): block is T => block !== null;

const findingOf = (block: RatingsBlock, { key, title }: RatingsBlock["ratings"][number]): Finding => ({
  key: `${block.block}:${key}`,
  block: block.block,
  text: title,
});

const isAlone = (reason: NoComparison) => reason === "one_prototype" || reason === "no_prototype";

/** A rating says something where prototypes were compared, or where the only one was rated by enough people. */
const ratingFindings = (block: RatingsBlock): Finding[] =>
  block.ratings
    .filter(({ comparison, rows }) => comparison.kind !== "none" || (isAlone(comparison.reason) && rows.some(({ n }) => n >= smallestBase)))
    .map((rating) => findingOf(block, rating));

/** That weights show nothing is not said again beside the unweighted finding. */
const isDifference = (strength: Strength): boolean => strength === "clearly" || strength === "probably";

/** What a question shows or cannot tell can be decided on; a plain count cannot. */
const questionFindings = ({ block, questions }: QuestionsBlock): Finding[] =>
  questions
    .filter(({ strength }) => strength !== null && (block !== "weighted" || isDifference(strength)))
    .map(({ key, title }) => ({ key: `${block}:${key}`, block, text: title }));

/** A trial too small to say anything still needs a decision: on what it could not say. */
const onlyFinding = (blocks: readonly RatingsBlock[]): Finding[] =>
  blocks.flatMap((block) => block.ratings.map((rating) => findingOf(block, rating))).slice(0, 1);

const verdictFinding = ({ decision }: ActionStandardsBlock): Finding[] =>
  decision === null
    ? []
    : [
        {
          key: "verdict",
          block: "action_standards",
          text: inBoth((t) => t("reports.finding_verdict", { decision: t(`reports.decision_${decision}` as TranslationKey) })),
        },
      ];

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

/** How often `computeReport` says that a part is ready: eleven blocks, and every question that is analysed by itself. */
export const partsOf = (data: ReportData): number => 11 + data.questions.length;

export const computeReport = async (
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
    ...(await addResults(ctx, data, analyseQuestions(data, onPart))),
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
  const findings = [liking, purchaseIntent, jar, attributes].flatMap((block): Finding[] =>
    block === null ? [] : block.block === "just_about_right" ? jarFindings(block, data.prototypes) : ratingFindings(block),
  );
  const all = [...findings, ...[...questions, themes].filter(isPresent).flatMap(questionFindings)];
  return contentOf(data, draft, blocks, [...(all.length > 0 ? all : onlyFinding(ratings)), ...verdictFinding(standards)]);
};
