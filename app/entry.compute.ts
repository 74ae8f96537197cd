// A thread of the worker that carries out one long computation and ends.
import { parentPort, workerData } from "node:worker_threads";
import { openPool, type Database } from "~db/client.server";
import { system } from "./core/context";
import { readAndCompute, workOut, type Asked, type Outcome } from "./features/reports/later/work-out.server";
import { env } from "./platform/env.server";
import type { FromThread } from "./platform/thread.server";

const saidEveryMs = 250;
let saidAt = 0;

const say = (message: FromThread<Outcome>) => parentPort?.postMessage(message);

/** One moment of the database, so that a fingerprint and what it is of belong together. */
const oneMoment = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

const result = await workOut(
  async (onStep) => {
    const pool = openPool(env().DATABASE_URL, { max: 1, statementTimeoutMs: 120_000, name: "kawan-compute" });
    try {
      const ctx = { actor: system("compute"), now: new Date(), locale: "id" } as const;
      return await pool.db.transaction((tx) => readAndCompute({ ...ctx, db: tx as unknown as Database }, workerData as Asked, onStep), oneMoment);
    } finally {
      await pool.close();
    }
  },
  (done, steps) => {
    const now = Date.now();
    if (now - saidAt < saidEveryMs) return;
    saidAt = now;
    say({ step: { done, steps } });
  },
);
say({ result });
