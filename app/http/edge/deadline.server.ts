// A full house says so: when every connection to the database is taken, people are asked to come back instead of being left waiting.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

type Room = { seats?: number; patienceMs?: number };

/** More requests than `seats` at once, or one that has not begun to answer after `patienceMs`, get 503. A body that is still arriving does not count as waiting. */
export const createDeadline = ({ seats = 500, patienceMs = 12_000 }: Room = {}): RequestHandler => {
  let taken = 0;
  return (request, response, next) => {
    if (taken >= seats) return refuse(request, response, { status: 503, retryAfterSeconds: 2 });
    taken++;
    let timer: NodeJS.Timeout | undefined;
    const startWaiting = () => {
      timer = setTimeout(() => {
        if (!response.headersSent) refuse(request, response, { status: 503, retryAfterSeconds: 5 });
      }, patienceMs);
    };
    if (request.method === "GET" || request.method === "HEAD") startWaiting();
    else request.once("end", startWaiting);
    response.once("close", () => {
      taken--;
      clearTimeout(timer);
    });
    next();
  };
};
