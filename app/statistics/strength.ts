/** The four words in which a report says how sure a difference is (METHODS 0). It never says "proves" and never says "equal". */
import { requireOpenUnit, requireUnit } from "./checks";

export type Strength = "clearly" | "probably" | "no-difference-shown" | "cannot-tell";

/** What the difference is measured in: points of a rating scale, or shares of people from 0 to 1. */
export type DifferenceScale = { readonly kind: "points"; readonly minimum: number; readonly maximum: number } | { readonly kind: "share" };

export type StrengthEvidence = {
  /** p after adjustment for its family; null when nothing could be tested. */
  readonly adjustedP: number | null;
  readonly alpha: number;
  /** Size of the smaller base. */
  readonly n: number;
  /** Half the width of the difference's interval, in the units of `scale`; null when there is none. */
  readonly halfWidth: number | null;
  readonly scale: DifferenceScale;
};

/** Below this base "no difference" would only say that few people were asked. */
const SMALLEST_BASE = 30;
const CLEAR_LEVEL = 0.01;
/** Half a point on a 9-point scale, whose ends are 8 points apart. */
const WIDEST_PART_OF_RANGE = 0.5 / 8;
const WIDEST_SHARE = 0.1;
/** A half-width computed as .1 may be .1 plus rounding. */
const ROUNDING = 1e-12;

/** The widest half-width at which "no difference shown" may still be said: .5 of 9 points, in proportion on other scales. */
export function widestHalfWidth(scale: DifferenceScale): number {
  if (scale.kind === "share") return WIDEST_SHARE;
  if (!(scale.maximum > scale.minimum)) throw new RangeError("a scale needs a maximum above its minimum");
  return (scale.maximum - scale.minimum) * WIDEST_PART_OF_RANGE;
}

/**
 * "clearly": p < .01 and below alpha. "probably": p < alpha. Otherwise "cannot-tell" when the base is below 30, the interval is too
 * wide, or nothing could be tested; else "no-difference-shown".
 */
export function strengthOf({ adjustedP, alpha, n, halfWidth, scale }: StrengthEvidence): Strength {
  requireOpenUnit(alpha, "alpha");
  const widest = widestHalfWidth(scale);
  if (adjustedP === null) return "cannot-tell";
  requireUnit(adjustedP, "adjustedP");
  if (adjustedP < alpha) return adjustedP < CLEAR_LEVEL ? "clearly" : "probably";
  const isTooWide = halfWidth === null || halfWidth > widest * (1 + ROUNDING);
  return n < SMALLEST_BASE || isTooWide ? "cannot-tell" : "no-difference-shown";
}
