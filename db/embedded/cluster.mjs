// A cluster is born whole: it is initialised under another name and appears under its own only when everything in it is on disk.
import { spawn } from "node:child_process";
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync, chownSync } from "node:fs";
import path from "node:path";
import { handOver } from "./place.mjs";

/** @typedef {import('./place.mjs').User} User */
/** @typedef {import('./place.mjs').Log} Log */
/** @typedef {{ program: (name: 'initdb' | 'postgres') => string, major: string }} Programs */
/** @typedef {Pick<import('./secrets.mjs').Secrets, 'POSTGRES_PASSWORD' | 'POSTGRES_SUPERUSER_PASSWORD'>} Passwords */

/** PostgreSQL speaks English and sees nothing of our own environment, secrets least of all. */
export const bareEnvironment = {
  PATH: process.env.PATH ?? "",
  LC_ALL: "C",
  ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
};

/**
 * @param {{ home: string, programs: Programs, user: User | null, passwords: Passwords, ephemeral: boolean }} options
 */
export async function createCluster({ home, programs, user, passwords, ephemeral }) {
  const draft = mkdtempSync(path.join(home, "postgres.init-"));
  handOver(draft, user);
  try {
    const passwordFile = path.join(draft, "password");
    writeFileSync(passwordFile, passwords.POSTGRES_SUPERUSER_PASSWORD, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    const data = path.join(draft, "data");
    const run = (/** @type {string[]} */ args) => finish(programs.program("initdb"), args, user);
    const init = (/** @type {string[]} */ locale) =>
      run(["-D", data, "-U", "postgres", "-E", "UTF8", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--no-sync", "--no-instructions", ...locale]);
    await init(["--locale=C", "--locale-provider=icu", "--icu-locale=und"]).catch((error) => {
      if (!/icu/i.test(error.message)) throw error;
      return init(["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
    });

    // The application is the owner of its database and no superuser: a hole in a query must not become a hole in the machine.
    await runSingle({ programs, user, cluster: data, database: "template1", fast: true }, [
      `CREATE ROLE kawan LOGIN ${ephemeral ? "CREATEDB " : ""}PASSWORD '${passwords.POSTGRES_PASSWORD}'`,
      "CREATE DATABASE kawan OWNER kawan",
    ]);
    await runSingle({ programs, user, cluster: data, database: "kawan", fast: true }, [
      "GRANT pg_monitor TO kawan",
      "GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() TO kawan",
    ]);
    if (!ephemeral) await run(["--sync-only", "-D", data]);
    renameSync(data, path.join(home, "postgres"));
    if (!ephemeral) syncDirectory(home);
  } finally {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a start left that was killed in the middle of making the cluster; only called under the lock. @param {string} home */
export function removeHalfMade(home) {
  for (const name of readdirSync(home)) {
    if (name.startsWith("postgres.init-")) rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} cluster @param {string} major */
export function checkVersion(cluster, major) {
  const written = readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim();
  if (written !== major) {
    throw new Error(
      `The database in ${cluster} was written by PostgreSQL ${written} and this version of Kawan brings PostgreSQL ${major}: restore a backup into a new data directory.`,
    );
  }
}

/** Where `secrets.json` was lost, the database is given the new passwords rather than lost as well. */
export async function resetPasswords(/** @type {{ programs: Programs, user: User | null, cluster: string, passwords: Passwords }} */ { passwords, ...where }) {
  await runSingle({ ...where, database: "template1", fast: false }, [
    `ALTER ROLE postgres PASSWORD '${passwords.POSTGRES_SUPERUSER_PASSWORD}'`,
    `ALTER ROLE kawan PASSWORD '${passwords.POSTGRES_PASSWORD}'`,
  ]);
}

/**
 * Runs statements without a server or a client, one a line.
 * @param {{ programs: Programs, user: User | null, cluster: string, database: string, fast: boolean }} options @param {string[]} statements
 */
function runSingle({ programs, user, cluster, database, fast }, statements) {
  const durability = fast ? ["-F"] : [];
  const args = ["--single", "-D", cluster, ...durability, "-c", "exit_on_error=on", "-c", "log_min_messages=log", "-c", "log_checkpoints=off", database];
  return finish(programs.program("postgres"), args, user, `${statements.join(";\n")};\n`);
}

/**
 * Runs a program to its end, in a process group of its own so that Ctrl-C does not cut it off half-way.
 * @param {string} program @param {string[]} args @param {User | null} user @param {string} [input]
 * @returns {Promise<void>}
 */
function finish(program, args, user, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: "/",
      env: bareEnvironment,
      detached: true,
      windowsHide: true,
      stdio: "pipe",
    });
    let said = "";
    child.stdout.on("data", () => {});
    child.stderr.on("data", (chunk) => (said += chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(explain(path.basename(program), said)))));
  });
}

/** The sentence that matters among what PostgreSQL wrote. @param {string} program @param {string} said */
export function explain(program, said) {
  const lines = said.trim().split("\n").filter(Boolean);
  const telling = lines.filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line)).slice(-2);
  return `The embedded PostgreSQL (${program}) failed: ${(telling.length > 0 ? telling : lines.slice(-2)).map((line) => line.replace(/^.*?\] (?=[A-Z]+: )/, "")).join(" ") || "it gave no reason"}`;
}

/** @param {string} directory */
function syncDirectory(directory) {
  if (process.platform === "win32" || !existsSync(directory)) return;
  const handle = openSync(directory, "r");
  fsyncSync(handle);
  closeSync(handle);
}
