// A thread of the worker that carries out one long computation and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { FromThread } from "./platform/thread.server";
import { runTask } from "./features/reports/later/run-task";
import type { LongResult, LongTask } from "./features/reports/later/task";

const saidEveryMs = 250;
let saidAt = 0;

const say = (message: FromThread<LongResult>) => parentPort?.postMessage(message);

say({
  result: runTask(workerData as LongTask, (done, steps) => {
    const now = Date.now();
    if (now - saidAt < saidEveryMs) return;
    saidAt = now;
    say({ step: { done, steps } });
  }),
});
