// A fingerprint of the rows that a report was computed from, by a rule that others can follow.
import { createHash } from "node:crypto";
import { firstAnswer, printBytes, statusOf, type Column } from "./column";
import type { ResponseRows } from "./data.server";

const letters = { answered: "a", skipped: "s", dont_know: "d", not_applicable: "n", prefer_not_to_say: "p" };

const partBytes = 65_536;
const [comma, lineEnd, zero] = [44, 10, 48];
const hexDigits = Buffer.from("0123456789abcdef");

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
    if (length + values.length > partBytes) flush();
    if (values.length > partBytes) hash.update(values);
    else for (let index = 0; index < values.length; index += 1) part[length++] = values[index]!;
  };
  /** A whole number as its decimals. */
  const whole = (value: number) => {
    if (value > 9) whole(Math.floor(value / 10));
    byte(zero + (value % 10));
  };
  const hex = (values: Uint8Array, from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      byte(hexDigits[values[index]! >> 4]!);
      byte(hexDigits[values[index]! & 15]!);
    }
  };
  const done = () => {
    flush();
    return hash.digest("hex");
  };
  return { byte, bytes, whole, hex, done };
};

type Hash = ReturnType<typeof hashInParts>;

/** Writes what a column holds in a row. */
const writerOf = (column: Column, { bytes, hex }: Hash): ((row: number) => void) => {
  const { codes } = column;
  if (column.kind === "words") {
    return (row) => {
      if (codes[row]! >= firstAnswer) hex(column.prints, row * printBytes, (row + 1) * printBytes);
    };
  }
  const texts = column.answers.map((answer: number | string) => Buffer.from(Number.isNaN(answer) ? "" : String(answer)));
  return (row) => {
    if (codes[row]! >= firstAnswer) bytes(texts[codes[row]! - firstAnswer]!);
  };
};

/** The letter of each code; all answers have the last. */
const letterByCode = Uint8Array.from({ length: firstAnswer + 1 }, (_, code) => {
  const status = statusOf(code);
  return (status ? letters[status] : "-").charCodeAt(0);
});

/**
 * SHA-256 over lines of values between commas, in the order of the people and then of the prototypes: who, the blind code, the place, and
 * for each question, by key, its statuses (a answered, s skipped, d don't know, n does not apply, - not asked; here without commas) and its values. A value
 * is a number, the MD5 of somebody's own words as JSON, or any other answer as JSON.
 */
export const hashOfRows = (rows: ResponseRows, codes: readonly string[], columns: ReadonlyMap<string, Column>): string => {
  const hash = hashInParts();
  const line = (name: string, write: (row: number) => void, isList = true) => {
    hash.bytes(Buffer.from(`${name}\n`));
    for (let row = 0; row < rows.count; row += 1) {
      if (isList && row > 0) hash.byte(comma);
      write(row);
    }
    hash.byte(lineEnd);
  };
  const known = codes.map((code) => Buffer.from(code));
  line("person", (row) => hash.whole(rows.person[row]!));
  line("code", (row) => rows.prototype[row]! >= 0 && hash.bytes(known[rows.prototype[row]!]!));
  line("position", (row) => hash.whole(rows.position[row]!));
  for (const [key, column] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1))) {
    line(key, (row) => hash.byte(letterByCode[Math.min(column.codes[row]!, firstAnswer)]!), false);
    line(key, writerOf(column, hash));
  }
  return hash.done();
};
