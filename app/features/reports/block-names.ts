// Every block that a report may hold, and what it is called: one place for pages, files, messages and the outline.
import type { TranslationKey } from "~/i18n/keys";
import { questionBlockNames, type QuestionBlockName } from "./question-result";
import type { BlockName } from "./report";

const ownHeadings = {
  action_standards: "reports.block_action_standards",
  liking: "reports.block_liking",
  purchase_intent: "reports.block_purchase_intent",
  just_about_right: "reports.block_just_about_right",
  attributes: "reports.block_attributes",
  choices: "reports.block_choices",
  quotations: "reports.block_quotations",
  base: "reports.block_base",
  method: "reports.block_method",
} as const satisfies Record<Exclude<BlockName, QuestionBlockName>, TranslationKey>;

const headings = new Map<BlockName, TranslationKey>([
  ...(Object.entries(ownHeadings) as [BlockName, TranslationKey][]),
  ...questionBlockNames.map((name): [BlockName, TranslationKey] => [name, `findings.heading_${name}`]),
]);

export const isBlockName = (value: unknown): value is BlockName => headings.has(value as BlockName);

export const blockHeading = (block: BlockName): TranslationKey => headings.get(block)!;
