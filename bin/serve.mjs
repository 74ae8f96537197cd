// The parent of everything that runs: the database where none is given, the web process and the worker.
import { setTimeout as pause } from "node:timers/promises";
import { commandLine, parentOf } from "../db/embedded/processes.mjs";
import { loadSecrets } from "../db/embedded/secrets.mjs";
import { alreadyRunning, dataDirectory, lastStart, runningEmbedded, startEmbedded } from "../db/embedded/server.mjs";
import { ensureBuilt } from "./build.mjs";
import { keepChild, runChild } from "./children.mjs";
import { ensureInstalled } from "./install.mjs";
import { isReady, readAddress, refuseTakenPort } from "./port.mjs";

const say = (/** @type {string} */ sentence) => console.log(sentence);

/** @typedef {ReturnType<typeof keepChild>} Child */

/**
 * What has been started so far, in the order in which it must not be stopped: the last one started stops first.
 * @param {string} farewell
 */
function shutdown(farewell) {
  /** @type {{ stop: () => Promise<void>, kill?: () => void }[]} */
  const layers = [];
  /** @type {Promise<void> | undefined} */
  let stopping;
  let asked = 0;
  const stop = (/** @type {number} */ code, sentence = "") =>
    (stopping ??= (async () => {
      if (sentence) (code === 0 ? console.log : console.error)(sentence);
      while (layers.length > 0)
        await layers
          .pop()
          ?.stop()
          .catch((error) => console.error(error.message));
      process.exit(code);
    })());
  const onSignal = () => {
    // The terminal and npm may both pass on one Ctrl-C, so only a later one counts as impatience.
    if (stopping && Date.now() - asked > 1_000) layers.forEach((layer) => layer.kill?.());
    if (!stopping) asked = Date.now();
    void stop(0, farewell);
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);
  watchNpm(() => void stop(0, farewell));
  const isStopping = () => stopping !== undefined;
  /** Leaves the work of starting as soon as stopping has begun. */
  const checkpoint = () => {
    if (isStopping()) throw new Error(farewell);
  };
  return { layers, stop, isStopping, checkpoint };
}

/**
 * npm passes SIGTERM to its shell, which dies of it without telling us: whoever stops npm means Kawan.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const isShell = /\s-c\s.*kawan\.mjs/.test(commandLine(parent));
  const npm = isShell ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}

/**
 * The environment of every child; what a person has set wins over what we make.
 * @param {{ origin: string, host: string, port: number, demo: boolean, development?: boolean }} options
 * @returns {Promise<Record<string, string | undefined>>}
 */
async function environment({ origin, host, port, demo, development = false }) {
  const dataDir = dataDirectory();
  const { KAWAN_SECRET, ADDRESS_KEY } = process.env;
  const secrets = KAWAN_SECRET && ADDRESS_KEY ? { KAWAN_SECRET, ADDRESS_KEY, made: /** @type {string[]} */ ([]) } : await loadSecrets(dataDir);
  if (process.env.DATABASE_URL && secrets.made.includes("ADDRESS_KEY")) {
    say(`New secrets were made in ${dataDir}/secrets.json: keep that file as safe as your database, for without it addresses cannot be read again.`);
  }
  return {
    // An empty variable, as compose files leave them, counts as none.
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
    KAWAN_SECRET: KAWAN_SECRET || secrets.KAWAN_SECRET,
    ADDRESS_KEY: ADDRESS_KEY || secrets.ADDRESS_KEY,
    KAWAN_DATA_DIR: dataDir,
    PORT: String(port),
    HOST: host,
    PUBLIC_ORIGIN: origin,
    NODE_ENV: development ? "development" : "production",
    ...(demo && { KAWAN_DEMO: "1" }),
  };
}

/** @param {string} command @returns {string[]} */
function wantedProcesses(command) {
  if (command === "web" || command === "worker") return [command];
  const wanted = (process.env.KAWAN_PROCESSES || "web,worker").split(",").map((name) => name.trim());
  if (wanted.some((name) => name !== "web" && name !== "worker")) {
    throw new Error(`KAWAN_PROCESSES must be web, worker or web,worker, not "${process.env.KAWAN_PROCESSES}".`);
  }
  return wanted;
}

/**
 * Looks at what is already there before anything is started or changed.
 * @param {import("./port.mjs").Address} address @param {string} command
 */
async function lookAround(address, command) {
  const { holder, cutOff } = process.env.DATABASE_URL ? { holder: null, cutOff: false } : lastStart();
  if (holder && command !== "web") throw new Error(alreadyRunning(holder));
  // After a kill the web process ends by itself within seconds; that is no reason to refuse.
  await refuseTakenPort(address, command, cutOff && !holder ? 8_000 : 0);
}

/**
 * The address of the database: the given one, else the embedded one, which becomes the layer that stops last.
 * @param {ReturnType<typeof shutdown>} run @param {Record<string, string | undefined>} env
 * @param {{ join: boolean, origin?: string, onUrl?: (url: string) => void }} options join: use the one that another process has started
 */
