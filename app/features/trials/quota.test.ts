import { describe, expect, it } from "vitest";
import { fitsCell, mayFitCell, missingFacts } from "./quota";
import type { CellRule } from "./trial";

const rule: CellRule = {
  all: [
    { fact: "sex", values: ["female"] },
    { fact: "age_band", values: ["25-34", "35-44"] },
  ],
};

describe("a quota cell", () => {
  it("is for people with all of its facts, not with some of them", () => {
    expect(fitsCell(rule, { sex: "female", age_band: "35-44" })).toBe(true);
    expect(fitsCell(rule, { sex: "female", age_band: "55+" })).toBe(false);
    expect(fitsCell(rule, { sex: "male", age_band: "35-44" })).toBe(false);
  });

  it("is not for somebody about whom a fact is unknown, though it may turn out to be", () => {
    expect(fitsCell(rule, { sex: "female" })).toBe(false);
    expect(mayFitCell(rule, { sex: "female" })).toBe(true);
    expect(mayFitCell(rule, { sex: "male" })).toBe(false);
    expect(missingFacts([rule, rule], { sex: "female" })).toEqual(["age_band"]);
  });

  it("without a rule is for everybody", () => {
    expect(fitsCell({ all: [] }, {})).toBe(true);
  });
});
