import { describe, expect, it } from "vitest";
import { createRandom, nextUniform } from "~/statistics/random";
import { agreementOf, differing, type DoubleCoded } from "./agreement";

const coded = (pairs: [number[], number[]][]): DoubleCoded[] =>
  pairs.map(([one, other], responseId) => ({
    responseId,
    readings: [
      { coderId: 1, themeIds: one },
      { coderId: 2, themeIds: other },
    ],
  }));

describe("two coders", () => {
  it("who see the same agree fully, and who guess agree by chance only", () => {
    const same = coded(Array.from({ length: 30 }, (_, at) => [[at % 3], [at % 3]]));
    expect(agreementOf(same, [0, 1, 2], "seed")).toMatchObject({ alpha: 1, reading: "good", interval: { lower: 1, upper: 1 } });
    const random = createRandom("guess");
    const guess = () => (nextUniform(random) < 0.5 ? [0] : []);
    const guessed = agreementOf(coded(Array.from({ length: 400 }, () => [guess(), guess()])), [0], "seed");
    expect(Math.abs(guessed.alpha!)).toBeLessThan(0.15);
    expect(guessed.reading).toBe("poor");
    expect(guessed.interval!.lower).toBeLessThan(guessed.alpha!);
    expect(guessed.interval!.upper).toBeGreaterThan(guessed.alpha!);
  });

  it("of whom one misses a theme half of the time agree as worked by hand", () => {
    const answers = coded(Array.from({ length: 20 }, (_, at) => [at < 10 ? [7] : [], at < 6 ? [7] : []]));
    const { alpha } = agreementOf(answers, [7], "seed").themes[0]!;
    expect(alpha).toBeCloseTo(1 - 8 / 40 / ((2 * 16 * 24) / (40 * 39)), 12);
    expect(differing(answers)).toHaveLength(4);
  });

  it("of a handful of answers, or with one code only, cannot be judged", () => {
    expect(agreementOf(coded([[[1], [1]]]), [1], "seed").reading).toBe("few");
    expect(agreementOf(coded(Array.from({ length: 20 }, () => [[1], [1]])), [1], "seed").reading).toBe("undefined");
  });
});
