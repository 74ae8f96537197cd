// The stories in a real browser need one: an existing Chromium is used, otherwise one is fetched; there is no skipping.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
const usualPlaces = [
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns {string} the program of a Chromium that starts */
export function ensureChromium() {
  const found = existing() ?? playwrights() ?? fromPlaywright() ?? fromSystem();
  if (found) return found;
  throw new Error("The tests need a Chromium and none could be had: install one and name its program in CHROMIUM_PATH.");
}

function existing() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not start.`);
  }
  const directories = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => directories.map((directory) => path.join(directory, name))), ...usualPlaces];
  return candidates.find((candidate) => isProgram(candidate) && starts(candidate)) ?? null;
}

/** The one that Playwright has downloaded earlier. */
function playwrights() {
  try {
    const program = createRequire(import.meta.url)("playwright-core").chromium.executablePath();
    return existsSync(program) && starts(program) ? program : null;
  } catch {
    return null;
  }
}

function fromPlaywright() {
  console.log("No Chromium found; asking Playwright for one.");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "inherit",
    timeout: 120_000,
  });
  return playwrights();
}

function fromSystem() {
  if (!directoriesHold("apt-get")) return null;
  const before = process.getuid?.() === 0 ? [] : directoriesHold("sudo") ? ["sudo", "-n"] : null;
  if (!before) return null;
  console.log("Asking the system's packages for a Chromium.");
  const apt = (/** @type {string[]} */ args) => {
    const [command = "", ...rest] = [...before, "apt-get", ...args];
    return spawnSync(command, rest, {
      stdio: "inherit",
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", "chromium"]);
  // A download by Playwright may only have lacked libraries, which the package has brought.
  return existing() ?? playwrights();
}

/** @param {string} name */
function directoriesHold(name) {
  return (process.env.PATH ?? "").split(path.delimiter).some((directory) => isProgram(path.join(directory, name)));
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A name on the path may be a stub that only tells how to install it. @param {string} program */
function starts(program) {
  return spawnSync(program, ["--version"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}
