#!/usr/bin/env node
// The one command behind the package scripts: it makes sure that everything is there, then starts what was asked for.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

// This process waits all its life; a compiler for hot code would only keep memory.
setFlagsFromString("--no-opt");
setFlagsFromString("--no-sparkplug");

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const usage = `Usage: node bin/kawan.mjs <command>
  demo             the site with a small community in it, to look around
  start            the site
  web | worker     one of its two processes alone
  dev              the site from its sources, reloading as they change
  build            build again
  test [files]     every test, or the unit tests in these files
  import <what>    brings in data, for example: import trial answers.csv --map map.json
  recompute <trial> <version>
                   makes a published report again and compares the bytes
  cli <command>    any command of the product, for example: cli migrate`;

/** @param {string[]} argv */
async function main([command = "", ...args]) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Kawan needs Node 20.19 or later and this is ${process.versions.node}: install a current Node from https://nodejs.org.`);
  }
  process.chdir(checkout);
  if (command !== "test" && existsSync(".env")) process.loadEnvFile(".env");

  switch (command) {
    case "demo":
    case "start":
    case "web":
    case "worker":
      return (await import("./serve.mjs")).serve(command);
    case "dev":
      return (await import("./serve.mjs")).serveSources();
    case "build":
      await (await import("./install.mjs")).ensureInstalled();
      return (await import("./build.mjs")).build({ quiet: false });
    case "test":
      return (await import("./test.mjs")).test(args);
    case "import":
      return (await import("./serve.mjs")).runCommand(["import", ...args]);
    case "recompute":
      return (await import("./serve.mjs")).runCommand(["recompute", ...args]);
    case "cli":
      return (await import("./serve.mjs")).runCommand(args);
    default:
      console.error(usage);
      process.exitCode = command === "" || command === "help" ? 0 : 2;
  }
}

main(process.argv.slice(2)).catch((error) => {
  // A plain error is a sentence for a person; anything else is a bug and shows where.
  const isSentence = Object.getPrototypeOf(error) === Error.prototype && !error.code;
  console.error(isSentence && !process.env.KAWAN_DEBUG ? error.message : error);
  process.exit(1);
});
