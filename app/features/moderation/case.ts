// What can stand in the queue, why, and what a moderator can do about it.

export const caseSubjects = ["idea", "comment", "response"] as const;
export type CaseSubject = (typeof caseSubjects)[number];

export type WrittenReason = "first_post" | "new_member" | "link" | "watched_word" | "too_fast" | "pre_moderation" | "flagged" | "changed";
/** Why answers to a questionnaire should be looked at again. */
type ResponseReason =
  "speeding" | "straight_lining" | "little_spread" | "halves_apart" | "unusual" | "inconsistent" | "attention" | "meaningless" | "duplicate_text";

/** A named reason with what it adds to the priority; the queue shows both ("Why this is first"). */
export type CaseReason = {
  key: WrittenReason | ResponseReason;
  weight: number;
  values?: Record<string, string | number>;
};

/** What a reason adds to the priority. Members' flags weigh most, as the thing is already in public. */
export const reasonWeights: Record<WrittenReason, number> = {
  flagged: 40,
  watched_word: 30,
  link: 20,
  too_fast: 15,
  first_post: 10,
  changed: 8,
  new_member: 5,
  pre_moderation: 5,
};

/** Each further flag adds this much, so that what many people mind comes first. */
const furtherFlagWeight = 10;

export const flaggedReason = (count: number): CaseReason => ({
  key: "flagged",
  weight: reasonWeights.flagged + furtherFlagWeight * (count - 1),
  values: { count },
});

export const priorityOf = (reasons: readonly CaseReason[]): number => reasons.reduce((sum, reason) => sum + reason.weight, 0);

/** One reason per key: a newer one takes the place of the older. */
export const mergeReasons = (known: readonly CaseReason[], added: readonly CaseReason[]): CaseReason[] => [
  ...known.filter((reason) => !added.some((other) => other.key === reason.key)),
  ...added,
];

export const verdictChoices = ["approve", "decline", "ask_for_change"] as const;
export type Verdict = (typeof verdictChoices)[number];

export const declineReasons = ["duplicate", "off_topic", "personal_data", "advertising", "disrespectful", "unclear", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const flagReasons = ["spam", "rude", "off_topic", "personal_data", "other"] as const;
export type FlagReason = (typeof flagReasons)[number];

/** A verdict leaves the house this long after it was given; until then undo leaves no trace outside. */
export const undoWindowMs = 30_000;
/** How long a claim keeps other moderators off a case. */
export const claimMs = 10 * 60_000;
