// Whom a request comes from. Forwarded headers count as far as trusted proxies have written them, and not at all without one.
import { isIP } from "node:net";
import type { RequestHandler } from "express";

const always = [
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-server",
  "forwarded",
  "x-real-ip",
  "x-client-ip",
  "true-client-ip",
  "cf-connecting-ip",
] as const;
const fromProxies = ["x-forwarded-for", "x-forwarded-proto"] as const;

/** `hops` proxies stand in front: the entry that the outermost of them wrote is the address. What stands left of it, anybody may have made up. */
export const forwardedHeaders =
  (hops: number): RequestHandler =>
  (request, _response, next) => {
    for (const name of always) if (name in request.headers) delete request.headers[name];
    if (hops === 0) for (const name of fromProxies) if (name in request.headers) delete request.headers[name];
    const socketAddress = request.socket.remoteAddress ?? "";
    const claimed = hops === 0 ? socketAddress : (request.ip ?? "");
    request.edge.address = isIP(claimed) ? claimed : socketAddress;
    next();
  };
