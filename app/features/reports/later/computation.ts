// Where a long computation stands, as whoever waits for it is told.
export type ComputationState = "waiting" | "running" | "done" | "interrupted" | "superseded";

/** Without a sign of life for this long a run has ended without saying so: its worker was stopped or fell. */
export const silentAfterMs = 30_000;
/** After this many runs that did not come to an end somebody has to ask again. */
export const mostRuns = 3;

/** What a page shows as it was last computed, while the worker computes it anew: a draft report, and what else is computed from all answers. */
export const storedMethods = ["draft", "waves", "weights"] as const;
export type StoredMethod = (typeof storedMethods)[number];
export const isStoredMethod = (method: string): method is StoredMethod => storedMethods.some((each) => each === method);

export type Progress = {
  method: string;
  /** `broken`: the run has been silent; the worker begins anew within a minute. `too_large`: its thread had not enough memory. */
  state: "waiting" | "running" | "broken" | "done" | "interrupted" | "too_large";
  /** From 0 to 1. */
  part: number;
  /** For what is done block by block; before the first one the answers are read. */
  step?: { done: number; of: number };
};

type Row = { method: string; state: ComputationState; isTooLarge: boolean; done: number; steps: number; beatAt: Date | null };

const stateOf = ({ state, isTooLarge, beatAt }: Row, now: Date): Progress["state"] => {
  if (state === "running" && now.getTime() - (beatAt?.getTime() ?? 0) > silentAfterMs) return "broken";
  return state === "superseded" || state === "interrupted" ? (isTooLarge ? "too_large" : "interrupted") : state;
};

export const progressOf = (row: Row, now: Date): Progress => {
  const { method, state, done, steps } = row;
  const progress = { method, state: stateOf(row, now), part: state === "done" ? 1 : steps > 0 ? Math.min(1, done / steps) : 0 };
  return isStoredMethod(method) && state === "running" ? { ...progress, step: { done, of: steps } } : progress;
};

/** Still to come, as far as nobody has to do anything about it. */
export const isOnItsWay = ({ state }: Progress): boolean => state === "waiting" || state === "running" || state === "broken";
