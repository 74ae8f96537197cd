// What can stand in the queue, why, and what a moderator can do about it.

export const caseSubjects = ["idea", "comment"] as const;
export type CaseSubject = (typeof caseSubjects)[number];

/** A named reason with what it adds to the priority; the queue shows both ("Why this is first"). */
export type CaseReason = { key: "first_post" | "new_member" | "link" | "watched_word" | "too_fast" | "pre_moderation" | "flagged" | "changed"; weight: number; values?: Record<string, string | number> };

export const verdictChoices = ["approve", "decline", "ask_for_change"] as const;
export type Verdict = (typeof verdictChoices)[number];

export const declineReasons = ["duplicate", "off_topic", "personal_data", "advertising", "disrespectful", "unclear", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];
