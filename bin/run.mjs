// Runs one built process: `web`, `worker` or `cli <command>`. Its parent may let it load while the database is still starting.
import module from "node:module";

const [what = "", ...args] = process.argv.slice(2);
const capMs = 20_000;

/** @type {{ close: () => Promise<void> } | undefined} */
let running;
let ending = false;

/** Finishes what is being answered, then leaves. @param {number} patience in milliseconds */
async function end(patience) {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), patience).unref();
  try {
    await running?.close();
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

if (what !== "cli") {
  process.on("SIGTERM", () => end(capMs));
  process.on("SIGINT", () => end(capMs));
}
// Without its parent nobody would stop this process or its database, and it would keep the port from the next start.
process.on("disconnect", () => (what === "cli" ? process.exit(1) : end(5_000)));

/** @returns {Promise<void>} */
function permission() {
  if (process.env.KAWAN_WAIT !== "1" || !process.send) return Promise.resolve();
  return new Promise((resolve) => process.once("message", () => resolve()));
}

try {
  if (!["web", "worker", "cli"].includes(what)) throw new Error("Usage: node bin/run.mjs web | worker | cli <command>");
  // Newer versions of Node keep compiled code between starts.
  /** @type {{ enableCompileCache?: (directory: string) => void }} */ (module).enableCompileCache?.("node_modules/.cache/kawan-code");
  const allowed = permission();
  const built = await import(new URL(`../build/server/${what}.js`, import.meta.url).href);
  await allowed;
  // The channel to the parent must not keep a process alive that has nothing left to do.
  process.channel?.unref();
  if (what === "cli") {
    process.exit((await built.runCli(args)) ?? 0);
  } else {
    running = await (what === "web" ? built.startWeb() : built.startWorker());
    if (process.connected) process.send?.("started", () => {});
  }
} catch (error) {
  console.error(error);
  process.exit(1);
}
