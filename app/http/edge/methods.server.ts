// Pages are read with GET and HEAD, forms are sent with POST; nothing else is answered.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

const allowed = new Set(["GET", "HEAD", "POST"]);

export const methodGate: RequestHandler = (request, response, next) =>
  allowed.has(request.method) ? next() : refuse(request, response, { status: 405, allow: [...allowed].join(", ") });
