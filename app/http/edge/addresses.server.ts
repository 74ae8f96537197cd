// Addresses that no page of ours has are turned away before anything tries to understand them.
import type { RequestHandler } from "express";
import { refuse } from "./refuse.server";

const longestAddress = 8_000;

/** The status for an address that cannot be right, or null. */
export const addressProblem = (address: string): 400 | 404 | null => {
  if (!address.startsWith("/") || address.length > longestAddress) return 400;
  const [path = "", search = ""] = address.split("?", 2);
  if (path.startsWith("//") || path.includes("\\")) return 404;
  if (!address.includes("%") && !search.includes("_data")) return null;
  if (/%00/.test(address)) return 404;
  try {
    // An encoded slash would be one segment to the router and two to whoever reads the address.
    if (/%2f|%5c/i.test(path)) return 404;
    decodeURIComponent(path);
  } catch {
    return 400;
  }
  // The way in which earlier versions of Remix asked for one loader's data; single fetch has no use for it.
  if (search && new URLSearchParams(search).has("_data")) return 404;
  return null;
};

export const addressGate: RequestHandler = (request, response, next) => {
  const status = addressProblem(request.url);
  return status ? refuse(request, response, { status }) : next();
};
