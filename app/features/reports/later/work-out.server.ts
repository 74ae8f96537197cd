// A computation from what it is about to what it leaves behind, as its thread does it: what it needs is read there too, so that the worker is never held up.
import type { Context } from "~/core/context";
import { computeStored, type ComputedNow } from "../drafts/compute-stored.server";
import { isStoredMethod } from "./computation";
import { loadTask } from "./load-task.server";
import { runTask } from "./run-task";
import type { LongResult, LongTask } from "./task";

export type Asked = { trialId: number | null; boardId: number | null; seed: string; segmentId: number | null; method: string; dataHash: string };
export type Outcome = { kind: "gone" } | { kind: "long"; result: LongResult } | { kind: "stored"; computed: ComputedNow };
export type OnStep = (done: number, steps: number) => void;

/** What the database is needed for, at one moment of it. A long task is handed on, so that nothing is held open while it is carried out. */
export const readAndCompute = async (ctx: Context, asked: Asked, onStep: OnStep): Promise<Outcome | { kind: "task"; task: LongTask }> => {
  const { trialId, segmentId, method } = asked;
  if (isStoredMethod(method) && trialId !== null) {
    const computed = await computeStored(ctx, { trialId, segmentId, method }, onStep);
    return computed === null ? { kind: "gone" } : { kind: "stored", computed };
  }
  const task = await loadTask(ctx, asked);
  return task === null ? { kind: "gone" } : { kind: "task", task };
};

export const workOut = async (read: (onStep: OnStep) => ReturnType<typeof readAndCompute>, onStep: OnStep): Promise<Outcome> => {
  const found = await read(onStep);
  return found.kind === "task" ? { kind: "long", result: runTask(found.task, onStep) } : found;
};
