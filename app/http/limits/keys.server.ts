// What a limit is counted by. An IPv6 subscriber owns a whole /64 and counts as one address.
import { createHmac } from "node:crypto";
import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";
import { env } from "~/platform/env.server";

export const addressKey = (address: string): string => {
  if (isIPv4(address)) return address;
  try {
    const parsed = ipaddr.process(address);
    return parsed.kind() === "ipv4" ? parsed.toString() : `${(parsed as ipaddr.IPv6).parts.slice(0, 4).join(":")}/64`;
  } catch {
    return "unknown";
  }
};

/** Names and addresses are counted without being kept: the table of limits holds keyed hashes only. */
export const limitKey = (...parts: readonly (string | number)[]): string =>
  createHmac("sha256", env().KAWAN_SECRET).update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
