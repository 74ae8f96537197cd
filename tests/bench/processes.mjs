// The processes that are measured: started, waited for, weighed, stopped.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Starts a Node process that says "started" over its channel. @param {string[]} args @param {NodeJS.ProcessEnv} env */
export async function startProcess(args, env) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with code ${code}`)));
  });
  return {
    pid: /** @type {number} */ (child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

/** @param {string} origin @param {import("./load.mjs").Line} line @returns {Promise<{ status: number, body: Buffer }>} */
export const ask = (origin, { method = "GET", path, headers = {}, body }) =>
  new Promise((resolve, reject) => {
    const request = http.request(
      new URL(path, origin),
      { method, headers: { ...headers, ...(body && { "Content-Length": Buffer.byteLength(body) }) }, agent: false },
      (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      },
    );
    request.on("error", reject);
    request.end(body);
  });

/** Milliseconds until the front page is answered with 200. @param {string} origin @param {number} begun */
export async function untilAnswered(origin, begun) {
  for (;;) {
    const status = await ask(origin, { path: "/" }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return performance.now() - begun;
    if (performance.now() - begun > 90_000) throw new Error("The site did not answer within 90 s.");
    await pause(10);
  }
}

/** @param {number} pid @returns {number[]} the process and all below it */
const family = (pid) => {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean),
    );
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [];
  }
};

/** Memory in MB of a process and its children, PostgreSQL left out: resident, and with shared pages counted once. @param {number} pid */
export function memoryOf(pid) {
  const megabytes = (/** @type {number} */ process, /** @type {string} */ file, /** @type {RegExp} */ pattern) => {
    try {
      return Number(pattern.exec(readFileSync(`/proc/${process}/${file}`, "utf8"))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  const own = family(pid).filter((one) => {
    try {
      return !/postgres/.test(readFileSync(`/proc/${one}/comm`, "utf8"));
    } catch {
      return false;
    }
  });
  const sum = (/** @type {string} */ file, /** @type {RegExp} */ pattern) => Math.round(own.reduce((total, one) => total + megabytes(one, file, pattern), 0));
  return { processes: own.length, residentMb: sum("status", /VmRSS:\s+(\d+)/), proportionalMb: sum("smaps_rollup", /Pss:\s+(\d+)/) };
}
