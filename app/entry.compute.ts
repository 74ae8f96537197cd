// A thread of the worker that carries out one long computation and ends.
import { parentPort, workerData } from "node:worker_threads";
import { openPool } from "~db/client.server";
import { sharingOneMoment } from "~db/one-moment.server";
import { system } from "./core/context";
import { readAndCompute, workOut, type Asked, type Outcome } from "./features/reports/later/work-out.server";
import { env } from "./platform/env.server";
import type { FromThread } from "./platform/thread.server";

const saidEveryMs = 250;
let saidAt = 0;

const say = (message: FromThread<Outcome>) => parentPort?.postMessage(message);

const result = await workOut(
  async (onStep) => {
    const pool = openPool(env().DATABASE_URL, { max: 2, statementTimeoutMs: 120_000, name: "kawan-compute" });
    try {
      const ctx = { actor: system("compute"), now: new Date(), locale: "id" } as const;
      return await sharingOneMoment(pool.db, (db, beside) => readAndCompute({ ...ctx, db, beside }, workerData as Asked, onStep));
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
