// Every request gets a number of its own, which the answer carries: a person who reports a problem can quote it.
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

export const requestId: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  request.edge = { edge: true, requestId: id, nonce: "", address: "", shared: false };
  response.setHeader("X-Request-Id", id);
  next();
};
