// A fingerprint of the rows that a report was computed from, by a rule that others can follow.
import { createHash } from "node:crypto";
import type { ResponseRows } from "./data.server";
import type { Column } from "./read-cells";

/**
 * SHA-256 over lines of values between commas, in the order of the people and then of the prototypes: who, the blind code, the place, and
 * for each question, by key, its statuses (a answered, s skipped, d don't know, n does not apply, - not asked; here without commas) and its values. A value
 * is a number, the MD5 of somebody's own words as JSON, or any other answer as JSON.
 */
export const hashOfRows = (rows: ResponseRows, codes: readonly string[], columns: ReadonlyMap<string, Column>): string => {
  const hash = createHash("sha256");
  const line = (name: string, cells: string | Uint8Array) => hash.update(`${name}\n`).update(cells).update("\n");
  line("person", rows.person.join(","));
  line("code", Array.from(rows.prototype, (place) => codes[place] ?? "").join(","));
  line("position", rows.position.join(","));
  for (const [key, { statuses, numbers, prints }] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1))) {
    line(key, statuses.letters());
    line(key, numbers ? numbers.join(",").replaceAll("NaN", "") : prints!.join(","));
  }
  return hash.digest("hex");
};
