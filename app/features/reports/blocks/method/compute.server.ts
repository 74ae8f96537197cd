// How the numbers were made: which analysis, why, and what somebody needs to compute them again.
import type { LocalizedText } from "~/core/locale";
import { version } from "../../../../../package.json";
import type { ReportData } from "../../data.server";
import { lowBase, smallestBase, smallestGroup } from "../../report";
import type { QuestionBlockName, QuestionsBlock } from "../../question-result";
import type { RatingComparison, RatingsBlock } from "../../rating-result";
import { inBoth } from "../../sentences.server";
import type { JustAboutRightBlock } from "../just-about-right/result";
import type { MethodBlock } from "./result";

type Others = { ratings: RatingsBlock[]; jar: JustAboutRightBlock | null; hasStandards: boolean; questions: readonly QuestionsBlock[] };

/** Analyses that a note explains: what for, what they assume, what there is instead, where they come from. */
const explained = [
  "weighted",
  "preference",
  "net_promoter",
  "choices_compared",
  "check_all",
  "ranking",
  "best_worst",
  "profiles",
  "kano",
  "prices",
  "drivers",
  "crosstabs",
] as const satisfies readonly QuestionBlockName[];

export const computeMethod = (data: ReportData, { ratings, jar, hasStandards, questions }: Others): MethodBlock => {
  const confidence = 1 - data.trial.alpha;
  const comparisons = ratings.flatMap((block) => block.ratings.map(({ comparison }): RatingComparison["kind"] => comparison.kind));
  const notes: LocalizedText[] = [];
  if (ratings.length > 0) notes.push(inBoth((t, format) => t("reports.method_mean", { confidence: format.percent(confidence) })));
  if (comparisons.includes("repeated")) notes.push(inBoth((t) => t("reports.method_repeated")));
  if (comparisons.includes("independent")) notes.push(inBoth((t) => t("reports.method_independent")));
  if (ratings.length > 0) notes.push(inBoth((t, format) => t("reports.method_strength", { alpha: format.number(data.trial.alpha, 2) })));
  if (jar?.liking)
    notes.push(
      inBoth((t, format) => t("reports.method_penalty", { share: format.percent(jar.thresholds.share), drop: format.number(jar.thresholds.drop, 1) })),
    );
  if (jar?.pooled) notes.push(inBoth((t) => t("reports.method_pooled")));
  for (const name of explained) if (questions.some(({ block }) => block === name)) notes.push(inBoth((t) => t(`files.method_${name}`)));
  if (hasStandards) notes.push(inBoth((t) => t("reports.method_standards")));
  notes.push(inBoth((t) => t("reports.method_bases", { low: lowBase, smallest: smallestBase, group: smallestGroup })));
  notes.push(inBoth((t) => t("reports.method_missing")));
  return { block: "method", notes, confidence, seed: data.trial.seed, softwareVersion: version, dataHash: data.dataHash };
};
