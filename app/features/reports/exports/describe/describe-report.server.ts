// A version as a document in one language. Blocks of questions all have one shape; any other new block needs one line here to be worded, else its fields are listed.
import type { Locale } from "~/core/locale";
import { blockHeading, isBlockName } from "../../block-names";
import type { BlockName, Finding, ReportBlock, ReportContent } from "../../report";
import { questionBlockNames, type QuestionsBlock } from "../../question-result";
import type { DocumentSection, ReportDocument } from "../document";
import { describeAnyBlock } from "./any-block.server";
import { describeJustAboutRight } from "./just-about-right.server";
import { describeActionStandards, describeBase, describeChoices, describeMethod, describeQuotations } from "./others.server";
import { describeQuestions } from "./questions.server";
import { describeRatings } from "./ratings.server";
import { section, speechOf, type Speech } from "./speech.server";

type Describe<Name extends BlockName> = (speech: Speech, block: Extract<ReportBlock, { block: Name }>, content: ReportContent) => DocumentSection[];

const ratings: Describe<"liking" | "purchase_intent" | "attributes"> = (speech, block, { trial }) => describeRatings(speech, block, 1 - trial.alpha);

/** The first finding stands over the document where nobody wrote a headline: alone it is not listed below it once more. */
const besidesHeadline = ({ pick }: Speech, findings: readonly Finding[], headline: ReportContent["headline"]) =>
  findings.length === 1 && !pick(headline) ? [] : findings;

const describers: { [Name in BlockName]?: Describe<Name> } = {
  action_standards: (speech, block, { findings, headline }) => describeActionStandards(speech, block, besidesHeadline(speech, findings, headline)),
  liking: ratings as Describe<"liking">,
  purchase_intent: ratings as Describe<"purchase_intent">,
  attributes: ratings as Describe<"attributes">,
  just_about_right: describeJustAboutRight,
  choices: describeChoices,
  quotations: describeQuotations,
  base: describeBase,
  method: describeMethod,
};

const isOfQuestions = (block: ReportBlock): block is QuestionsBlock => (questionBlockNames as readonly string[]).includes(block.block);

/** What a part is called, on its sheet and over its pages. */
const partOf = ({ t }: Speech, block: string): string => (isBlockName(block) ? t(blockHeading(block)) : block.replaceAll("_", " "));

export const describeBlock = (speech: Speech, block: ReportBlock, content: ReportContent): DocumentSection[] => {
  const part = partOf(speech, block.block);
  const describe = describers[block.block] as Describe<BlockName> | undefined;
  const sections = describe ? describe(speech, block, content) : isOfQuestions(block) ? describeQuestions(speech, block) : describeAnyBlock(speech, block);
  const introduction = speech.pick(content.introductions?.[block.block]);
  const all = sections.length === 0 && introduction ? [section(block.block, part)] : sections;
  return all.map((own, index) => ({ ...own, part, introduction: index === 0 ? introduction : "" }));
};

type Published = { number: number; publishedAt: Date };

export const describeReport = (content: ReportContent, { number, publishedAt }: Published, locale: Locale): ReportDocument => {
  const speech = speechOf(locale, content.prototypes);
  const { t, format, pick } = speech;
  const { trial, blocks, findings } = content;
  const base = blocks.find((block) => block.block === "base");
  const dates = trial.fieldworkFrom && trial.fieldworkUntil ? `${format.date(trial.fieldworkFrom)} – ${format.date(trial.fieldworkUntil)}` : "";
  return {
    headline: pick(content.headline) || (findings[0] ? pick(findings[0].text) : t("reports.no_finding")),
    summary: pick(content.summary),
    trial: pick(trial.name),
    facts: [
      content.segment ? t("segments.report_of", { name: content.segment.name }) : "",
      pick(trial.product),
      // Where nothing was tried, nothing was tried in an order.
      content.prototypes.length > 0 ? t(`reports.design_${trial.design}`) : "",
      base ? t("reports.people", { count: base.people }) : "",
      base?.effectiveN === undefined ? "" : t("segments.effective_of_all", { effective: format.number(base.effectiveN, 1) }),
      dates,
    ].filter(Boolean),
    state: t("reports.state_version", { number, date: format.dateTime(publishedAt) }),
    sections: blocks.flatMap((block) => describeBlock(speech, block, content)),
  };
};
