// The secrets of one installation are made once, by chance, and stay in its data directory for its owner's eyes only.
import { closeSync, fchownSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";

// The last one is no secret: it tells which set of passwords a database was made with.
const names = /** @type {const} */ (["KAWAN_SECRET", "ADDRESS_KEY", "POSTGRES_PASSWORD", "POSTGRES_SUPERUSER_PASSWORD", "PASSWORDS_ID"]);

/** @typedef {Record<typeof names[number], string>} Secrets */

/**
 * Reads `secrets.json`, making what is missing: each secret is 32 random bytes in base64url.
 * @param {string} dataDir an existing directory
 * @returns {Promise<Secrets & { made: string[] }>} `made` names those that did not exist before
 */
export async function loadSecrets(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  const kept = read(file);
  const made = names.filter((name) => !kept?.[name]);
  if (made.length === 0) return { .../** @type {Secrets} */ (kept), made };
  const fresh = await makeSecrets();
  const all = { ...kept };
  for (const name of made) all[name] = fresh[name];
  if (!writeWhole(file, `${JSON.stringify(all, null, 2)}\n`, kept === null)) return loadSecrets(dataDir);
  return { .../** @type {Secrets} */ (all), made };
}

/** @returns {Promise<Secrets>} */
export async function makeSecrets() {
  const { randomBytes } = await import("node:crypto");
  return /** @type {Secrets} */ (Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("base64url")])));
}

/** @param {string} file @returns {Record<string, string> | null} */
function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw new Error(`The secrets in ${file} cannot be read by this user: start Kawan as the user who owns that file.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // Making new ones would silently lose every encrypted address, so a damaged file stops the start.
    throw new Error(`The secrets in ${file} are damaged: restore that file from a backup.`);
  }
}

/**
 * A crash in the middle must leave either no file or a whole one, and of two first starts at once only one may make the secrets:
 * losing these keys loses data.
 * @returns {boolean} false when somebody else was first
 */
function writeWhole(/** @type {string} */ file, /** @type {string} */ text, /** @type {boolean} */ isNew) {
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, "w", 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  // Started by root in somebody's checkout, the file still belongs to that person.
  const owner = statSync(path.dirname(file));
  if (process.getuid?.() === 0 && owner.uid !== 0) fchownSync(handle, owner.uid, owner.gid);
  closeSync(handle);
  try {
    if (isNew) linkSync(draft, file);
    else renameSync(draft, file);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EEXIST") return false;
    if (!isNew || !["EPERM", "ENOTSUP", "ENOSYS"].includes(String(code))) throw error;
    // This file system knows no hard links.
    renameSync(draft, file);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}
