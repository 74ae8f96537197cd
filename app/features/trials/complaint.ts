// What can be wrong with a product under test, as the person who has it at home says it.
export const complaintKinds = ["damaged", "missing", "wrong_code", "unwell", "other"] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** A report about somebody's health: their tasks stop mattering, and staff may learn what it was that they tried. */
export const isAboutHealth = (kind: ComplaintKind): boolean => kind === "unwell";

/** How long a complaint may wait for an answer before it counts as late; health is looked at the same day. */
export const answerWithinHours = (kind: ComplaintKind): number => (isAboutHealth(kind) ? 4 : 48);
