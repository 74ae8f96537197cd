// A version as a document in one language. A new block needs one line here to be worded; without it, it is described by its fields.
import type { Locale } from "~/core/locale";
import type { BlockName, ReportBlock, ReportContent } from "../../report";
import type { DocumentSection, ReportDocument } from "../document";
import { describeAnyBlock } from "./any-block.server";
import { describeJustAboutRight } from "./just-about-right.server";
import { describeActionStandards, describeBase, describeChoices, describeMethod, describeQuotations } from "./others.server";
import { describeRatings } from "./ratings.server";
import { speechOf, type Speech } from "./speech.server";

type Describe<Name extends BlockName> = (speech: Speech, block: Extract<ReportBlock, { block: Name }>, content: ReportContent) => DocumentSection[];

const ratings: Describe<"liking" | "purchase_intent" | "attributes"> = (speech, block, { trial }) => describeRatings(speech, block, 1 - trial.alpha);

const describers: { [Name in BlockName]?: Describe<Name> } = {
  action_standards: (speech, block, { findings }) => describeActionStandards(speech, block, findings),
  liking: ratings as Describe<"liking">,
  purchase_intent: ratings as Describe<"purchase_intent">,
  attributes: ratings as Describe<"attributes">,
  just_about_right: describeJustAboutRight,
  choices: describeChoices,
  quotations: describeQuotations,
  base: describeBase,
  method: describeMethod,
};

const describeBlock = (speech: Speech, block: ReportBlock, content: ReportContent): DocumentSection[] => {
  const describe = describers[block.block] as Describe<BlockName> | undefined;
  return describe ? describe(speech, block, content) : describeAnyBlock(speech, block);
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
      t(`reports.design_${trial.design}`),
      base ? t("reports.people", { count: base.people }) : "",
      dates,
    ].filter(Boolean),
    state: t("reports.state_version", { number, date: format.dateTime(publishedAt) }),
    sections: blocks.flatMap((block) => describeBlock(speech, block, content)),
  };
};
