// A build is used as long as the sources are the ones that it was made from.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "../db/embedded/lock.mjs";

const stamp = "build/.stamp";
// Building begins with removing the whole directory, so the lock lies elsewhere.
const lockFile = "node_modules/.kawan-build.lock";
const sources = ["app", "db", "public", "vite.config.ts", "remix.config.js", "tsconfig.json", "package-lock.json"];

/** Builds where there is no build or a stale one. */
export async function ensureBuilt() {
  // An image carries the build without the sources.
  if (!existsSync("app") && existsSync("build/server/web.js")) return;
  if (isFresh()) return;
  await build({ quiet: true });
}

/** @param {{ quiet: boolean }} options quiet: the output is shown only when it fails */
export async function build({ quiet }) {
  const lock = await waitForLock();
  try {
    if (quiet && isFresh()) return;
    console.log("Building Kawan; this happens once and after changes.");
    const from = describeSources();
    rmSync(stamp, { force: true });
    await runBuild(quiet);
    writeFileSync(stamp, from);
  } finally {
    lock.release();
  }
}

/** Two builds into one directory would spoil each other, so the second waits and then finds nothing left to do. */
async function waitForLock() {
  for (let said = false; ;) {
    const lock = takeLock(lockFile);
    if (lock.release) return lock;
    if (!said) console.log(`Waiting for another build (process ${lock.holder?.pid}).`);
    said = true;
    await pause(200);
  }
}

function isFresh() {
  return existsSync(stamp) && existsSync("build/server/web.js") && readFileSync(stamp, "utf8") === describeSources();
}

/** Every source with its size and time: reading the contents would cost each start more than it tells. */
function describeSources() {
  /** @type {string[]} */
  const lines = [];
  const walk = (/** @type {string} */ place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) lines.push(`${place} ${found.size} ${found.mtimeMs}`);
    else if (place !== path.join("db", "embedded"))
      readdirSync(place)
        .sort()
        .forEach((name) => walk(path.join(place, name)));
  };
  sources.forEach(walk);
  return lines.filter((line) => !/\.test\.tsx? /.test(line)).join("\n");
}

/** @param {boolean} quiet @returns {Promise<void>} */
function runBuild(quiet) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
      env: { ...process.env, NODE_ENV: "production" },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && existsSync("build/server/web.js")) return resolve();
      if (quiet) process.stderr.write(output);
      reject(new Error("The build failed: see the message above."));
    });
  });
}
