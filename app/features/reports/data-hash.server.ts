// A fingerprint of the rows that a report was computed from, by a rule that others can follow.
import { createHash } from "node:crypto";
import { firstAnswer, printBytes, statusOf, type Column } from "./column";
import type { ResponseRows } from "./data.server";

const letters = { answered: "a", skipped: "s", dont_know: "d", not_applicable: "n", prefer_not_to_say: "p" };

const partBytes = 65_536;

/** Bytes put together before they are hashed, so that no line of a million values is ever in memory as a whole. */
const hashInParts = () => {
  const hash = createHash("sha256");
  const part = Buffer.allocUnsafe(partBytes);
  let length = 0;
  const flush = () => {
    hash.update(part.subarray(0, length));
    length = 0;
  };
  const byte = (value: number) => {
    if (length === partBytes) flush();
    part[length++] = value;
  };
  const bytes = (values: Uint8Array) => {
    if (values.length === 1) return byte(values[0]!);
    if (length + values.length > partBytes) flush();
    if (values.length > partBytes) hash.update(values);
    else {
      part.set(values, length);
      length += values.length;
    }
  };
  const done = () => {
    flush();
    return hash.digest("hex");
  };
  return { byte, bytes, done };
};

const [comma, lineEnd] = [44, 10];

const hexOf = (prints: Uint8Array, row: number) => Buffer.from(Buffer.from(prints.buffer, prints.byteOffset + row * printBytes, printBytes).toString("hex"));

/** What a column's value looks like, row by row. */
const valuesOf = (column: Column): ((row: number) => Uint8Array) => {
  const none = Buffer.alloc(0);
  const { codes } = column;
  if (column.kind === "words") return (row) => (codes[row]! < firstAnswer ? none : hexOf(column.prints, row));
  const texts = column.answers.map((answer: number | string) => Buffer.from(Number.isNaN(answer) ? "" : String(answer)));
  return (row) => (codes[row]! < firstAnswer ? none : texts[codes[row]! - firstAnswer]!);
};

/**
 * SHA-256 over lines of values between commas, in the order of the people and then of the prototypes: who, the blind code, the place, and
 * for each question, by key, its statuses (a answered, s skipped, d don't know, n does not apply, - not asked; here without commas) and its values. A value
 * is a number, the MD5 of somebody's own words as JSON, or any other answer as JSON.
 */
export const hashOfRows = (rows: ResponseRows, codes: readonly string[], columns: ReadonlyMap<string, Column>): string => {
  const { byte, bytes, done } = hashInParts();
  const line = (name: string, write: () => void) => {
    bytes(Buffer.from(`${name}\n`));
    write();
    byte(lineEnd);
  };
  const list = (valueOf: (row: number) => Uint8Array) => () => {
    for (let row = 0; row < rows.count; row += 1) {
      if (row > 0) byte(comma);
      bytes(valueOf(row));
    }
  };
  const known = codes.map((code) => Buffer.from(code));
  line(
    "person",
    list((row) => Buffer.from(String(rows.person[row]))),
  );
  line(
    "code",
    list((row) => known[rows.prototype[row]!] ?? Buffer.alloc(0)),
  );
  line(
    "position",
    list((row) => Buffer.from(String(rows.position[row]))),
  );
  for (const [key, column] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letterOf = (code: number) => {
      const status = statusOf(code);
      return (status ? letters[status] : "-").charCodeAt(0);
    };
    line(key, () => {
      for (let row = 0; row < rows.count; row += 1) byte(letterOf(column.codes[row]!));
    });
    line(key, list(valuesOf(column)));
  }
  return done();
};
