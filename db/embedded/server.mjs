// The database that comes with Kawan: a real PostgreSQL, started as a child process when DATABASE_URL is not set.
import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  chmodSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findPrograms } from "./binaries.mjs";
import { bareEnvironment, checkVersion, createCluster, explain, removeHalfMade, resetPasswords } from "./cluster.mjs";
import { holderOf, takeLock } from "./lock.mjs";
import { clearTheWay, readPostmaster, stopServer } from "./orphan.mjs";
import { canReach, chooseUser, isRoot, placeCluster } from "./place.mjs";
import { servesCluster, waitUntil } from "./processes.mjs";
import { loadSecrets, makeSecrets } from "./secrets.mjs";

const lockName = "kawan.lock";
export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** @returns {string} the absolute data directory, which exists */
export function dataDirectory(given = process.env.KAWAN_DATA_DIR || path.join(checkout, ".data")) {
  const directory = path.resolve(checkout, given);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(
      `The data directory ${directory} cannot be made (${/** @type {Error} */ (error).message}): set KAWAN_DATA_DIR to one that this user may write to.`,
    );
  }
  return realpathSync(directory);
}

/**
 * @typedef {object} Embedded
 * @property {string} url of the database `kawan`, as its owner
 * @property {string} superuserUrl of the same database, as superuser: for backups, never for the application
 * @property {string} cluster the directory of PostgreSQL's files
 * @property {() => Promise<void>} stop fast shutdown; an ephemeral database is deleted
 */

/**
 * Starts PostgreSQL, making the database first where there is none, and keeps it running until `stop()`.
 * @param {object} [options]
 * @param {(sentence: string) => void} [options.log] told about what takes long or is unusual
 * @param {string} [options.dataDir] by default KAWAN_DATA_DIR or `.data` in the checkout
 * @param {boolean} [options.ephemeral] for tests: a new database in a temporary directory, not durable, deleted by `stop()`
 * @param {string} [options.origin] where the site will be reachable, for whoever starts a second time
 * @param {(url: string) => void} [options.onUrl] told the address before the server is up, so that others can warm up meanwhile
 * @param {(error: Error) => void} [options.onLost] told when the server keeps failing and has been given up
 * @returns {Promise<Embedded>}
 */
