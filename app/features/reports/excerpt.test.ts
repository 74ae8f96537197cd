import { describe, expect, it } from "vitest";
import { isExcerptOf } from "./excerpt";

const answer = "Wanginya enak sebentar,\n tapi sampai sore masih menyengat di kantor.";

describe("a quotation", () => {
  it.each([
    ["the whole answer", "Wanginya enak sebentar, tapi sampai sore masih menyengat di kantor.", true],
    ["a part", "masih menyengat di kantor", true],
    ["parts in their order", "Wanginya enak … menyengat di kantor.", true],
    ["dots instead of an ellipsis", "Wanginya enak ... menyengat", true],
    ["parts in another order", "menyengat … Wanginya", false],
    ["other words", "Wanginya sangat enak", false],
    ["the same part twice", "enak … enak", false],
    ["nothing but an ellipsis", "…", false],
    ["nothing", "", false],
  ])("is what was said: %s", (_name, excerpt, expected) => {
    expect(isExcerptOf(excerpt, answer)).toBe(expected);
  });
});
