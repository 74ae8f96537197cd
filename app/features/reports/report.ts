// What a report is while it is written and once it is published.
import type { LocalizedText } from "~/core/locale";
import type { Assembly } from "./assembling/assembly";
import type { ActionStandardsBlock } from "./blocks/action-standards/result";
import type { BaseBlock } from "./blocks/base/result";
import type { ChoicesBlock } from "./blocks/choices/result";
import type { JustAboutRightBlock } from "./blocks/just-about-right/result";
import type { MethodBlock } from "./blocks/method/result";
import type { QuotationsBlock } from "./blocks/quotations/result";
import type { QuestionsBlock } from "./question-result";
import type { RatingsBlock } from "./rating-result";
import type { Design } from "~/features/trials/trial";
import type { CrosstabSpec } from "./crosstabs/crosstab";
import type { Weighting } from "./weights/weighting";
import type { ReportSegment } from "./segments/segment";

/** Somebody whose answers the report leaves out, and why; the report says so. */
export type Exclusion = { participantId: number; reason: string; by: number | null; at: string };

export type ReportDraft = {
  headline: LocalizedText;
  summary: LocalizedText;
  exclusions: Exclusion[];
  /** How large each group should be; null where nobody entered it. */
  weighting: Weighting | null;
  /** Crosstabs that the author put into the report; absent in drafts that never had one. */
  crosstabs?: CrosstabSpec[];
  /** How the blocks are put together; null for the order in which they are computed. */
  assembly: Assembly | null;
};

export const emptyDraft: ReportDraft = { headline: { en: "", id: "" }, summary: { en: "", id: "" }, exclusions: [], weighting: null, assembly: null };

export type ReportBlock = ActionStandardsBlock | BaseBlock | RatingsBlock | JustAboutRightBlock | ChoicesBlock | QuestionsBlock | QuotationsBlock | MethodBlock;
export type BlockName = ReportBlock["block"];

/** One sentence that a decision can be made about. */
export type Finding = { key: string; block: BlockName; text: LocalizedText };

/** A prototype as the report names it. Its blind code identifies it in every block. */
/** Stands for everybody who answered, where an answer is about no prototype. */
export const everybody = "";

export type ReportPrototype = { code: string; name: string; isBenchmark: boolean };

/** The numbers and sentences of a version, as JSON that anyone can recompute; but for quotations it holds no id of our database. */
export type ReportContent = {
  format: 1;
  headline: LocalizedText;
  summary: LocalizedText;
  trial: {
    name: LocalizedText;
    product: LocalizedText;
    design: Design;
    alpha: number;
    fieldworkFrom: string | null;
    fieldworkUntil: string | null;
  };
  prototypes: ReportPrototype[];
  /** To whom the report is narrowed; absent where it is about everybody. */
  segment?: ReportSegment;
  /** The targets of the weighted numbers; absent where nothing is weighted. */
  weighting?: Pick<Weighting, "targets" | "cap">;
  blocks: ReportBlock[];
  /** What the authors say before a block; absent where they say nothing. */
  introductions?: Partial<Record<BlockName, LocalizedText>>;
  findings: Finding[];
};

export const decisionChoices = ["change", "keep", "test_again", "stop"] as const;
export type DecisionChoice = (typeof decisionChoices)[number];

/** Shares and tests need this many answers; below the second number even intervals are marked (METHODS §0). */
export const smallestBase = 10;
export const lowBase = 30;
/** No group of people formed by what we know about them is shown below this size. */
export const smallestGroup = 5;
