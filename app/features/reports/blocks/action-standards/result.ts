import type { LocalizedText } from "~/core/locale";
import type { Decision, Outcome } from "~/statistics/action-standards";

export type JudgedStandard = {
  id: string;
  level: "must" | "should";
  outcome: Outcome;
  /** What was agreed, and what was measured, ready to read. */
  rule: LocalizedText;
  measured: LocalizedText;
  n: number;
  estimate: number | null;
  interval: { lower: number; upper: number; confidence: number } | null;
};

export type ActionStandardsBlock = { block: "action_standards"; decision: Decision | null; standards: JudgedStandard[] };
