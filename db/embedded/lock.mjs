// One start at a time for one directory of data: the lock names its holder, so that a crash never leaves a door shut.
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAlive, startedAt } from "./processes.mjs";

/** @typedef {{ pid: number, started: string, origin?: string }} Holder */

/**
 * The living process that holds the lock, or null.
 * @param {string} file
 * @returns {Holder | null}
 */
export function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return isAlive(holder.pid) && startedAt(holder.pid) === holder.started ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock, or returns who holds it.
 * @param {string} file @param {{ origin?: string }} [about]
 * @returns {{ release: () => void, holder?: undefined } | { holder: Holder, release?: undefined }}
 */
export function takeLock(file, about = {}) {
  const mine = JSON.stringify({ pid: process.pid, started: startedAt(process.pid), ...about });
  for (let attempt = 0; attempt < 50; attempt++) {
    if (createWhole(file, mine)) {
      return {
        release: () => {
          if (readQuietly(file) === mine) rmSync(file, { force: true });
        },
      };
    }
    const holder = holderOf(file);
    if (holder) return { holder };
    removeStale(file);
  }
  throw new Error(`The lock ${file} can neither be taken nor read: remove it if no Kawan is running.`);
}

/** A reader must never see a lock without its holder, so the file is written elsewhere and appears by a hard link. */
function createWhole(/** @type {string} */ file, /** @type {string} */ content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    return createPlain(file, content);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Some file systems know no hard links. */
function createPlain(/** @type {string} */ file, /** @type {string} */ content) {
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** Two processes may find the same dead lock: the second one must not remove the lock that the first has just taken. */
function removeStale(/** @type {string} */ file) {
  const broom = `${file}.cleaning`;
  if (!createPlain(broom, String(process.pid))) {
    const sweeper = Number(readQuietly(broom));
    const age = Date.now() - (statSync(broom, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 5_000 || (age > 200 && !isAlive(sweeper))) rmSync(broom, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return;
  }
  try {
    if (!holderOf(file)) rmSync(file, { force: true });
  } finally {
    rmSync(broom, { force: true });
  }
}

/** @param {string} file */
function readQuietly(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
