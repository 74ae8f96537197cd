// The rules of ideas that need neither database nor clock.
import type { Verdict } from "~/features/moderation/case";

export const boardKinds = ["ideas", "statements"] as const;
/** Ideas are voted for; statements are agreed with, disagreed with, or passed. */
export type BoardKind = (typeof boardKinds)[number];

export const publicationStates = ["pending", "published", "changes_asked", "declined", "removed"] as const;
/** Where a submission stands with the moderators. Only `published` is public; its author always sees it. */
export type PublicationState = (typeof publicationStates)[number];

export const ideaStatuses = ["new", "considering", "planned", "testing", "done", "not_planned"] as const;
/** What the product team does with an idea. */
export type IdeaStatus = (typeof ideaStatuses)[number];

export const ideaSorts = ["trending", "top", "new"] as const;
export type IdeaSort = (typeof ideaSorts)[number];

export const ideaLimits = { titleMin: 8, titleMax: 120, bodyMin: 10, bodyMax: 4000 } as const;

/** Two weeks: what people want of a product stays worth a look for longer than news does. */
export const secondsPerMagnitude = 14 * 24 * 3600;

/** Order of "trending": a tenfold number of votes weighs as much as being two weeks younger. Never needs re-scoring with time. */
export const hotScore = (voteCount: number, createdAt: Date): number => Math.log10(Math.max(voteCount, 1)) + createdAt.getTime() / 1000 / secondsPerMagnitude;

/** Where a verdict leaves a submission. What was public and is declined has been removed. */
export const stateAfter = (verdict: Verdict, before: PublicationState): PublicationState => {
  if (verdict === "approve") return "published";
  if (verdict === "ask_for_change") return "changes_asked";
  return before === "published" || before === "removed" ? "removed" : "declined";
};