async function useDatabase({ layers, stop }, env, { join, origin, onUrl }) {
  const given = process.env.DATABASE_URL || (join ? await runningEmbedded() : null);
  if (given) {
    onUrl?.(given);
    env.DATABASE_URL = given;
    return;
  }
  const starting = startEmbedded({ log: say, origin, onUrl, onLost: (error) => void stop(1, error.message) });
  layers.unshift({ stop: async () => (await starting.catch(() => null))?.stop() });
  const database = await starting;
  env.DATABASE_URL = database.url;
  env.KAWAN_POSTGRES_DIR = database.cluster;
}

/** Runs the built site until it is told to stop. @param {"demo" | "start" | "web" | "worker"} command */
export async function serve(command) {
  const wanted = wantedProcesses(command);
  const address = readAddress();
  if (wanted.includes("web")) await lookAround(address, command);
  await ensureInstalled();
  await ensureBuilt();
  await guarded("Kawan is stopping.", async (run) => {
    const onLost = (/** @type {Error} */ error) => void run.stop(1, error.message);
    const env = await environment({ ...address, demo: command === "demo" });
    /** @type {Child | undefined} */
    let web;
    /** @type {Child | undefined} */
    let worker;
    /** @type {ReturnType<typeof runChild> | undefined} */
    let migration;
    // Both load their code while the database is starting, which takes about as long.
    const warmUp = (/** @type {string} */ url) => {
      void web?.stop();
      void migration?.stop();
      const known = { ...env, DATABASE_URL: url };
      migration = runChild({
        name: "The migration of the database",
        args: ["bin/run.mjs", "cli", "migrate"],
        env: known,
        wait: true,
      });
      if (wanted.includes("web")) web = keepChild({ name: "web", args: ["bin/run.mjs", "web"], env: known, wait: true, onLost });
    };
    run.layers.push({
      stop: async () => void (await Promise.all([web?.stop(), worker?.stop(), migration?.stop()])),
      kill: () => [web, worker].forEach((child) => child?.kill()),
    });
    await useDatabase(run, env, { join: command === "web" || command === "worker", origin: address.origin, onUrl: warmUp });
    run.checkpoint();
    migration?.go();
    await migration?.done;
    run.checkpoint();
    if (command === "demo") await finish(run, { name: "Loading the demo", args: ["bin/run.mjs", "cli", "seed", "demo"], env });
    web?.go();
    await web?.started;
    if (web) await untilReady(address, run);
    if (wanted.includes("worker")) worker = keepChild({ name: "worker", args: ["bin/run.mjs", "worker"], env, onLost });
    await worker?.started;
    run.checkpoint();
    say(web ? `Kawan is ready: ${address.origin}` : "Kawan's worker is running.");
    if (command === "demo") say("Press Ctrl-C to stop; the data stays in .data/.");
  });
}

/** @param {import("./port.mjs").Address} address @param {ReturnType<typeof shutdown>} run */
async function untilReady({ host, port }, run) {
  const end = Date.now() + 60_000;
  while (!(await isReady(host, port))) {
    run.checkpoint();
    if (Date.now() > end) throw new Error("The web process has started but does not become ready: see its messages above.");
    await pause(25);
  }
}

/** Runs the site from its sources through Vite. */
export async function serveSources() {
  const address = readAddress();
  await lookAround(address, "dev");
  await ensureInstalled();
  await guarded("Kawan is stopping.", async (run) => {
    const env = await environment({ ...address, demo: false, development: true });
    await useDatabase(run, env, { join: false, origin: address.origin });
    run.checkpoint();
    await finish(run, { name: "The migration of the database", args: ["bin/dev.mjs", "cli", "migrate"], env });
    const site = keepChild({
      name: "development",
      args: ["bin/dev.mjs"],
      env,
      onLost: (error) => void run.stop(1, error.message),
    });
    run.layers.push(site);
    await site.started;
    run.checkpoint();
    say(`Kawan is ready: ${address.origin} (from its sources)`);
  });
}

/** Runs one command of the product, on the database that is running already or on one started for it. @param {string[]} args */
export async function runCommand(args) {
  await ensureInstalled();
  await ensureBuilt();
  await guarded("", async (run) => {
    const env = await environment({ ...readAddress(), demo: process.env.KAWAN_DEMO === "1" });
    await useDatabase(run, env, { join: true });
    run.checkpoint();
    // The command says itself what went wrong.
    const good = await finish(run, { name: "The command", args: ["bin/run.mjs", "cli", ...args], env }).then(
      () => true,
      () => false,
    );
    await run.stop(good ? 0 : 1);
  });
}

/**
 * Whatever goes wrong while starting, what has been started is stopped in good order.
 * @param {string} farewell @param {(run: ReturnType<typeof shutdown>) => Promise<void>} work
 */
async function guarded(farewell, work) {
  const run = shutdown(farewell);
  try {
    await work(run);
  } catch (error) {
    if (run.isStopping()) return;
    const isSentence = Object.getPrototypeOf(error) === Error.prototype;
    if (!isSentence) console.error(error);
    await run.stop(1, isSentence ? /** @type {Error} */ (error).message : "Kawan could not start.");
  }
}

/** Runs a process to its end, as a layer that Ctrl-C stops. @param {ReturnType<typeof shutdown>} run @param {Parameters<typeof runChild>[0]} options */
async function finish({ layers, checkpoint }, options) {
  const child = runChild(options);
  layers.push(child);
  try {
    await child.done;
    checkpoint();
  } finally {
    const at = layers.indexOf(child);
    if (at >= 0) layers.splice(at, 1);
  }
}
