// The packages must be those that package-lock.json names: after a pull as well as after a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

const noted = "node_modules/.kawan-installed";

/** Installs what is missing or of another version; runs in the checkout. */
export async function ensureInstalled() {
  if (!existsSync("package-lock.json")) throw new Error("package-lock.json is missing: this is not a whole checkout of Kawan.");
  const lock = statSync("package-lock.json");
  const mark = `${lock.size} ${lock.mtimeMs}`;
  if (existsSync(noted) && readFileSync(noted, "utf8") === mark) return;
  if (!isComplete()) {
    console.log("Installing packages; this happens once and after updates.");
    if (!install()) throw new Error("The packages could not be installed: see npm's message above, then run this again.");
  }
  try {
    writeFileSync(noted, mark);
  } catch {
    // Somebody else's node_modules may be read-only; then the longer comparison is made each time.
  }
}

/** Compares what npm says it installed with what the lock file asks for; dates say nothing after a clone or a change of branch. */
function isComplete() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    // An image without the sources has no use for the packages that build and test them.
    const needsAll = existsSync("app");
    return Object.entries(wanted).every(([place, { version, optional, devOptional, dev, peer, link }]) => {
      if (place === "" || link) return true;
      const found = present[place];
      if (found) return found.version === version;
      return optional || (peer && !existsSync(place) && optional !== false && devOptional) || (!needsAll && (dev || devOptional));
    });
  } catch {
    return false;
  }
}

/** @returns {boolean} whether npm says that all is there */
function install() {
  // A production environment would leave out what building needs.
  const options = ["--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const strict = npm(["ci", ...options], ["inherit", "inherit", "pipe"]);
  if (strict.status === 0) return true;
  const complaint = String(strict.stderr ?? "");
  if (!complaint.includes("EUSAGE")) {
    process.stderr.write(complaint);
    return false;
  }
  // A lock file written on one system may leave out the optional packages of others, and then the strict way refuses everywhere.
  // This way keeps to the locked versions as well and leaves the lock file alone.
  console.log("The lock file does not name every optional package of other systems; installing what it names.");
  return npm(["install", "--no-save", ...options], "inherit").status === 0;
}

/** @param {string[]} args @param {import("node:child_process").StdioOptions} stdio */
function npm(args, stdio) {
  const program = process.env.npm_execpath;
  if (program?.endsWith(".js")) return spawnSync(process.execPath, [program, ...args], { stdio });
  return spawnSync("npm", args, { stdio, shell: process.platform === "win32" });
}
