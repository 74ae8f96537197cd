// The rule of the fingerprint, followed here as somebody else would follow it: lines of text, hashed as a whole.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { Column } from "./column";
import { hashOfRows } from "./data-hash.server";
import { fillColumns } from "./fill-columns";
import { textOfResponses } from "../../../tests/support/texts-of-responses";

const sha256 = (lines: string[]) =>
  createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Rows about the first of two prototypes and about none, in turn. */
const rowsOf = (count: number) => ({
  count,
  person: Int32Array.from({ length: count }, (_, row) => row + 1),
  prototype: Int32Array.from({ length: count }, (_, row) => (row % 2 ? -1 : 0)),
  position: Int32Array.from({ length: count }, (_, row) => row % 3),
  perPrototype: [],
});

const kinds = new Map([
  ["why", "words"],
  ["liking", "numbers"],
  ["when", "values"],
] as const);

const columnsOf = (count: number, answers: (row: number) => [why: string, liking: string, when: string]): Map<string, Column> => {
  const columns = fillColumns(kinds, count);
  const said = Array.from({ length: count }, (_, row): [number, Record<string, string>] => {
    const [why, liking, when] = answers(row);
    return [row, { why, liking, when }];
  });
  columns.take(textOfResponses(said), (id) => id);
  return columns.done();
};

it("the fingerprint of the rows is the one that its rule gives", () => {
  const said: [string, string, string][] = [
    [md5('"Wangi 👋"'), "7.50", '"other:habis, mandi é"'],
    ["S", '"7"', '["tea", "milk"]'],
    ["P", "D", "N"],
  ];
  const columns = columnsOf(3, (row) => said[row]!);
  expect(hashOfRows(rowsOf(3), ["101", "202"], columns)).toBe(
    sha256([
      ...["person", "1,2,3", "code", "101,,101", "position", "0,1,2"],
      ...["liking", "aad", "liking", "7.5,,"],
      ...["when", "aan", "when", '"other:habis, mandi é",["tea", "milk"],'],
      ...["why", "asp", "why", `${md5('"Wangi 👋"')},,`],
    ]),
  );
});

it("the fingerprint of many rows, which are hashed in parts, is the same as that of one text", () => {
  const count = 30_000;
  const long = "x".repeat(90_000);
  const choiceOf = (row: number) => (row === 20_000 ? `"${long}"` : `"choice ${row % 7}"`);
  const columns = columnsOf(count, (row) => [md5(String(row)), row % 5 ? String(row % 9) : "S", choiceOf(row)]);
  const line = (of: (row: number) => string | number, between = ",") => Array.from({ length: count }, (_, row) => of(row)).join(between);
  expect(hashOfRows(rowsOf(count), ["101"], columns)).toBe(
    sha256([
      ...["person", line((row) => row + 1), "code", line((row) => (row % 2 ? "" : 101)), "position", line((row) => row % 3)],
      ...["liking", line((row) => (row % 5 ? "a" : "s"), ""), "liking", line((row) => (row % 5 ? row % 9 : ""))],
      ...["when", "a".repeat(count), "when", line(choiceOf)],
      ...["why", "a".repeat(count), "why", line((row) => md5(String(row)))],
    ]),
  );
});
