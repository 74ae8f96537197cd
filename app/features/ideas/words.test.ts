import { describe, expect, it } from "vitest";
import { languageOf, searchWords } from "./words";

describe("the language of a text", () => {
  it("is told by its small words", () => {
    expect(languageOf("Tutup yang bisa dibuka dengan satu tangan", "en")).toBe("id");
    expect(languageOf("A cap that opens with one wet hand", "id")).toBe("en");
    expect(languageOf("Refill pouch", "id")).toBe("id");
  });
});

describe("what to look for", () => {
  it("leaves out the words that every text has, unless there are no others", () => {
    expect(searchWords("Tutup yang BISA dibuka, tutup!")).toEqual(["tutup", "dibuka"]);
    expect(searchWords("yang di")).toEqual(["yang", "di"]);
    expect(searchWords("!!!")).toEqual([]);
  });
});
