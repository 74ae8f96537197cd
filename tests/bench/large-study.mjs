// Thirty questions, asked of people who tried one of six prototypes or all of them: how long a crosstab and a report take at 100,000 responses, and with
// BENCH_MILLION=1 a report at a million. Each runs in a new process, whose memory at most is told beside the time.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { studySql } from "./study.mjs";

const counts = { liking: 1, intent: 1, attribute: 12, right: 8, choice: 5, words: 3 };
const mostMb = 500;

/** @type {{ trial: number, people: number, tried: number, name: string, times: string, wanted: string, isMillion?: boolean }[]} */
const studies = [
  { trial: 904, people: 100_000, tried: 1, name: "100,000 responses, one a person", times: "3", wanted: "5000" },
  { trial: 906, people: 16_667, tried: 6, name: "100,000 responses, six a person", times: "3", wanted: "5000" },
  { trial: 905, people: 1_000_000, tried: 1, name: "1,000,000 responses, one a person", times: "1", wanted: "60000", isMillion: true },
  { trial: 907, people: 166_667, tried: 6, name: "1,000,000 responses, six a person", times: "1", wanted: "60000", isMillion: true },
];

/** @param {number} id @param {number} people @param {number} tried how many of six prototypes each of them tried */
export const largeStudySql = (id, people, tried = 1) => studySql({ trial: id, people, prototypes: 6, tried, counts });

/**
 * @param {{ folder: string, env: NodeJS.ProcessEnv, psql: (...args: string[]) => string, tell: (what: string, found: string, wanted?: string) => void }} bench
 *   `folder` holds the built `report-entry.js`, `env` the settings and the database.
 */
export function benchLargeStudies({ folder, env, psql, tell }) {
  const store = (/** @type {number} */ trial, /** @type {number} */ people, /** @type {number} */ tried) => {
    const file = path.join(folder, `study-${trial}.sql`);
    writeFileSync(file, largeStudySql(trial, people, tried));
    psql("-f", file);
  };
  const ask = (/** @type {string[]} */ ...args) => {
    const said = execFileSync(process.execPath, [path.join(folder, "report-entry.js"), ...args], { env, encoding: "utf8" });
    return JSON.parse(said.trim().split("\n").at(-1) ?? "{}");
  };
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const { trial, people, tried, name, times, wanted, isMillion } of studies) {
    if (isMillion && process.env.BENCH_MILLION !== "1") continue;
    store(trial, people, tried);
    const report = ask(String(trial), times);
    results[`report-${trial}`] = report;
    tell(`Report over ${name}`, `${report.medianMs} ms (first ${report.firstMs}), ${report.peakMb} MB at most`, `≤ ${wanted} ms, ≤ ${mostMb} MB`);
  }
  const crosstab = ask("904", "9", "crosstab");
  tell("Crosstab of two questions, 100,000 responses", `${crosstab.medianMs} ms, slowest pair`, "≤ 500 ms");
  return { ...results, crosstab };
}
