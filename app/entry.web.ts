// The web process: an Express server with the edge in front and Remix behind it.
import type { Server } from "node:http";
import type { ViteDevServer } from "vite";
import { system } from "./core/context";
import { offerSetUp } from "./features/accounts/set-up.server";
import { createEdge } from "./http/edge.server";
import { checkStart } from "./platform/check-start.server";
import { closeDatabases, database } from "./platform/database.server";
import { env } from "./platform/env.server";
import { log } from "./platform/log.server";

const drainMs = 15_000;

/** Starts listening; resolves once connections are accepted. `vite` is given in development only. */
export const startWeb = async ({ vite }: { vite?: ViteDevServer } = {}): Promise<{ port: number; close: () => Promise<void> }> => {
  const { HOST, PORT } = env();
  await checkStart();
  const edge = await createEdge({ vite });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = edge.app.listen(PORT, HOST, () => resolve(listening)).once("error", reject);
  });
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  log.info({ port }, "web process is listening");
  const setUpLink = await offerSetUp({ db: database(), actor: system("start"), now: new Date(), locale: "id" });
  if (setUpLink)
    log.warn({ setUpLink }, "There is no administrator yet: this link makes the first one. It works once, for half an hour; a new start prints a new one.");

  // Supervisors keep getting answers until the last request has been served; only then is the door closed.
  const close = async () => {
    const tooLong = new Promise<void>((resolve) => void setTimeout(resolve, drainMs).unref());
    await Promise.race([edge.drain(), tooLong]);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
    await closed;
    await closeDatabases();
  };
  return { port, close };
};