export async function startEmbedded({ log = () => {}, dataDir, ephemeral = false, origin, onUrl, onLost } = {}) {
  const root = ephemeral ? await temporaryDirectory(dataDir) : dataDirectory(dataDir);
  const { home, user } = ephemeral ? { home: root, user: chooseUser(null) } : await placeCluster({ checkout, dataDir: root, log });
  const cluster = path.join(home, "postgres");
  const passwordsId = path.join(home, "passwords.id");
  const lock = takeLock(path.join(home, lockName), { origin });
  if (lock.holder) throw new Error(alreadyRunning(lock.holder));

  try {
    if (ephemeral && user) chmodSync(home, 0o711);
    const programs = await findPrograms({ checkout, dataDir: root, user, log });
    const secrets = ephemeral ? { ...(await makeSecrets()), made: [] } : await loadSecrets(root);
    removeHalfMade(home);
    if (existsSync(path.join(cluster, "PG_VERSION"))) {
      checkVersion(cluster, programs.major);
      await clearTheWay(cluster, log);
      if (readQuietly(passwordsId) !== secrets.PASSWORDS_ID) await resetPasswords({ programs, user, cluster, passwords: secrets });
    } else {
      if (!ephemeral) log("Making a new database; this happens once and takes a few seconds.");
      await createCluster({ home, programs, user, passwords: secrets, ephemeral });
    }
    if (readQuietly(passwordsId) !== secrets.PASSWORDS_ID) writeFileSync(passwordsId, secrets.PASSWORDS_ID);

    const logFile = openLog(path.join(root, "postgres.log"));
    const start = async (/** @type {number} */ port) => {
      onUrl?.(addresses(port, secrets).url);
      return {
        port,
        child: await launch({ command: programs.program("postgres"), cluster, user, port, ephemeral, logFile, log }),
      };
    };
    const first = await start(await freePort()).catch(async (error) => {
      if (!(error instanceof PortTaken)) throw error;
      return start(await freePort());
    });
    const { port } = first;
    const again = () => launch({ command: programs.program("postgres"), cluster, user, port, ephemeral, logFile, log });
    const stop = keepRunning({ child: first.child, again, cluster, ephemeral, log, onLost });
    return {
      ...addresses(port, secrets),
      cluster,
      stop: async () => {
        await stop();
        lock.release();
        if (ephemeral) rmSync(root, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    lock.release();
    if (ephemeral) rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

/**
 * The address of the database that another process of this checkout has started, or null: the command line joins it.
 * @returns {Promise<string | null>}
 */
export async function runningEmbedded(dataDir = dataDirectory()) {
  for (const home of homes(dataDir)) {
    const cluster = path.join(home, "postgres");
    const found = holderOf(path.join(home, lockName)) && readPostmaster(cluster);
    if (found && found.status === "ready" && servesCluster(found.pid, cluster)) return addresses(found.port, await loadSecrets(dataDir)).url;
  }
  return null;
}

/**
 * What became of the last start: it still runs, or it was cut off and its processes may only now be ending.
 * @returns {{ holder: import('./lock.mjs').Holder | null, cutOff: boolean }}
 */
export function lastStart(dataDir = dataDirectory()) {
  const locks = homes(dataDir)
    .map((home) => path.join(home, lockName))
    .filter((file) => existsSync(file));
  return { holder: locks.map(holderOf).find(Boolean) ?? null, cutOff: locks.length > 0 };
}

/** The places where the database may be. @param {string} dataDir @returns {string[]} */
function homes(dataDir) {
  const note = readQuietly(path.join(dataDir, "location.json"));
  return note ? [dataDir, JSON.parse(note).place] : [dataDir];
}

/** @param {string} file */
function readQuietly(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {import('./lock.mjs').Holder} holder */
export const alreadyRunning = ({ pid, origin }) =>
  `Kawan is already running from this directory (process ${pid}${origin ? `, ${origin}` : ""}): stop it first, or use that one.`;

/** @param {number} port @param {import('./cluster.mjs').Passwords} secrets */
function addresses(port, secrets) {
  const at = `127.0.0.1:${port}/kawan`;
  return {
    url: `postgres://kawan:${secrets.POSTGRES_PASSWORD}@${at}`,
    superuserUrl: `postgres://postgres:${secrets.POSTGRES_SUPERUSER_PASSWORD}@${at}`,
  };
}

class PortTaken extends Error {}

/** @param {number} port @param {boolean} ephemeral */
function settings(port, ephemeral) {
  const durable = ephemeral ? "off" : "on";
  return Object.entries({
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: ephemeral ? 120 : 60,
    shared_buffers: "128MB",
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    // Pages are answered in milliseconds, where compiling a statement costs more than it saves.
    jit: "off",
    random_page_cost: 1.1,
    effective_cache_size: "512MB",
    // Three helper processes for input and output are of no use to a database of this size.
    io_method: "sync",
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    huge_pages: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // Refused statements carry what people wrote, so the log holds the server's own life only.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    logging_collector: "off",
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Starts the server and waits until it accepts connections.
 * @param {{ command: string, cluster: string, user: import('./place.mjs').User | null, port: number, ephemeral: boolean, logFile: string, log: (sentence: string) => void }} options
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
async function launch({ command, cluster, user, port, ephemeral, logFile, log }) {
  const output = openSync(logFile, "a", 0o600);
  const before = statSync(logFile).size;
  // A process group of its own: the terminal's Ctrl-C must reach PostgreSQL only after the web process and the worker have finished.
  // Its output goes to a file and not through us, so that it survives our death in good order.
  const child = spawn(command, ["-D", cluster, ...settings(port, ephemeral)], {
    ...user,
    cwd: "/",
    env: bareEnvironment,
    detached: true,
    windowsHide: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  const began = Date.now();
  const isReady = () => {
    const told = readPostmaster(cluster);
    return told?.pid === child.pid && told?.status === "ready";
  };
  for (let said = false; !ended && !isReady(); await pause(10)) {
    if (!said && Date.now() - began > 4_000) {
      said = true;
      log("PostgreSQL is putting its files in order after a sudden end; this can take a while.");
    }
  }
  if (!ended) return child;
  const words = readFileSync(logFile, "utf8").slice(-(statSync(logFile).size - before) || undefined);
  if (/could not bind|could not create any TCP/.test(words)) throw new PortTaken(`Port ${port} was taken before PostgreSQL could use it.`);
  throw new Error(`${explain("postgres", words)} (more in ${logFile})`);
}

/**
 * Starts the server again when it dies, on the same port, and gives up when it keeps dying.
 * @param {{ child: import('node:child_process').ChildProcess, again: () => Promise<import('node:child_process').ChildProcess>, cluster: string,
 *   ephemeral: boolean, log: (sentence: string) => void, onLost?: (error: Error) => void }} options
 * @returns {() => Promise<void>} stops it for good
 */
function keepRunning({ child, again, cluster, ephemeral, log, onLost }) {
  let stopping = false;
  let current = child;
  /** @type {Promise<void>} */
  let reviving = Promise.resolve();
  let deaths = 0;

  const watch = () => {
    const began = Date.now();
    current.once("exit", () => {
      if (!stopping) reviving = revive(began);
    });
  };
  const revive = async (/** @type {number} */ began) => {
    deaths = Date.now() - began > 60_000 ? 1 : deaths + 1;
    log("PostgreSQL ended unexpectedly; starting it again.");
    /** @type {unknown} */
    let reason = new Error("PostgreSQL ended five times within minutes and is not started again.");
    for (; deaths <= 5 && !stopping; deaths++) {
      try {
        await clearTheWay(cluster, log);
        if (stopping) return;
        current = await again();
        watch();
        return;
      } catch (error) {
        reason = error;
        await pause(500 * deaths);
      }
    }
    if (!stopping) onLost?.(/** @type {Error} */ (reason));
  };
  // Whatever ends this process, PostgreSQL is told: an orphan would only be found at the next start.
  const onExit = () => current.exitCode === null && current.signalCode === null && current.kill(ephemeral ? "SIGQUIT" : "SIGINT");
  process.once("exit", onExit);
  watch();

  /** @type {Promise<void> | undefined} */
  let stopped;
  return () =>
    (stopped ??= (async () => {
      stopping = true;
      await reviving;
      const running = () => current.exitCode === null && current.signalCode === null;
      if (ephemeral) current.kill("SIGQUIT");
      if (running() && current.pid && !(ephemeral && (await waitUntil(() => !running(), 3_000)))) await stopServer(current.pid);
      process.off("exit", onExit);
    })());
}

/** The log of the embedded server is small; an old one is kept once. @param {string} file */
function openLog(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 4_000_000) renameSync(file, `${file}.1`);
  try {
    closeSync(openSync(file, "a", 0o600));
  } catch {
    // An earlier start by root may have left its own file; the directory is ours, so it can make room.
    renameSync(file, `${file}.1`);
    closeSync(openSync(file, "a", 0o600));
  }
  const owner = statSync(path.dirname(file));
  if (isRoot && owner.uid !== 0) chownSync(file, owner.uid, owner.gid);
  return file;
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} [given] */
async function temporaryDirectory(given) {
  if (given) {
    mkdirSync(given, { recursive: true });
    return realpathSync(given);
  }
  const user = chooseUser(null);
  const base = [tmpdir(), "/tmp", "/var/tmp"].find((directory) => existsSync(directory) && canReach(directory, user)) ?? tmpdir();
  await sweep(base);
  return realpathSync(mkdtempSync(path.join(base, "kawan-test-")));
}

/** A test run that was killed leaves its database behind, and possibly running. @param {string} base */
async function sweep(base) {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith("kawan-test-"))) {
    const home = path.join(base, name);
    try {
      const old = Date.now() - statSync(home).mtimeMs > 60_000;
      if (!old || holderOf(path.join(home, lockName))) continue;
      await clearTheWay(path.join(home, "postgres"), () => {});
      rmSync(home, { recursive: true, force: true });
    } catch {
      // It belongs to somebody else, who will sweep it.
    }
  }
}
