import { describe, expect, it } from "vitest";
import { answersOf, numbersOf, statusOf, takeRows, type Column } from "./column";
import { fillColumns } from "./fill-columns";
import { textOfResponses, type Said } from "../../../tests/support/texts-of-responses";

const kinds = new Map<string, Column["kind"]>([
  ["scale", "numbers"],
  ["choice", "values"],
  ["why", "words"],
]);
const keys = [...kinds.keys()];
const print = (byte: string) => byte.repeat(16);

/** Responses 100, 101, 102 and so on are the rows 0, 1, 2 of so many. */
const filled = (rows: number, ...texts: Said[][]): [Column, Column, Column] => {
  const columns = fillColumns(kinds, rows);
  for (const said of texts) columns.take(textOfResponses(said), (id) => (id - 100 < rows ? id - 100 : -1));
  return [...columns.done().values()] as [Column, Column, Column];
};

/** What the response of that row said to the first, second or third question. */
const told = (row: number, question: number, said: string): Said => [100 + row, { [keys[question]!]: said }];

describe("a column", () => {
  it("keeps numbers, choices and whether anything was written, each in its row, in whatever order and however many texts they come", () => {
    const [scale, choice, words] = filled(3, [told(2, 0, "7"), told(0, 1, '"tea"'), told(0, 0, "9")], [told(2, 1, '["tea", "milk"]'), told(1, 2, print("0f"))]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(9, Number.NaN, 7));
    expect(answersOf(choice, (json) => JSON.parse(json) as unknown)).toEqual(["tea", undefined, ["tea", "milk"]]);
    expect(Array.from(words.codes, statusOf)).toEqual([null, "answered", null]);
    expect(words.kind === "words" && words.prints.subarray(16, 32)).toEqual(new Uint8Array(16).fill(15));
  });

  it("tells apart why nothing was answered", () => {
    const [scale] = filled(6, [told(0, 0, "S"), told(1, 0, "D"), told(2, 0, "N"), told(3, 0, "P"), told(4, 0, "1")]);
    expect(Array.from(scale.codes, statusOf)).toEqual(["skipped", "dont_know", "not_applicable", "prefer_not_to_say", "answered", null]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1, Number.NaN));
  });

  it("reads signs, decimals and large numbers, and what is no number as none", () => {
    const [scale] = filled(5, [told(0, 0, "-3"), told(1, 0, "0.25"), told(2, 0, "123456789012"), told(3, 0, '"5"'), told(4, 0, "0")]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(-3, 0.25, 123_456_789_012, Number.NaN, 0));
    expect(statusOf(scale.codes[3]!)).toBe("answered");
  });

  it("takes a byte an answer while few differ, and grows wider without losing any where many do", () => {
    const rows = 70_000;
    const given = (distinct: number) =>
      filled(
        rows,
        Array.from({ length: rows }, (_, row) => told(row, 0, `${(row % distinct) + 0.5}`)),
      )[0];
    for (const [distinct, width] of [
      [250, 1],
      [2000, 2],
      [rows, 4],
    ] as const) {
      const column = given(distinct);
      expect(column.codes.BYTES_PER_ELEMENT).toBe(width);
      expect(numbersOf(column)!.every((number, row) => number === (row % distinct) + 0.5)).toBe(true);
    }
  });

  it("reads the same choice once, however often it was made", () => {
    const [, choice] = filled(
      1000,
      Array.from({ length: 1000 }, (_, row) => told(row, 1, `"${row % 3}"`)),
    );
    let reads = 0;
    answersOf(choice, (json) => (reads += json.length));
    expect(reads).toBe(9);
  });

  it("passes over responses that are in no row", () => {
    const [scale] = filled(1, [told(0, 0, "4"), told(1, 0, "9")]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(4));
  });

  it("passes over questions that the report does not ask, and what says nothing, whatever stands before and after them", () => {
    const [scale, choice, words] = filled(2, [
      [101, { scale: "", other: '"unasked"', why: print("0f"), choice: "N" }],
      [100, { other: "3", scale: "4" }],
      [101, { scale: "6" }],
    ]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(4, 6));
    expect(Array.from(choice.codes, statusOf)).toEqual([null, "not_applicable"]);
    expect(Array.from(words.codes, statusOf)).toEqual([null, "answered"]);
  });

  it("can be narrowed to some of its rows", () => {
    const [scale, choice, words] = filled(3, [told(0, 0, "1"), told(2, 0, "3"), told(2, 1, '"x"'), told(1, 2, print("aa")), told(2, 2, print("bb"))]).map(
      (column) => takeRows(column, Int32Array.of(2, 0)),
    );
    expect(numbersOf(scale)).toEqual(Float64Array.of(3, 1));
    expect(answersOf(choice, String)).toEqual(['"x"', undefined]);
    expect(words?.kind === "words" && words.prints.subarray(0, 16)).toEqual(new Uint8Array(16).fill(0xbb));
  });
});
