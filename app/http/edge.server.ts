// Between the network and Remix: every request passes these gates, in this order.
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createHandler, type ServerBuild } from "@remix-run/node";
import express, { type ErrorRequestHandler, type Express, type Request } from "express";
import type { ViteDevServer } from "vite";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { byArea } from "./areas.server";
import { addressGate } from "./edge/addresses.server";
import { bodyCap } from "./edge/body-cap.server";
import { compression } from "./edge/compression.server";
import { crossSiteGate } from "./edge/cross-site.server";
import { createDeadline } from "./edge/deadline.server";
import { createDrain } from "./edge/drain.server";
import { forwardedHeaders } from "./edge/forwarded.server";
import { createGeneralLimit } from "./edge/general-limit.server";
import { health } from "./edge/health.server";
import { hostGate } from "./edge/hosts.server";
import { methodGate } from "./edge/methods.server";
import { refuse } from "./edge/refuse.server";
import { requestId } from "./edge/request-id.server";
import { routeHeadersWin, securityHeaders } from "./edge/security-headers.server";
import { sharedPages } from "./edge/shared-pages/gate.server";
import { staticAssets } from "./edge/static-assets.server";

export type Edge = { app: Express; drain: () => Promise<void> };

const loadBuild = () => import("virtual:remix/server-build") as Promise<ServerBuild>;
const getLoadContext = (request: Request) => request.edge;

/** While developing, each request sees the newest source. */
const development = (vite: ViteDevServer) => {
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  const handler = createRequestHandler({ build, mode: "development", getLoadContext });
  return () => handler;
};

/** What nobody foresaw: a line in the log for us, a number for the person. */
const lastResort: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  if (!response.headersSent) log.error({ err: error, requestId: request.edge.requestId }, "a request failed at the edge");
  refuse(request, response, { status: 500 });
};

export const createEdge = async ({ vite }: { vite?: ViteDevServer }): Promise<Edge> => {
  const { PUBLIC_ORIGIN, TRUSTED_HOPS } = env();
  const drain = createDrain();
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", false).set("trust proxy", TRUSTED_HOPS);

  app.use(requestId);
  app.use(health(drain.isDraining));
  app.use(drain.gate);
  app.use(methodGate);
  app.use(hostGate(PUBLIC_ORIGIN));
  app.use(forwardedHeaders(TRUSTED_HOPS));
  app.use(securityHeaders({ isHttps: PUBLIC_ORIGIN.startsWith("https:"), isDevelopment: vite !== undefined }));
  app.use(vite ? vite.middlewares : staticAssets());
  app.use(bodyCap);
  app.use(crossSiteGate(PUBLIC_ORIGIN));
  app.use(addressGate);
  app.use(createGeneralLimit());
  if (!vite) {
    const handlerFor = byArea(await loadBuild(), (build) => createHandler(build, "production"));
    app.use(sharedPages((request, context) => handlerFor(new URL(request.url).pathname)(request, context), PUBLIC_ORIGIN));
  }
  app.use(createDeadline());
  app.use(compression);
  app.use(routeHeadersWin);

  const getLoadContext = (request: Request) => request.edge;
  const remixFor = vite ? development(vite) : byArea(await loadBuild(), (build) => createRequestHandler({ build, mode: "production", getLoadContext }));
  app.use((request, response, next) => drain.hold(Promise.resolve(remixFor(request.path)(request, response, next))));
  app.use(lastResort);
  return { app, drain: drain.begin };
};
