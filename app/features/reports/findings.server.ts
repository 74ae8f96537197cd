// The sentences of a report that a decision can be made about, from its blocks.
import type { TranslationKey } from "~/i18n/keys";
import type { Strength } from "~/statistics/strength";
import type { ActionStandardsBlock } from "./blocks/action-standards/result";
import { jarFindings } from "./blocks/just-about-right/title.server";
import { questionBlockNames, type QuestionsBlock } from "./question-result";
import type { NoComparison, RatingsBlock } from "./rating-result";
import { smallestBase, type Finding, type ReportBlock, type ReportPrototype } from "./report";
import { inBoth } from "./sentences.server";

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

export const isQuestionsBlock = (block: ReportBlock): block is QuestionsBlock => questionBlockNames.some((name) => name === block.block);
const isRatingsBlock = (block: ReportBlock): block is RatingsBlock => "ratings" in block;

/** Ratings and just-about-right before the questions, and the verdict last. */
export const findingsOf = (blocks: readonly ReportBlock[], prototypes: readonly ReportPrototype[]): Finding[] => {
  const ratings = blocks.filter(isRatingsBlock);
  const all = [
    ...blocks.flatMap((block) => (isRatingsBlock(block) ? ratingFindings(block) : block.block === "just_about_right" ? jarFindings(block, prototypes) : [])),
    ...blocks.filter(isQuestionsBlock).flatMap(questionFindings),
  ];
  const standards = blocks.filter((block) => block.block === "action_standards");
  return [...(all.length > 0 ? all : onlyFinding(ratings)), ...standards.flatMap(verdictFinding)];
};
