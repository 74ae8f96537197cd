// Any request at all: 600 a minute for a signed-in person, else 1,200 for an address, since whole towns share one mobile address.
import type { RequestHandler } from "express";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { log } from "~/platform/log.server";
import { addressKey } from "../limits/keys.server";
import { knownPerson } from "./known-sessions.server";
import { refuse } from "./refuse.server";

export const createGeneralLimit = ({ perPerson = 600, perAddress = 1_200 } = {}): RequestHandler => {
  const persons = new RateLimiterMemory({ keyPrefix: "", points: perPerson, duration: 60 });
  const addresses = new RateLimiterMemory({ keyPrefix: "", points: perAddress, duration: 60 });
  return (request, response, next) => {
    // A cookie counts only once it has been found to be somebody's: invented ones would give a new allowance each.
    const person = knownPerson(request.headers.cookie);
    const taken = person === null ? addresses.consume(addressKey(request.edge.address)) : persons.consume(String(person));
    taken.then(
      () => next(),
      (state: RateLimiterRes) => {
        const { points } = person === null ? addresses : persons;
        if (state.consumedPoints === points + 1) log.warn({ requestId: request.edge.requestId, personId: person }, "the general limit was hit");
        refuse(request, response, { status: 429, retryAfterSeconds: state.msBeforeNext / 1000 });
      },
    );
  };
};
