// Where a long computation stands, as whoever waits for it is told.
export type ComputationState = "waiting" | "running" | "done" | "interrupted" | "superseded";

/** Without a sign of life for this long a run has ended without saying so: its worker was stopped or fell. */
export const silentAfterMs = 30_000;
/** After this many runs that did not come to an end somebody has to ask again. */
export const mostRuns = 3;

export type Progress = {
  method: string;
  /** `broken`: the run has been silent; the worker begins anew within a minute. */
  state: "waiting" | "running" | "broken" | "done" | "interrupted";
  /** From 0 to 1. */
  part: number;
};

type Row = { method: string; state: ComputationState; done: number; steps: number; beatAt: Date | null };

export const progressOf = ({ method, state, done, steps, beatAt }: Row, now: Date): Progress => ({
  method,
  state: state === "running" && now.getTime() - (beatAt?.getTime() ?? 0) > silentAfterMs ? "broken" : state === "superseded" ? "interrupted" : state,
  part: state === "done" ? 1 : steps > 0 ? Math.min(1, done / steps) : 0,
});

/** Still to come, as far as nobody has to do anything about it. */
export const isOnItsWay = ({ state }: Progress): boolean => state === "waiting" || state === "running" || state === "broken";
