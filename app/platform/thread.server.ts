// Long arithmetic runs in a thread of its own, so that the process around it goes on answering; built sites have the thread's file beside them.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { env } from "./env.server";

export type FromThread<Result> = { step: { done: number; steps: number } } | { result: Result };

/** Thrown when nobody wants the result any more. */
export class Abandoned extends Error {}
/** Thrown when the thread was stopped because it needed more memory than it is given; the process around it goes on. */
export class OutOfMemory extends Error {}

type Arithmetic<Task, Result> = {
  task: Task;
  /** The same arithmetic, for where there is no built file: from the sources it runs here. */
  here: (task: Task, onStep: (done: number, steps: number) => void) => Promise<Result>;
  onStep: (done: number, steps: number) => void;
  signal: AbortSignal;
};

/** The build puts the thread beside the processes, and this module either there or one folder below. */
const threadFile = (): string | null => ["./compute.js", "../compute.js"].map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync) ?? null;

export const computeApart = async <Task, Result>({ task, here, onStep, signal }: Arithmetic<Task, Result>): Promise<Result> => {
  if (signal.aborted) throw new Abandoned();
  const file = threadFile();
  if (file === null) return here(task, onStep);
  const thread = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: env().COMPUTE_MEMORY_MB, maxYoungGenerationSizeMb: 32 } });
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Abandoned()), { once: true });
      thread.on("message", (message: FromThread<Result>) => ("step" in message ? onStep(message.step.done, message.step.steps) : resolve(message.result)));
      thread.on("error", (error) => reject("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new OutOfMemory(error.message) : error));
      thread.on("exit", (code) => reject(new Error(`The thread ended with ${code} and no result`)));
    });
  } finally {
    await thread.terminate();
  }
};
