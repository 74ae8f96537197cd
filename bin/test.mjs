// Every test in one command: units and use cases on a real database, then the stories in a real browser, then the count.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../db/embedded/server.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, note: string }} Count */

/** @param {string[]} files with files only the unit tests in them run, and no browser */
export async function test(files) {
  await ensureInstalled();
  const chromium = files.length > 0 ? process.env.CHROMIUM_PATH : ensureChromium();
  await ensureBuilt();

  const reports = mkdtempSync(path.join(tmpdir(), "kawan-reports-"));
  const database = process.env.TEST_DATABASE_URL ? null : await startEmbedded({ ephemeral: true, log: console.log });
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let running;
  let interrupted = false;
  const onSignal = () => {
    interrupted = true;
    running?.kill("SIGTERM");
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);

  // A site's own settings must not leak into its tests, least of all the address of its database.
  const { DATABASE_URL: _site, DATABASE_DIRECT_URL: _direct, ...outer } = process.env;
  const env = {
    ...outer,
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL || database?.url,
    ...(chromium && { CHROMIUM_PATH: chromium }),
  };
  const run = (/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ more = {}) =>
    new Promise((/** @type {(code: number) => void} */ resolve) => {
      running = spawn(process.execPath, args, { env: { ...env, ...more }, stdio: "inherit" });
      running.on("error", () => resolve(1));
      running.on("close", (code) => resolve(code ?? 1));
    });

  /** @type {Count[]} */
  const counts = [];
  try {
    const unitReport = path.join(reports, "unit.json");
    const unitCode = await run(["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`, ...files]);
    counts.push(count("Units and use cases", unitCode, () => readVitest(unitReport)));
    if (files.length === 0 && !interrupted) {
      const storyReport = path.join(reports, "stories.json");
      const storyCode = await run(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: storyReport,
      });
      counts.push(count("Stories in the browser", storyCode, () => readPlaywright(storyReport)));
    }
  } finally {
    await database?.stop();
    rmSync(reports, { recursive: true, force: true });
  }
  if (interrupted) throw new Error("The tests were interrupted.");
  summarise(counts);
}

/**
 * A run that broke outside any test still failed, and so did one that executed nothing.
 * @param {string} name @param {number} code @param {() => Omit<Count, "name" | "note">} read @returns {Count}
 */
function count(name, code, read) {
  let counted = { passed: 0, failed: 0, skipped: 0 };
  let note = "";
  try {
    counted = read();
  } catch {
    note = "the run left no report";
  }
  if (counted.passed + counted.failed === 0) note ||= "no test was executed";
  else if (code !== 0 && counted.failed === 0) note ||= "the run failed outside its tests";
  if (note && counted.failed === 0) counted.failed = 1;
  return { name, ...counted, note };
}

/** @param {string} file */
function readVitest(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(
    (/** @type {any} */ one) => one.status === "failed" && one.assertionResults.every((/** @type {any} */ test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    // A file that cannot even be loaded has no tests to count.
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string} file */
function readPlaywright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

/** @param {Count[]} counts */
function summarise(counts) {
  console.log("");
  for (const { name, passed, failed, skipped, note } of counts) {
    console.log(`${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}${note ? ` (${note})` : ""}`);
  }
  const sum = (/** @type {"passed" | "failed"} */ key) => counts.reduce((total, one) => total + one[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}
