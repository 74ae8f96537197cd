// What every question would say if the people who answered were as the population is, beside what it says: estimates, tests and letters with weights.
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isNetPromoter } from "../blocks/net-promoter/analyse.server";
import type { ReportData } from "../data.server";
import type { QuestionFinding, QuestionsBlock } from "../question-result";
import type { ReportDraft } from "../report";
import { settingOf, type Setting } from "./columns.server";
import { weighKano, weighPrices } from "./features-and-prices.server";
import { weighBestWorst, weighRanking } from "./orders.server";
import { overviewOf } from "./overview.server";
import { weighPreference } from "./preference.server";
import { weighChoices, weighJustAboutRight, weighNumber, weighProfile, weighPromoters, weighRating, weighWords } from "./questions.server";
import { weighPeople, type Weighed } from "./weigh-people.server";

type Weigh = (setting: Setting, question: Question) => QuestionFinding;

/** Kinds of questions that have a weighted form; of all others answers are only counted, or are people's own words. */
const weighed: Readonly<Record<string, readonly Weigh[]>> = {
  rating: [(setting, question) => (isNetPromoter(question) ? weighPromoters : weighRating)(setting, question)],
  just_about_right: [weighJustAboutRight],
  paired_preference: [weighPreference],
  single_choice: [weighChoices],
  multiple_choice: [weighChoices],
  cata: [weighWords],
  rata: [weighWords, weighProfile],
  ranking: [weighRanking],
  maxdiff: [weighBestWorst],
  matrix: [weighProfile],
  semantic_differential: [weighProfile],
  constant_sum: [weighProfile],
  slider: [weighNumber],
  number: [weighNumber],
  kano: [weighKano],
  price_sensitivity: [weighPrices],
};

/** Null where no weights are wanted. */
export const findWeights = async (ctx: Context, data: ReportData, { weighting, exclusions }: ReportDraft): Promise<Weighed | null> =>
  weighting?.isUsed ? weighPeople(ctx, data.trial, exclusions, weighting) : null;

/** Weights that are shown: those so uneven that few people would decide give no numbers. */
export const settingFor = (data: ReportData, found: Weighed | null): Setting | null =>
  found?.kind === "weights" && found.quality !== "refused" ? settingOf(data, found) : null;

export const computeWeighted = (data: ReportData, found: Weighed | null, setting: Setting | null, cap: number | null): QuestionsBlock[] => {
  if (!found) return [];
  const questions = setting ? data.questions.flatMap((question) => (weighed[question.type] ?? []).map((weigh) => weigh(setting, question))) : [];
  return [{ block: "weighted", questions: [overviewOf(data, found, cap), ...questions] }];
};
