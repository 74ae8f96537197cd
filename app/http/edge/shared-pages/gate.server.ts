// Pages that all visitors see alike are rendered once and shared for a moment. Whoever carries a session gets a page of their own.
import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler, Response } from "express";
import { log } from "~/platform/log.server";
import { carriesSessionCookie } from "~/platform/sessions.server";
import { onSharedPagesDropped } from "~/platform/shared-pages.server";
import { encodingFor } from "../encodings.server";
import { negotiateLocale, themeIn } from "../../language.server";
import { sharedPolicy } from "../security-headers.server";
import { renderShared, type Handle } from "./render.server";
import { sharedAddress } from "./shareable";
import { bodyOf, createStore, type Rendering } from "./store.server";

/** True when the request says anything about who sends it, whether or not that is true. */
const saysWho = (headers: IncomingHttpHeaders): boolean => headers.authorization !== undefined || carriesSessionCookie(headers.cookie ?? null);

export const sharedPages = (handle: Handle, publicOrigin: string): RequestHandler => {
  const store = createStore();
  onSharedPagesDropped(store.drop);

  const send = (response: Response, rendering: NonNullable<Rendering>, acceptEncoding: string | string[] | undefined, isHead: boolean): void => {
    const encoding = encodingFor(acceptEncoding);
    const body = bodyOf(rendering, encoding);
    response.setHeader("Content-Security-Policy", sharedPolicy);
    // Kept by nobody, but going back to it within the browser may show it at once.
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", body.length);
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    response.end(isHead ? undefined : body);
  };

  return (request, response, next) => {
    const { method, headers } = request;
    if (method !== "GET" && method !== "HEAD") return next();
    const address = sharedAddress(request.url);
    if (address === null || saysWho(headers)) return next();
    const cookie = headers.cookie ?? null;
    const wanted = { address, locale: negotiateLocale(cookie, headers["accept-language"] ?? null), theme: themeIn(cookie) };
    const key = `${wanted.locale} ${wanted.theme} ${address}`;
    const render = () => renderShared(handle, publicOrigin, wanted);
    const answer = (rendering: Rendering) => (rendering ? send(response, rendering, headers["accept-encoding"], method === "HEAD") : next());
    const known = store.find(key, render);
    if (known !== undefined) return answer(known);
    store.make(key, render).then(answer, (error: unknown) => {
      log.error({ err: error, requestId: request.edge.requestId }, "a shared page could not be rendered");
      next();
    });
  };
};
