// PostgreSQL refuses to run as root, so root hands it to another user; that user must be able to reach its programs and its data.
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** @typedef {{ uid: number, gid: number }} User */
/** @typedef {(sentence: string) => void} Log */

export const isRoot = process.getuid?.() === 0;

/**
 * The user that PostgreSQL runs as, or null for the user who started Kawan. Data that already has an owner stays with that owner.
 * @param {string | null} cluster an existing data directory
 * @returns {User | null}
 */
export function chooseUser(cluster) {
  if (!isRoot) return null;
  const owner = cluster ? statSync(cluster, { throwIfNoEntry: false }) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "node", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account && Number(account[2]) > 0) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error("PostgreSQL does not run as root and no user postgres, node or nobody exists here: start Kawan as an ordinary user, or set DATABASE_URL.");
}

/**
 * Whether the user may walk down to this directory and into it, by the mode bits of every directory on the way.
 * @param {string} directory @param {User | null} user
 */
export function canReach(directory, user) {
  if (!user) return true;
  for (let step = realpathSync(directory); ; step = path.dirname(step)) {
    const { mode, uid, gid } = statSync(step);
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
}

/**
 * Makes a directory for that user's eyes only; false where it cannot be handed over (some network and container mounts).
 * @param {string} directory @param {User | null} user
 */
export function handOver(directory, user) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (user) {
      chownSync(directory, user.uid, user.gid);
      if (statSync(directory).uid !== user.uid) return false;
    }
    chmodSync(directory, 0o700);
    return true;
  } catch (error) {
    if (["EPERM", "EACCES", "EROFS", "EINVAL", "ENOTSUP"].includes(String(/** @type {NodeJS.ErrnoException} */ (error).code))) return false;
    throw error;
  }
}

/**
 * A directory outside the checkout that any user can walk into, one for each checkout.
 * @param {string} checkout @param {Log} log
 */
export async function outsidePlace(checkout, log) {
  const name = `kawan-${await shortHash(realpathSync(checkout))}`;
  try {
    return ownDirectory(path.join("/var/lib", name));
  } catch {
    const place = ownDirectory(path.join(realpathSync(tmpdir()), name));
    log(`The database is kept in ${place}, which the system may empty: set KAWAN_DATA_DIR to a directory that every user can walk into.`);
    return place;
  }
}

/** @param {string} text */
async function shortHash(text) {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Somebody else may have made a directory of that name in a shared place, or a link to one: neither is used. */
function ownDirectory(/** @type {string} */ directory) {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`${directory} belongs to somebody else.`);
  chmodSync(directory, 0o711);
  return directory;
}

/**
 * The directory that holds the cluster `postgres/` and its lock: the data directory itself wherever possible. Where the database
 * had to move out, `location.json` in the data directory says where to, so that it is found again and can be backed up.
 * @param {{ checkout: string, dataDir: string, log: Log }} options
 * @returns {Promise<{ home: string, user: User | null }>}
 */
export async function placeCluster({ checkout, dataDir, log }) {
  const note = path.join(dataDir, "location.json");
  const inside = path.join(dataDir, "postgres");
  const elsewhere = readNote(note, checkout, dataDir);
  const existing = existsSync(path.join(inside, "PG_VERSION")) ? inside : elsewhere ? path.join(elsewhere, "postgres") : null;
  const user = chooseUser(existing);
  if (elsewhere && existing !== inside) {
    if (!isRoot) throw new Error(`The database of this checkout is in ${elsewhere}, made by root: start Kawan as root.`);
    return { home: elsewhere, user };
  }
  if (!user) {
    refuseForeignData(existing);
    return { home: dataDir, user };
  }
  // Others may then walk through the data directory, but neither list it nor read the files in it.
  if (statSync(dataDir).uid === 0) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  if (canReach(dataDir, user) && (existing || probeHandOver(dataDir, user))) return { home: dataDir, user };
  if (existing)
    throw new Error(`The database in ${existing} belongs to a user who cannot reach it any more: move the checkout back, or start Kawan as that user.`);

  const base = await outsidePlace(checkout, log);
  const home = dataDir === path.join(checkout, ".data") ? base : ownDirectory(path.join(base, `data-${await shortHash(dataDir)}`));
  setAside(path.join(home, "postgres"), log);
  writeFileSync(note, `${JSON.stringify({ place: home, checkout, dataDir }, null, 2)}\n`);
  return { home, user };
}

/** @param {string | null} cluster */
function refuseForeignData(cluster) {
  const owner = cluster ? statSync(cluster).uid : undefined;
  if (owner !== undefined && process.getuid && owner !== process.getuid()) {
    throw new Error(`The database in ${cluster} belongs to another user (number ${owner}): start Kawan as that user or as root.`);
  }
}

function probeHandOver(/** @type {string} */ dataDir, /** @type {User} */ user) {
  const probe = path.join(dataDir, `probe-${process.pid}`);
  const given = handOver(probe, user);
  rmSync(probe, { recursive: true, force: true });
  return given;
}

/** A copied checkout brings the note along, yet it must not open the database of the checkout that it was copied from. */
function readNote(/** @type {string} */ note, /** @type {string} */ checkout, /** @type {string} */ dataDir) {
  if (!existsSync(note)) return null;
  const told = JSON.parse(readFileSync(note, "utf8"));
  const copied = told.dataDir !== dataDir && existsSync(path.join(told.dataDir, "location.json"));
  if (copied || !existsSync(path.join(told.place, "postgres", "PG_VERSION"))) return null;
  return /** @type {string} */ (told.place);
}

/** Whoever removed `.data` wants to begin anew; what lay outside is kept under another name rather than deleted. */
function setAside(/** @type {string} */ cluster, /** @type {Log} */ log) {
  if (!existsSync(path.join(cluster, "PG_VERSION"))) return;
  const kept = `${cluster}.${new Date().toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}`;
  renameSync(cluster, kept);
  log(`An earlier database of this checkout was found and set aside as ${kept}.`);
}
