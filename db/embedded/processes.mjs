// What the operating system knows about a process: enough to tell ours from a stranger that was given the same number.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const hasProc = process.platform === "linux";

/** Whether any process has this number, be it only a dead one whose parent has not asked for its exit code. @param {number} pid */
export function isNumberTaken(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** A dead process whose number is still taken holds nothing any more. @param {number} pid */
export function isAlive(pid) {
  return isNumberTaken(pid) && !(hasProc && procStat(pid)?.state === "Z");
}

/** @param {number} pid */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], parent: Number(fields[1]), started: fields[19] };
  } catch {
    return null;
  }
}

/** @param {string} column @param {number} pid */
function ps(column, pid) {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/**
 * When the process began, in whatever unit the system offers: numbers are reused, number and beginning together are not.
 * @param {number} pid
 */
export function startedAt(pid) {
  if (hasProc) return procStat(pid)?.started ?? "";
  return process.platform === "win32" ? "" : ps("lstart", pid);
}

/** @param {number} pid @returns {number | undefined} known on Linux only */
export function parentOf(pid) {
  return hasProc ? procStat(pid)?.parent : undefined;
}

/** @param {number} pid */
export function commandLine(pid) {
  if (!hasProc) return ps("command", pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/**
 * Whether the process is the main PostgreSQL process of this cluster.
 * @param {number} pid @param {string} cluster
 */
export function servesCluster(pid, cluster) {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  return words.includes("postgres") && `${words} `.includes(`-D ${cluster} `);
}

/**
 * Every PostgreSQL process that works in this cluster, also those whose main process was killed: all of them have it as their
 * working directory. Only Linux can tell; elsewhere the list is empty and PostgreSQL's own interlock decides.
 * @param {string} cluster
 */
export function processesInCluster(cluster) {
  if (!hasProc) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === cluster && commandLine(pid).includes("postgres");
      } catch {
        return false;
      }
    });
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * @param {() => boolean} condition @param {number} milliseconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function waitUntil(condition, milliseconds, every = 20) {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(every);
  }
  return true;
}
