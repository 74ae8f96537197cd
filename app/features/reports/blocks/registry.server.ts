// Which block reads which question. What no block claims is counted, so that nothing asked is silently missing.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ReportData } from "../data.server";
import { questionBlockNames, type QuestionBlockName, type QuestionFinding, type QuestionsBlock } from "../question-result";
import { analyseBestWorst } from "./best-worst/analyse.server";
import { analyseCheckAll } from "./check-all/analyse.server";
import { analyseChoices } from "./choices-compared/analyse.server";
import { countAnswers } from "./counted/analyse.server";
import { analyseLikingDrivers } from "./drivers/analyse.server";
import { analyseKanoFeature } from "./kano/analyse.server";
import { analyseNetPromoter, isNetPromoter } from "./net-promoter/analyse.server";
import { analysePreference } from "./preference/analyse.server";
import { analysePriceQuestion } from "./prices/analyse.server";
import { analyseNumber, analyseProfile } from "./profiles/analyse.server";
import { analyseRanking } from "./ranking/analyse.server";

type Analysis = { block: QuestionBlockName; reads: (question: Question) => boolean; analyse: (data: ReportData, question: Question) => QuestionFinding[] };

const ofType =
  (...types: string[]) =>
  ({ type }: Question): boolean =>
    types.includes(type);

/** A question may be read by several of them: rated words are counted and profiled. */
const analyses: readonly Analysis[] = [
  { block: "preference", reads: ofType("paired_preference"), analyse: analysePreference },
  { block: "net_promoter", reads: isNetPromoter, analyse: analyseNetPromoter },
  { block: "choices_compared", reads: ofType("single_choice", "multiple_choice"), analyse: analyseChoices },
  { block: "check_all", reads: ofType("cata", "rata"), analyse: analyseCheckAll },
  { block: "ranking", reads: ofType("ranking"), analyse: analyseRanking },
  { block: "best_worst", reads: ofType("maxdiff"), analyse: analyseBestWorst },
  { block: "profiles", reads: ofType("matrix", "semantic_differential", "constant_sum", "rata"), analyse: analyseProfile },
  { block: "profiles", reads: ofType("slider", "number"), analyse: analyseNumber },
  { block: "kano", reads: ofType("kano"), analyse: analyseKanoFeature },
  { block: "prices", reads: ofType("price_sensitivity"), analyse: analysePriceQuestion },
];

/** Ratings, just-about-right and open questions have blocks of their own; a screen that only says something asks nothing. */
const readElsewhere = new Set(["rating", "just_about_right", "open_text", "information"]);

export const analyseQuestions = (data: ReportData, onQuestion: () => void = () => undefined): QuestionsBlock[] => {
  const found = new Map<QuestionBlockName, QuestionFinding[]>();
  const add = (block: QuestionBlockName, findings: QuestionFinding[]) => found.set(block, [...(found.get(block) ?? []), ...findings]);
  for (const question of data.questions) {
    const own = analyses.filter(({ reads }) => reads(question));
    for (const { block, analyse } of own) add(block, analyse(data, question));
    if (own.length === 0 && !readElsewhere.has(question.type)) add("counted", countAnswers(data, question));
    onQuestion();
  }
  add("drivers", analyseLikingDrivers(data));
  return questionBlockNames.flatMap((block) => {
    const questions = found.get(block) ?? [];
    return questions.length === 0 ? [] : [{ block, questions }];
  });
};
