// The rules of ideas that need neither database nor clock.

export const publicationStates = ["pending", "published", "changes_asked", "declined", "removed"] as const;
/** Where a submission stands with the moderators. Only `published` is public; its author always sees it. */
export type PublicationState = (typeof publicationStates)[number];

export const ideaStatuses = ["new", "considering", "planned", "testing", "done", "not_planned"] as const;
/** What the product team does with an idea. */
export type IdeaStatus = (typeof ideaStatuses)[number];

export const ideaSorts = ["trending", "top", "new"] as const;
export type IdeaSort = (typeof ideaSorts)[number];

export const ideaLimits = { titleMin: 8, titleMax: 120, bodyMin: 10, bodyMax: 4000 } as const;

const secondsPerMagnitude = 45_000;

/** Order of "trending": a tenfold number of votes weighs as much as being 12.5 hours younger. Never needs re-scoring with time. */
export const hotScore = (voteCount: number, createdAt: Date): number =>
  Math.log10(Math.max(voteCount, 1)) + createdAt.getTime() / 1000 / secondsPerMagnitude;
