import { fileURLToPath } from "node:url";
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

/** Builds the web process, the worker and the command line beside the routes, so that they share one module graph. */
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
              },
              output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
            },
          },
        }
      : undefined,
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), serverEntries],
  resolve: { alias: { "~db": here("db"), "~": here("app") } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  ssr: { external: true },
});
