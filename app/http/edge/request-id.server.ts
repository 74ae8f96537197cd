// Every request gets a number of its own, which the answer carries: a person who reports a problem can quote it.
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { EdgeContext } from "./exchange.server";

export const requestId: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  const known: EdgeContext = { requestId: id, nonce: "", address: "", shared: false };
  request.edge = { edge: true, ...known };
  response.setHeader("X-Request-Id", id);
  next();
};
