// What somebody can say to a statement.
export const stanceNames = ["agree", "disagree", "pass"] as const;
export type StanceName = (typeof stanceNames)[number];

export const stanceValue = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<StanceName, -1 | 0 | 1>;
export const stanceName = (value: -1 | 0 | 1): StanceName => (value === 1 ? "agree" : value === -1 ? "disagree" : "pass");
