import { expect, it } from "vitest";
import { breaksAnywhere, unbroken } from "./unbroken";

it("a number and its percent sign stay on one line, other words may part", () => {
  expect(unbroken("from 24 % for Citra to 31 % for Segar (n = 45)")).toBe("from 24\u00a0% for Citra to 31\u00a0% for Segar (n\u00a0=\u00a045)");
});

it("only a name that is one long word is broken within it", () => {
  expect(breaksAnywhere("Coconut milk with palm sugar from the mountains")).toBe("");
  expect(breaksAnywhere("Tastes of supercalifragilisticexpialidocious")).toContain("wrap-anywhere");
});
