import { EventEmitter } from "node:events";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { StringsContext } from "./i18n/language";
import { allStrings } from "./i18n/strings.server";
import { log } from "./platform/log.server";

const abortAfterMs = 8_000;

/**
 * Collects a page to its end: no page of ours waits for slow data, and one whole answer costs a third less than many pieces.
 * React hands over two kilobytes at a time and needs nothing of a stream but these; a real one would weigh as much as rendering.
 */
const collect = (done: (html: Buffer) => void): NodeJS.WritableStream => {
  const chunks: Uint8Array[] = [];
  const collector = Object.assign(new EventEmitter(), {
    write: (chunk: Uint8Array) => chunks.push(chunk) > 0,
    end: () => done(Buffer.concat(chunks)),
    destroy: () => undefined,
  });
  return collector as unknown as NodeJS.WritableStream;
};

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, edge: AppLoadContext) {
  return new Promise<Response>((resolve, reject) => {
    const respond = (html: Buffer) => {
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Length", String(html.length));
      resolve(new Response(new Uint8Array(html), { headers, status }));
    };
    const stream = renderToPipeableStream(
      <StringsContext.Provider value={allStrings}>
        <RemixServer
          // What visitors share carries no data for scripts, as it has none.
          context={edge.shared ? { ...remix, serverHandoffStream: undefined } : remix}
          url={request.url}
          abortDelay={abortAfterMs}
          nonce={edge.nonce}
        />
      </StringsContext.Provider>,
      {
        nonce: edge.nonce,
        onAllReady: () => {
          clearTimeout(tooLong);
          stream.pipe(collect(respond));
        },
        onShellError: (error: unknown) => {
          clearTimeout(tooLong);
          reject(error);
        },
        onError: (error: unknown) => {
          if (!request.signal.aborted) log.error({ err: error, requestId: edge.requestId }, "a page could not be rendered");
        },
      },
    );
    const tooLong = setTimeout(() => stream.abort(), abortAfterMs + 1000);
  });
}

export const handleError = (error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) => {
  // A refusal is an answer, not a failure; what is a bug has been noted where it was turned into a 500.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, "a route failed");
};
