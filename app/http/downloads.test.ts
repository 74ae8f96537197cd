import { describe, expect, it } from "vitest";
import { toCsv } from "./downloads.server";

describe("a CSV file", () => {
  it("keeps a spreadsheet from running what somebody typed", () => {
    const typed = ["=1+1", "+62812", "-1+2", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "|cmd", "%0a"];
    const lines = toCsv(
      ["text"],
      typed.map((text) => [text]),
    )
      .split("\r\n")
      .slice(1, -1);
    for (const line of lines) expect(line.replace(/^"/, "")).toMatch(/^'/);
  });

  it("quotes what would break a line, and leaves numbers as numbers", () => {
    expect(
      toCsv(
        ["a", "b"],
        [
          ['He said "hi", twice', -3],
          ["two\nlines", null],
        ],
      ),
    ).toBe('a,b\r\n"He said ""hi"", twice",-3\r\n"two\nlines",\r\n');
  });
});
