// Leaving in good order: what has been begun is finished, nothing new is begun.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

export type Drain = {
  isDraining: () => boolean;
  /** From now on requests are sent elsewhere; resolves when those in flight have been answered. */
  begin: () => Promise<void>;
  gate: RequestHandler;
};

export const createDrain = (): Drain => {
  let draining = false;
  let inFlight = 0;
  let onIdle: (() => void) | undefined;
  return {
    isDraining: () => draining,
    begin: () => {
      draining = true;
      return new Promise((resolve) => {
        if (inFlight === 0) resolve();
        else onIdle = resolve;
      });
    },
    gate: (request, response, next) => {
      if (draining) {
        response.setHeader("Connection", "close");
        return refuse(request, response, { status: 503, retryAfterSeconds: 5 });
      }
      inFlight++;
      response.once("close", () => {
        inFlight--;
        if (draining && inFlight === 0) onIdle?.();
      });
      next();
    },
  };
};
