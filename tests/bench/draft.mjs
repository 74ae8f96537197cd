// A draft report of 100,000 responses of 30 questions as people meet it: the page, the worker that computes it, and what others notice meanwhile.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { ask, startProcess } from "./processes.mjs";
import { largeStudySql } from "./large-study.mjs";

const trial = 906;

/** @param {number[]} all in milliseconds */
const spread = (all) => {
  const sorted = [...all].sort((a, b) => a - b);
  return {
    n: all.length,
    median: Math.round(sorted[sorted.length >> 1] ?? 0),
    p99: Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0),
    most: Math.round(sorted.at(-1) ?? 0),
  };
};

/** Asks for the page at a fixed rate until told to stop, whether or not the answers before have come. @param {() => Promise<number>} once */
const atFixedRate = (once, perSecond = 20) => {
  /** @type {Promise<number>[]} */
  const asked = [];
  const timer = setInterval(() => asked.push(once()), 1000 / perSecond);
  return async () => {
    clearInterval(timer);
    return spread(await Promise.all(asked));
  };
};

/** Processor time that a process has had, in ms; unlike the clock it does not tell how busy the machine is. @param {number} pid */
const processorMs = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** The most memory that a process has had, in MB. @param {number} pid */
const peakOf = (pid) => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

/**
 * @param {{ origin: string, webPid: number, settings: NodeJS.ProcessEnv, psql: (...args: string[]) => string, runSql: (name: string, text: string) => void,
 *   tell: (what: string, found: string, wanted?: string) => void }} bench `settings` hold the database that the site at `origin` is on.
 */
export async function benchDraft({ origin, webPid, settings, psql, runSql, tell }) {
  runSql("draft", largeStudySql(trial, 100_000));
  const token = "draft".padEnd(43, "0");
  const manager = Number(
    psql(
      "-c",
      `insert into people (email, display_name, email_verified_at, birth_year, role) values ('manager@example.test', 'Manager', now(), 1990, 'product_manager') returning id`,
    ),
  );
  psql(
    "-c",
    `insert into team_members (team_id, person_id) values (${trial}, ${manager});
     insert into sessions (id, person_id, expires_at, ends_at, device) values (encode(sha256(convert_to('${token}', 'UTF8')), 'hex'), ${manager}, now() + interval '20 days', now() + interval '100 days', 'bench')`,
  );
  const headers = { Cookie: `kawan=${token}`, "Accept-Language": "id", "X-Forwarded-For": "10.200.0.1" };
  const timed = async (/** @type {string} */ path) => {
    const begun = performance.now();
    const { status } = await ask(origin, { path, headers });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return performance.now() - begun;
  };
  // Asked without holding up the clock of the pages.
  const client = postgres(/** @type {string} */ (settings.DATABASE_URL), { max: 1 });
  const state = async () => (await client`select state from computations where trial_id = ${trial} and method = 'draft'`)[0]?.state;
  const others = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ ...headers, "X-Forwarded-For": `10.200.1.${i}` }));
  let turn = 0;
  let failures = 0;
  const another = async () => {
    const begun = performance.now();
    const answer = await ask(origin, { path: "/ideas?sort=top", headers: others[(turn += 1) % others.length] }).catch(() => null);
    if (answer?.status !== 200) failures += 1;
    return performance.now() - begun;
  };
  const report = `/manage/trials/${trial}/report`;

  // Both pages are warm, of another trial and another board, before anything is timed.
  for (let i = 0; i < 40; i += 1) await another();
  const quietly = atFixedRate(another);
  await pause(8_000);
  const quiet = await quietly();

  const worker = await startProcess(["bin/run.mjs", "worker"], settings);
  try {
    await pause(3_000);
    const idleMb = peakOf(worker.pid);
    const meanwhile = atFixedRate(another);
    const [begun, workBegun] = [performance.now(), processorMs(worker.pid)];
    const first = Math.round(await timed(report));
    while ((await state()) !== "done") {
      if (performance.now() - begun > 240_000) throw new Error("The draft has not been computed in four minutes");
      await pause(100);
    }
    const readyMs = Math.round(performance.now() - begun);
    const busy = await meanwhile();
    const [peakMb, workMs] = [peakOf(worker.pid), processorMs(worker.pid) - workBegun];
    /** @type {number[]} */
    const visits = [];
    await timed(report);
    const webBegun = processorMs(webPid);
    for (let i = 0; i < 10; i += 1) visits.push(await timed(report));
    const warm = { ...spread(visits), webMs: (processorMs(webPid) - webBegun) / visits.length };
    const results = { first, readyMs, workMs, warm, idleMb, peakMb, quiet, busy };
    tell(
      "Draft of 100,000 × 30: first screen, warm",
      `median ${warm.median} ms, slowest of ${warm.n} ${warm.most} ms; ${warm.webMs} ms of the web process`,
      "≤ 1000 ms",
    );
    tell("  the first visit of all, with its base", `${first} ms`, "≤ 1000 ms");
    tell("  from that visit until the worker has computed it", `${readyMs} ms, ${workMs} ms of its processor time`, "≤ 5000 ms to compute");
    tell("  the worker at its peak", `${peakMb} MB, ${idleMb} MB before`, "≤ 500 MB");
    tell(
      "  the signed-in board meanwhile",
      `p99 ${busy.p99} ms of ${busy.n}; without it ${quiet.p99} ms${failures > 0 ? `, ${failures} FAILED` : ""}`,
      "p99 ≤ 150 ms",
    );
    return results;
  } finally {
    await worker.stop();
    await client.end();
  }
}
