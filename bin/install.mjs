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
    // A production environment would leave out what building needs.
    const args = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
    const npm = process.env.npm_execpath;
    const done = npm?.endsWith(".js")
      ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
      : spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
    if (done.status !== 0) throw new Error("The packages could not be installed: see npm's message above, then run this again.");
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
