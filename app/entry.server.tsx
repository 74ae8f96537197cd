import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { StringsContext } from "./i18n/language";
import { allStrings } from "./i18n/strings.server";
import { log } from "./platform/log.server";

const abortAfterMs = 8_000;

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, edge: AppLoadContext) {
  return new Promise<Response>((resolve, reject) => {
    let shellRendered = false;
    const respond = () => {
      shellRendered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      stream.pipe(body);
    };
    const waitForAll = edge.shared || isbot(request.headers.get("user-agent") ?? "") || request.method === "HEAD";
    const stream = renderToPipeableStream(
      <StringsContext.Provider value={allStrings}>
        <RemixServer
          context={edge.shared ? { ...remix, serverHandoffStream: undefined } : remix}
          url={request.url}
          abortDelay={abortAfterMs}
          nonce={edge.nonce}
        />
      </StringsContext.Provider>,
      {
        nonce: edge.nonce,
        [waitForAll ? "onAllReady" : "onShellReady"]: respond,
        onShellError: reject,
        onError: (error: unknown) => {
          if (shellRendered) log.error({ err: error, requestId: edge.requestId }, "rendering failed after the shell");
        },
      },
    );
    setTimeout(() => stream.abort(), abortAfterMs + 1000).unref();
  });
}

export const handleError = (error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) => {
  // A refusal is an answer, not a failure; what is a bug has been noted where it was turned into a 500.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, "a route failed");
};
