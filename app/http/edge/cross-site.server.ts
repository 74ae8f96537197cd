// A form counts only when it was sent from a page of this site: another site must not act in the name of whoever visits it.
import type { Request, RequestHandler } from "express";
import { allowedHosts } from "./hosts.server";
import { refuse } from "./refuse.server";

/** Both `Sec-Fetch-Site` and `Origin` must agree where they are sent, and at least one of them must be. */
const comesFromHere = (request: Request, isHere: (origin: string) => boolean): boolean => {
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site === undefined && origin === undefined) return false;
  return (site === undefined || site === "same-origin") && (origin === undefined || isHere(origin));
};

export const crossSiteGate = (publicOrigin: string): RequestHandler => {
  const { protocol, host: publicHost } = new URL(publicOrigin);
  const hosts = allowedHosts(publicOrigin);
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    // On loopback three names are one place, but a page of one of them still sends to that one.
    const own = (request.headers.host ?? publicHost).toLowerCase();
    const isHere = (origin: string) => origin === publicOrigin || (hosts.size > 1 && origin === `${protocol}//${own}`);
    return comesFromHere(request, isHere) ? next() : refuse(request, response, { status: 403 });
  };
};
