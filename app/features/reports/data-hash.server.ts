// A fingerprint of the rows that a report was computed from, by a rule that others can follow (docs/reports.md).
import { createHash } from "node:crypto";
import type { ResponseRows } from "./data.server";

type Hashed = {
  rows: ResponseRows;
  /** Blind codes by the place of the prototype. */
  codes: string[];
  numbers: Map<string, Float64Array>;
  /** SHA-256 of the answers that are no numbers, by question. */
  texts: Map<string, string>;
};

const inOrder = <T>(map: Map<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** One line for the people, the blind codes and the places, then one per question; missing numbers are blank. */
export const hashOfRows = ({ rows, codes, numbers, texts }: Hashed): string => {
  const hash = createHash("sha256");
  const line = (name: string, cells: string) => hash.update(`${name}\n${cells}\n`);
  line("person", rows.person.join(","));
  line("code", Array.from(rows.prototype, (place) => codes[place] ?? "").join(","));
  line("position", rows.position.join(","));
  for (const [key, column] of inOrder(numbers)) line(key, column.join(",").replaceAll("NaN", ""));
  for (const [key, text] of inOrder(texts)) line(key, text);
  return hash.digest("hex");
};
