// A whole report from its content: the answer first, then one block after the other in the order of a product test.
import type { ReactNode } from "react";
import { localized } from "~/core/locale";
import { VerdictPanel } from "../blocks/action-standards/view";
import { AttributesView } from "../blocks/attributes/view";
import { BaseView } from "../blocks/base/view";
import { ChoicesView } from "../blocks/choices/view";
import { JustAboutRightView } from "../blocks/just-about-right/view";
import { LikingView } from "../blocks/liking/view";
import { MethodView } from "../blocks/method/view";
import { PurchaseIntentView } from "../blocks/purchase-intent/view";
import { QuotationsView } from "../blocks/quotations/view";
import type { ReportCharts } from "../charts/chart";
import type { BlockName, ReportBlock, ReportContent } from "../report";
import { useLocale, useT } from "~/i18n/language";
import { PlainText } from "~/ui/plain-text";
import { SegmentBanner } from "../segments/segment-banner";
import { PrototypeNames } from "./prototype-names";
import { QuestionsView } from "./questions-view";

type Props = {
  content: ReportContent;
  charts: ReportCharts;
  aside?: ReactNode;
  /** What stands above a block for those who write the report. */
  tools?: (block: BlockName) => ReactNode;
};

const Block = ({ block, content, charts, aside }: Props & { block: ReportBlock }) => {
  const confidence = 1 - content.trial.alpha;
  switch (block.block) {
    case "action_standards":
      return (
        <VerdictPanel block={block} content={content}>
          {aside}
        </VerdictPanel>
      );
    case "liking":
      return <LikingView block={block} charts={charts} confidence={confidence} />;
    case "purchase_intent":
      return <PurchaseIntentView block={block} charts={charts} confidence={confidence} />;
    case "attributes":
      return <AttributesView block={block} charts={charts} confidence={confidence} />;
    case "just_about_right":
      return <JustAboutRightView block={block} penalties={charts.penalties} />;
    case "choices":
      return <ChoicesView block={block} />;
    case "quotations":
      return <QuotationsView block={block} />;
    case "base":
      return <BaseView block={block} />;
    case "method":
      return <MethodView block={block} />;
    default:
      return <QuestionsView block={block} />;
  }
};

/** What is weighted and what is not, before anybody reads a number. */
const WeightsNote = () => {
  const t = useT();
  return <p className="max-w-[90ch] text-label text-ink-2">{t("segments.others_unweighted")}</p>;
};

/** What the authors say before a block, in the width that one reads well. */
const Introduction = ({ content, block }: { content: ReportContent; block: BlockName }) => {
  const locale = useLocale();
  const text = localized(content.introductions?.[block], locale);
  return text ? <PlainText text={text} className="px-1 text-ink" /> : null;
};

export const ReportView = (props: Props) => (
  <PrototypeNames prototypes={props.content.prototypes}>
    <div className="grid min-w-0 gap-7">
      {props.content.weighting && <WeightsNote />}
      {props.content.segment && <SegmentBanner segment={props.content.segment} />}
      {props.content.blocks.map((block) => (
        <div key={block.block} id={`block-${block.block}`} className="grid min-w-0 scroll-mt-24 gap-3">
          {props.tools?.(block.block)}
          <Introduction content={props.content} block={block.block} />
          <div className="grid min-w-0 gap-7">
            <Block block={block} {...props} />
          </div>
        </div>
      ))}
    </div>
  </PrototypeNames>
);
