// Runs the comparison with the reference results from its sources: `npm run verify:statistics`.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  resolve: { alias: { "~": path.join(root, "app") } },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { verify } = await vite.ssrLoadModule("/tests/reference/verify.ts");
  process.exitCode = verify(process.argv.slice(2)) ? 0 : 1;
} finally {
  await vite.close();
}
