// Leaving in good order: what has been begun is finished, nothing new is begun.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

export type Drain = {
  isDraining: () => boolean;
  /** From now on requests are sent elsewhere; resolves when those in flight have been answered. */
  begin: () => Promise<void>;
  gate: RequestHandler;
  /** Work that must be finished even when whoever asked for it has gone. */
  hold: (work: Promise<unknown>) => void;
};

export const createDrain = (): Drain => {
  let draining = false;
  let inFlight = 0;
  let onIdle: (() => void) | undefined;
  const enter = () => void inFlight++;
  const leave = () => {
    inFlight--;
    if (draining && inFlight === 0) onIdle?.();
  };
  return {
    hold: (work) => {
      enter();
      work.then(leave, leave);
    },
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
      enter();
      response.once("close", leave);
      next();
    },
  };
};
