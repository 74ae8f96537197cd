// The processes under one parent: started together, restarted when they crash, stopped in good order.
import { spawn } from "node:child_process";
import { waitUntil } from "../db/embedded/processes.mjs";

const quickMs = 10_000;
const quickCrashes = 5;
const stopMs = 20_000;

/**
 * Starts one process and keeps it running. A failure before the first successful start is final; later crashes are answered
 * by a restart, after a pause that doubles, until five in a row came quickly.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, wait?: boolean, onLost: (error: Error) => void }} options
 */
export function keepChild({ name, args, env, wait = false, onLost }) {
  let stopping = false;
  let everStarted = false;
  let crashes = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let pending;
  /** @type {() => void} */
  let begun = () => {};
  /** @type {Promise<void>} */
  const started = new Promise((resolve) => (begun = resolve));
  let child = start(wait);

  function start(/** @type {boolean} */ waiting) {
    const began = Date.now();
    // A process group of its own: on Ctrl-C the parent alone decides who stops, and in which order.
    const made = spawn(process.execPath, args, {
      env: { ...env, KAWAN_WAIT: waiting ? "1" : "" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    });
    made.on("message", (message) => {
      if (message !== "started") return;
      everStarted = true;
      begun();
    });
    made.on("error", (error) => onLost(error));
    made.on("exit", (code, signal) => {
      if (stopping) return;
      const how = signal ?? `code ${code}`;
      if (!everStarted) return onLost(new Error(`The ${name} process did not start (${how}): see the message above.`));
      crashes = Date.now() - began < quickMs ? crashes + 1 : 1;
      if (crashes >= quickCrashes) return onLost(new Error(`The ${name} process crashed ${crashes} times in a row (${how}); Kawan stops.`));
      const pauseMs = 250 * 2 ** crashes;
      console.error(`The ${name} process ended unexpectedly (${how}); starting it again in ${pauseMs / 1000} s.`);
      pending = setTimeout(() => (child = start(false)), pauseMs);
    });
    return made;
  }

  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    started,
    /** Lets a process that was started with `wait` begin its work. */
    go: () => child.connected && child.send("go", () => {}),
    stop: async () => {
      stopping = true;
      clearTimeout(pending);
      if (isRunning()) child.kill("SIGTERM");
      if (!(await waitUntil(() => !isRunning(), stopMs, 10))) child.kill("SIGKILL");
    },
    kill: () => child.kill("SIGKILL"),
  };
}

/**
 * Runs a process to its end, which must be a good one.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, wait?: boolean, adopt?: (child: import("node:child_process").ChildProcess) => void }} options
 * @returns {{ done: Promise<void>, go: () => void, stop: () => Promise<void> }}
 */
export function runChild({ name, args, env, wait = false }) {
  const child = spawn(process.execPath, args, {
    env: { ...env, KAWAN_WAIT: wait ? "1" : "" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  /** @type {Promise<void>} */
  const done = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed: see the message above.`))));
  });
  done.catch(() => {});
  return {
    done,
    go: () => child.connected && child.send("go", () => {}),
    stop: async () => {
      child.kill("SIGTERM");
      await done.catch(() => {});
    },
  };
}
