/**
 * What every analysis answers with: a result, or a typed statement that the data cannot carry one.
 *
 * A number that means nothing (NaN, Infinity, a p-value from two people) never leaves this folder. Malformed input, such
 * as more successes than trials, is a bug of the caller and throws a `RangeError`.
 */

export type NotEnoughDataReason =
  /** Nobody answered. */
  | "no-observations"
  /** Somebody answered, but fewer people than the method needs. */
  | "too-few-observations"
  /** Fewer than two products or groups can be compared. */
  | "too-few-groups"
  /** Everybody gave the same answer, or the model leaves no residual: there is nothing to test against. */
  | "no-variation"
  /** The weights sum to zero. */
  | "no-weight"
  /** The model has as many parameters as answers. */
  | "no-degrees-of-freedom"
  /** No chain of people links all products: they cannot be compared with each other. */
  | "disconnected"
  /** The question's two columns cannot be told apart in these data. */
  | "not-estimable";

/** The discriminated answer instead of a number. `n` counts the answers that could be used. */
export type NotEnoughData = {
  readonly kind: "not-enough-data";
  readonly reason: NotEnoughDataReason;
  readonly n: number;
  /** For "disconnected": the groups of products that no person links, each sorted. */
  readonly components?: readonly (readonly string[])[];
};

/** Marks an answer that carries numbers. */
export type Result<Values> = { readonly kind: "result" } & Values;

/** An interval in the units of the estimate. `confidence` lies in (0, 1), for example .95. */
export type Interval = { readonly lower: number; readonly upper: number; readonly confidence: number };

export function notEnoughData(reason: NotEnoughDataReason, n: number, components?: readonly (readonly string[])[]): NotEnoughData {
  return components === undefined ? { kind: "not-enough-data", reason, n } : { kind: "not-enough-data", reason, n, components };
}

/** True when the answer carries numbers. */
export function isResult<Answer extends { readonly kind: string }>(answer: Answer | NotEnoughData): answer is Exclude<Answer, NotEnoughData> {
  return answer.kind !== "not-enough-data";
}
