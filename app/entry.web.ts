// The web process: an Express server with the edge in front and Remix behind it.
import type { Server } from "node:http";
import type { ViteDevServer } from "vite";
import { createEdge } from "./http/edge.server";
import { closeDatabases } from "./platform/database.server";
import { env } from "./platform/env.server";
import { log } from "./platform/log.server";

/** Starts listening; resolves once connections are accepted. `vite` is given in development only. */
export const startWeb = async ({ vite }: { vite?: ViteDevServer } = {}): Promise<{ port: number; close: () => Promise<void> }> => {
  const edge = await createEdge({ vite });
  const { HOST, PORT } = env();
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = edge.app.listen(PORT, HOST, () => resolve(listening)).once("error", reject);
  });
  server.keepAliveTimeout = 65_000;
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  log.info({ port }, "web process is listening");

  const close = async () => {
    edge.drain();
    server.closeIdleConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      setTimeout(() => server.closeAllConnections(), 15_000).unref();
    });
    await closeDatabases();
  };
  return { port, close };
};
