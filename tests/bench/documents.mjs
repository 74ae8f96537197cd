// How long the files of a report take. As a part of the bench, or alone: `node tests/bench/documents.mjs`.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ensureBuilt } from "../../bin/build.mjs";
import { startEmbedded } from "../../db/embedded/server.mjs";

/**
 * @param {{ folder: string, env: NodeJS.ProcessEnv, tell: (what: string, found: string, wanted?: string) => void }} bench
 *   `folder` takes the built entry, `env` holds the settings and the database.
 */
export async function benchDocuments({ folder, env, tell }) {
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "~db": path.resolve("db"), "~": path.resolve("app") } },
    ssr: { external: true },
    build: { ssr: path.resolve("tests/bench/documents-entry.ts"), outDir: folder, emptyOutDir: false, target: "node20" },
  });
  const said = execFileSync(process.execPath, [path.join(folder, "documents-entry.js")], { env, encoding: "utf8" });
  const found = JSON.parse(said.trim().split("\n").at(-1) ?? "{}");
  const time = (/** @type {{ firstMs: number, medianMs: number }} */ { firstMs, medianMs }) => `${medianMs} ms, ${firstMs} ms the first time`;
  tell(`PDF of a report, ${found.pages} pages`, time(found.pdf), "≤ 5000 ms for 25 pages");
  tell("Slides of the carrots", time(found.slides));
  tell("Workbook of the carrots, with its answers", time(found.workbook));
  return found;
}

const runAlone = async () => {
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
  await ensureBuilt();
  const folder = path.resolve(".cache/bench-documents");
  rmSync(folder, { recursive: true, force: true });
  const database = await startEmbedded({ dataDir: path.join(folder, "data") });
  const secret = () => randomBytes(32).toString("base64url");
  const env = {
    ...process.env,
    KAWAN_SECRET: secret(),
    ADDRESS_KEY: secret(),
    LOG_LEVEL: "error",
    NODE_ENV: "production",
    PUBLIC_ORIGIN: "http://localhost:3000",
    DATABASE_URL: database.url,
  };
  try {
    execFileSync(process.execPath, ["bin/run.mjs", "cli", "migrate"], { env, stdio: "inherit" });
    await benchDocuments({ folder, env, tell: (what, found, wanted = "") => console.log(`${what.padEnd(52)} ${found.padEnd(46)} ${wanted}`) });
  } finally {
    await database.stop();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAlone();
