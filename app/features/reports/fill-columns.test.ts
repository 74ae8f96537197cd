import { describe, expect, it } from "vitest";
import { answersOf, numbersOf, statusOf, takeRows, type Column } from "./column";
import { fillColumns, recordEnd } from "./fill-columns";

const kinds: Column["kind"][] = ["numbers", "values", "words"];
const print = (byte: string) => byte.repeat(16);

/** Responses 100, 101, 102 and so on are the rows 0, 1, 2 of so many. */
const filled = (rows: number, ...texts: string[][]): [Column, Column, Column] => {
  const columns = fillColumns(kinds, rows);
  for (const records of texts) columns.take(records.join(recordEnd), 100, (id) => (id - 100 < rows ? id - 100 : -1));
  return columns.done() as [Column, Column, Column];
};

/** An answer to the first, second or third question by the response of that row. */
const told = (row: number, question: number, said: string) => `${row * kinds.length + question}${said}`;

describe("a column", () => {
  it("keeps numbers, choices and whether anything was written, each in its row, in whatever order and however many texts they come", () => {
    const [scale, choice, words] = filled(
      3,
      [told(2, 0, "a7"), told(0, 1, 'a"tea"'), told(0, 0, "a9")],
      [told(2, 1, 'a["tea", "milk"]'), told(1, 2, `a${print("0f")}`)],
    );
    expect(numbersOf(scale)).toEqual(Float64Array.of(9, Number.NaN, 7));
    expect(answersOf(choice, (json) => JSON.parse(json) as unknown)).toEqual(["tea", undefined, ["tea", "milk"]]);
    expect(Array.from(words.codes, statusOf)).toEqual([null, "answered", null]);
    expect(words.kind === "words" && words.prints.subarray(16, 32)).toEqual(new Uint8Array(16).fill(15));
  });

  it("tells apart why nothing was answered", () => {
    const [scale] = filled(6, [told(0, 0, "s"), told(1, 0, "d"), told(2, 0, "n"), told(3, 0, "p"), told(4, 0, "a1")]);
    expect(Array.from(scale.codes, statusOf)).toEqual(["skipped", "dont_know", "not_applicable", "prefer_not_to_say", "answered", null]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1, Number.NaN));
  });

  it("reads signs, decimals and large numbers, and what is no number as none", () => {
    const [scale] = filled(5, [told(0, 0, "a-3"), told(1, 0, "a0.25"), told(2, 0, "a123456789012"), told(3, 0, 'a"5"'), told(4, 0, "a0")]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(-3, 0.25, 123_456_789_012, Number.NaN, 0));
    expect(statusOf(scale.codes[3]!)).toBe("answered");
  });

  it("takes a byte an answer while few differ, and grows wider without losing any where many do", () => {
    const rows = 70_000;
    const given = (distinct: number) =>
      filled(
        rows,
        Array.from({ length: rows }, (_, row) => told(row, 0, `a${(row % distinct) + 0.5}`)),
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
      Array.from({ length: 1000 }, (_, row) => told(row, 1, `a"${row % 3}"`)),
    );
    let reads = 0;
    answersOf(choice, (json) => (reads += json.length));
    expect(reads).toBe(9);
  });

  it("passes over responses that are in no row", () => {
    const [scale] = filled(1, [told(0, 0, "a4"), told(1, 0, "a9")]);
    expect(numbersOf(scale)).toEqual(Float64Array.of(4));
  });

  it("can be narrowed to some of its rows", () => {
    const [scale, choice, words] = filled(3, [
      told(0, 0, "a1"),
      told(2, 0, "a3"),
      told(2, 1, 'a"x"'),
      told(1, 2, `a${print("aa")}`),
      told(2, 2, `a${print("bb")}`),
    ]).map((column) => takeRows(column, Int32Array.of(2, 0)));
    expect(numbersOf(scale)).toEqual(Float64Array.of(3, 1));
    expect(answersOf(choice, String)).toEqual(['"x"', undefined]);
    expect(words?.kind === "words" && words.prints.subarray(0, 16)).toEqual(new Uint8Array(16).fill(0xbb));
  });
});
