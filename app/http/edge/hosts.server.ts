// The site answers under its own name only: a foreign Host header would otherwise end up in links and redirects.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** The values of `Host` that mean this site. On loopback its three names, on one port, are the same place. */
export const allowedHosts = (publicOrigin: string): ReadonlySet<string> => {
  const { hostname, port, host, protocol } = new URL(publicOrigin);
  const withPort = (name: string) => (port ? [`${name}:${port}`] : [name, `${name}:${protocol === "https:" ? 443 : 80}`]);
  return new Set(loopbackNames.includes(hostname) ? loopbackNames.flatMap(withPort) : [host, ...withPort(hostname)]);
};

export const hostGate = (publicOrigin: string): RequestHandler => {
  const hosts = allowedHosts(publicOrigin);
  return (request, response, next) => (hosts.has((request.headers.host ?? "").toLowerCase()) ? next() : refuse(request, response, { status: 421 }));
};
