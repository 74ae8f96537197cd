// Drives a site with wrk and says how much it answered, how fast, and who used the processor.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const replay = fileURLToPath(new URL("replay.lua", import.meta.url));

/**
 * @typedef {{ method?: string, path: string, headers?: Record<string, string>, body?: string }} Line
 * @typedef {{ rate: number, p50: number, p99: number, bytes: number, statuses: string, failures: number, sent: number }} Measured
 */

/** @param {Line} line */
const lineOf = ({ method = "GET", path: address, headers = {}, body = "" }) =>
  [
    method,
    address,
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join(";; "),
    body,
  ].join("\t");

/** @param {{ base: string, file: string, offset: number, connections: number, seconds: number }} run @returns {Promise<Measured>} */
const once = ({ base, file, offset, connections, seconds }) =>
  new Promise((resolve, reject) => {
    const wrk = spawn("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "--latency", "-s", replay, base], {
      env: { ...process.env, REPLAY: file, REPLAY_OFFSET: String(offset) },
    });
    let said = "";
    wrk.stdout.on("data", (chunk) => (said += chunk));
    wrk.stderr.on("data", (chunk) => (said += chunk));
    wrk.on("error", reject);
    wrk.on("close", () => {
      const found = /JSON(\{.*\})/.exec(said);
      if (!found) return reject(new Error(said));
      const { reqs, us, bytes, non2xx, timeouts, sockerr, p50, p99, sent, statuses } = JSON.parse(found[1] ?? "");
      const failures = non2xx + timeouts + sockerr;
      resolve({ rate: (reqs - non2xx) / (us / 1e6), p50, p99, bytes: Math.round(bytes / Math.max(1, reqs)), statuses, failures, sent });
    });
  });

/**
 * The median of several runs. With `consume`, each run begins where the last one ended, so that no vote is cast twice.
 * @param {{ name: string, base: string, lines: Line[], connections: number, folder: string, consume?: boolean, seconds: number, repeats: number }} scenario
 */
export async function measure({ name, base, lines, connections, folder, consume = false, seconds, repeats }) {
  const file = path.join(folder, `${name}.tsv`);
  writeFileSync(file, lines.map(lineOf).join("\n") + "\n");
  let offset = 0;
  const run = async (/** @type {number} */ length) => {
    const measured = await once({ base, file, offset, connections, seconds: length });
    if (consume) offset += measured.sent;
    return measured;
  };
  await run(Math.min(3, seconds));
  /** @type {Measured[]} */
  const runs = [];
  for (let i = 0; i < repeats; i++) runs.push(await run(seconds));
  runs.sort((a, b) => a.rate - b.rate);
  const median = /** @type {Measured} */ (runs[Math.floor(runs.length / 2)]);
  return { ...median, rates: runs.map((one) => Math.round(one.rate)) };
}
