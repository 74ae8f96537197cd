import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the web process, the worker with its thread and the command line beside the routes, so that they share one module graph. */
const serverEntries: Plugin = {
  name: "kawan-server-entries",
  enforce: "post",
  config: (_config, env) =>
    env.isSsrBuild && env.command === "build"
      ? {
          build: {
            rollupOptions: {
              input: {
                web: here("app/entry.web.ts"),
                worker: here("app/entry.worker.ts"),
                cli: here("app/entry.cli.ts"),
                compute: here("app/entry.compute.ts"),
              },
              output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
            },
          },
        }
      : undefined,
};

const compressibleFile = /\.(js|css|svg|json|txt|xml|webmanifest)$/;

/** Writes a brotli and a gzip form beside every built file that gains by it: compressed once, as well as possible, never while somebody waits. */
const precompressedAssets: Plugin = {
  name: "kawan-precompressed-assets",
  apply: "build",
  async writeBundle({ dir }) {
    if (!dir?.endsWith("client")) return;
    for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => compressibleFile.test(file))) {
      const body = readFileSync(join(dir, name));
      if (body.length < 1024) continue;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
      const [br, gz] = await Promise.all([promisify(brotliCompress)(body, { params }), promisify(gzip)(body, { level: 9 })]);
      writeFileSync(join(dir, `${name}.br`), br);
      writeFileSync(join(dir, `${name}.gz`), gz);
    }
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), serverEntries, precompressedAssets],
  resolve: { alias: { "~db": here("db"), "~": here("app") } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  ssr: { external: true },
});
