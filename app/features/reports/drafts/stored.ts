// What the worker keeps for a page that would take too long to compute it: the content, and what is said about how old it is.
import type { WavesCompared } from "../comparing/compare-waves.server";
import type { QuestionFinding } from "../question-result";
import type { ReportContent } from "../report";

type Of<Kind extends string, Content> = {
  kind: Kind;
  content: Content;
  /** SHA-256 of the answers that went in, as it is published with a version. */
  dataHash: string;
  /** How many people and responses it was computed from; null where the number would tell on somebody. */
  base: { people: number; responses: number } | null;
};

export type DraftResult = Of<"draft", ReportContent>;
type WavesResult = Of<"waves", WavesCompared>;
type WeightsResult = Of<"weights", QuestionFinding | null>;
export type StoredResult = DraftResult | WavesResult | WeightsResult;

/** How old what is shown is, and what is under way; nothing of it for what was computed just now. */
export type Freshness = {
  /** Null where nothing has been computed yet. */
  computedAt: Date | null;
  base: StoredResult["base"];
  isCurrent: boolean;
  /** The computation that the page waits for. */
  awaited: number | null;
};
