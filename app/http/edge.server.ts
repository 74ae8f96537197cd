// Between the network and Remix: one request after the other passes these gates, in this order.
import { randomBytes, randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";

export type Edge = { app: Express; drain: () => void };

/** What every loader and action finds in its `context`. */
export type EdgeContext = { requestId: string; nonce: string; address: string };

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends EdgeContext {
    /** Keeps the interface from being empty. */
    readonly edge: true;
  }
}

export const createEdge = async ({ vite }: { vite?: ViteDevServer }): Promise<Edge> => {
  const app = express();
  let draining = false;
  app.disable("x-powered-by");
  app.get("/healthz/live", (_request, response) => void response.send("live"));
  app.get("/healthz/ready", (_request, response) => void response.status(draining ? 503 : 200).send(draining ? "draining" : "ready"));
  if (vite) app.use(vite.middlewares);
  else {
    app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
    app.use(express.static("build/client", { maxAge: "1h" }));
  }
  const build = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
    : ((await import("virtual:remix/server-build")) as ServerBuild);
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: vite ? "development" : "production",
      getLoadContext: (request: Request, _response: Response) => ({
        edge: true as const,
        requestId: randomUUID(),
        nonce: randomBytes(16).toString("base64url"),
        address: request.ip ?? "",
      }),
    }),
  );
  return { app, drain: () => void (draining = true) };
};
