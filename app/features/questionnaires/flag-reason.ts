// Why a response is worth a second look: what was found, and where the rule begins.

/** Stored with every flag: a changed rule is another version. */
export const qualityVersion = 3;

export type FlagKind =
  "speeding" | "straight_lining" | "little_spread" | "halves_apart" | "unusual" | "inconsistent" | "attention" | "meaningless" | "duplicate_text";

export type FlagReason = {
  kind: FlagKind;
  isStrong: boolean;
  /** What was found, and where the rule begins; in the unit of the rule: a share of the median, a number of rows, points apart. */
  value: number;
  threshold: number;
  question: string | null;
  /** The other question of a pair. */
  other: string | null;
  /** The response of somebody else that says the same. */
  otherResponse?: number;
  version: number;
};

export const reason = (kind: FlagReason["kind"], part: Partial<FlagReason>): FlagReason => ({
  kind,
  isStrong: false,
  value: 0,
  threshold: 0,
  question: null,
  other: null,
  version: qualityVersion,
  ...part,
});
