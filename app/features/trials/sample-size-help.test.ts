import { describe, expect, it } from "vitest";
import { answerSampleSize, peopleNeeded, powerWith, type SampleFacts } from "./sample-size-help";

const facts: SampleFacts = {
  question: "means",
  isWithin: false,
  alpha: 0.05,
  power: 0.8,
  difference: 0.5,
  standardDeviation: 1,
  correlation: 0.3,
  share: 0.5,
  otherShare: 0.4,
  onlyFirst: 0.2,
  onlySecond: 0.1,
  preference: 0.6,
  margin: 0.05,
  population: null,
};

describe("the help with sample sizes gives the published numbers", () => {
  it("for a difference in means", () => {
    expect(peopleNeeded(facts)).toBeCloseTo(63.76561, 5);
    expect(peopleNeeded({ ...facts, difference: 0.25 })).toBeCloseTo(252.127503, 5);
    expect(peopleNeeded({ ...facts, isWithin: true, standardDeviation: 1.8 })).toBeCloseTo(144.342233, 5);
  });

  it("for a difference in top-two-box, of other or of the same people", () => {
    expect(answerSampleSize({ ...facts, question: "top_two_box" }, 60).people).toBe(388);
    expect(answerSampleSize({ ...facts, question: "top_two_box", isWithin: true }, 60).people).toBe(234);
  });

  it("for a paired preference, whose power is that of the exact test", () => {
    expect(powerWith({ ...facts, question: "preference" }, 100)).toBeCloseTo(0.462093, 6);
    expect(powerWith({ ...facts, question: "preference" }, 150)).toBeCloseTo(0.663153, 6);
    expect(powerWith({ ...facts, question: "preference" }, 200)).toBeCloseTo(0.786848, 6);
    const people = peopleNeeded({ ...facts, question: "preference" })!;
    for (let n = people; n < people + 50; n += 1) expect(powerWith({ ...facts, question: "preference" }, n)).toBeGreaterThanOrEqual(0.8);
    expect(powerWith({ ...facts, question: "preference" }, people - 1)).toBeLessThan(0.8);
  });

  it("for a share within so many points, also of a small population", () => {
    expect(answerSampleSize({ ...facts, question: "margin" }, 60).people).toBe(385);
    expect(peopleNeeded({ ...facts, question: "margin", population: 2000 })).toBeCloseTo(322.385549, 4);
  });

  it("says what the planned trial would find: with the number of people needed, the difference asked about", () => {
    const { planned } = answerSampleSize(facts, 64);
    expect(planned.detectable).toBeCloseTo(0.499, 2);
    expect(planned.power).toBeGreaterThan(0.8);
    expect(answerSampleSize({ ...facts, difference: 0 }, 64).people).toBe(null);
  });
});
