// One person, one prototype, thirty questions: how long a crosstab takes at 100,000 responses, and with BENCH_MILLION=1 a whole report at a million.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { studySql } from "./study.mjs";

const counts = { liking: 1, intent: 1, attribute: 12, right: 8, choice: 5, words: 3 };
const trial = 904;

/** @param {number} id @param {number} people who tried one of six prototypes each */
export const largeStudySql = (id, people) => studySql({ trial: id, people, prototypes: 6, tried: 1, counts });

/**
 * @param {{ folder: string, env: NodeJS.ProcessEnv, psql: (...args: string[]) => string, tell: (what: string, found: string, wanted?: string) => void }} bench
 *   `folder` holds the built `report-entry.js`, `env` the settings and the database.
 */
export function benchLargeStudies({ folder, env, psql, tell }) {
  const store = (/** @type {number} */ id, /** @type {number} */ people) => {
    const file = path.join(folder, `study-${id}.sql`);
    writeFileSync(file, largeStudySql(id, people));
    psql("-f", file);
  };
  const ask = (/** @type {string[]} */ ...args) => {
    const said = execFileSync(process.execPath, [path.join(folder, "report-entry.js"), ...args], { env, encoding: "utf8" });
    return JSON.parse(said.trim().split("\n").at(-1) ?? "{}");
  };
  store(trial, 100_000);
  const crosstab = ask(String(trial), "9", "crosstab");
  tell("Crosstab of two questions, 100,000 responses", `${crosstab.medianMs} ms, slowest pair`, "≤ 500 ms");
  if (process.env.BENCH_MILLION !== "1") return { crosstab };
  store(trial + 1, 1_000_000);
  const million = ask(String(trial + 1), "1");
  tell("Report over 1,000,000 responses of 30 questions", `${million.medianMs} ms, ${million.peakMb} MB at most`, "≤ 60000 ms");
  return { crosstab, million };
}
