// The site from its sources: web process and worker in one, loaded through Vite; or, as `cli <command>`, the command line.
import { createServer } from "vite";

const [what, ...args] = process.argv.slice(2);
const isCli = what === "cli";
const vite = await createServer({
  server: { middlewareMode: true, ...(isCli && { hmr: false, ws: false, watch: null }) },
  appType: "custom",
  ...(isCli && { optimizeDeps: { noDiscovery: true, include: [] }, logLevel: "error" }),
});

if (isCli) {
  const { runCli } = await vite.ssrLoadModule("/app/entry.cli.ts");
  const code = await runCli(args);
  await vite.close();
  process.exit(code ?? 0);
}

/** @type {{ close: () => Promise<void> }[]} */
const running = [];
let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 5_000).unref();
  for (const part of running.reverse()) await part.close();
  await vite.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, end);

try {
  running.push(await (await vite.ssrLoadModule("/app/entry.web.ts")).startWeb({ vite }));
  running.push(await (await vite.ssrLoadModule("/app/entry.worker.ts")).startWorker());
  process.channel?.unref();
  if (process.connected) process.send?.("started", () => {});
} catch (error) {
  vite.ssrFixStacktrace(/** @type {Error} */ (error));
  console.error(error);
  process.exit(1);
}
