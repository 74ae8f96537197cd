import { parse } from "csv-parse/sync";
import { existsSync, readFileSync } from "node:fs";
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
    const { alpha, interval, kappa } = agreementOf(answers, [7], "seed").themes[0]!;
    expect(alpha).toBeCloseTo(1 - 8 / 40 / ((2 * 16 * 24) / (40 * 39)), 12);
    expect(interval!.lower).toBeLessThan(alpha!);
    expect(interval!.upper).toBeGreaterThan(alpha!);
    // Cohen's: they agree on 16 of 20, and would on half of them by chance.
    expect(kappa).toBeCloseTo((0.8 - 0.5) / (1 - 0.5), 12);
    expect(differing(answers)).toHaveLength(4);
  });

  it("of a handful of answers, or with one code only, cannot be judged", () => {
    expect(agreementOf(coded([[[1], [1]]]), [1], "seed").reading).toBe("few");
    expect(agreementOf(coded(Array.from({ length: 20 }, () => [[1], [1]])), [1], "seed").reading).toBe("undefined");
  });

  it("have an interval and a kappa from ten answers on", () => {
    const of = (count: number) => agreementOf(coded(Array.from({ length: count }, (_, at) => [at % 2 ? [1] : [], at % 3 ? [1] : []])), [1], "seed");
    expect(of(9)).toMatchObject({ kappaKind: null, kappa: null, interval: null, themes: [{ kappa: null, interval: null }] });
    expect(of(10).kappaKind).toBe("cohen");
    expect(of(10).themes[0]!.interval).not.toBeNull();
    expect(of(10).kappa).not.toBeNull();
  });

  it("who use one code only have no kappa, and nobody's answers have nothing", () => {
    expect(agreementOf(coded(Array.from({ length: 20 }, () => [[1], [1]])), [1], "seed")).toMatchObject({ alpha: null, interval: null, kappa: null });
    expect(agreementOf([], [1], "seed")).toMatchObject({ answers: 0, alpha: null, kappaKind: null, reading: "few" });
  });
});

const diagnoses = ["tests/reference/diagnoses_coders/data.csv", "../shared/data/diagnoses_coders/data.csv"].find((path) => existsSync(path));

describe("several coders", () => {
  it.skipIf(!diagnoses)("of whom six each read every answer get Fleiss' kappa, by theme as he published it", () => {
    const rows = parse(readFileSync(diagnoses!), { from_line: 2 }) as string[][];
    const themes = [...new Set(rows.flatMap((row) => row.slice(-6)))].sort();
    const answers = rows.map((row, responseId): DoubleCoded => ({
      responseId,
      readings: row.slice(-6).map((code, coderId) => ({ coderId, themeIds: [themes.indexOf(code)] })),
    }));
    const found = agreementOf(answers, [...themes.keys()], "seed");
    expect(found.kappaKind).toBe("fleiss");
    // Fleiss (1971), table 4: for each category by itself.
    expect(found.themes.map(({ kappa }) => Number(kappa!.toFixed(3))).sort()).toEqual([0.245, 0.245, 0.471, 0.52, 0.566]);
  });

  it("of whom more read one answer than another get alpha alone", () => {
    const answers = coded(Array.from({ length: 20 }, (_, at) => [at % 2 ? [1] : [], at % 3 ? [1] : []]));
    answers[0] = { responseId: 0, readings: [...answers[0]!.readings, { coderId: 3, themeIds: [1] }] };
    const found = agreementOf(answers, [1], "seed");
    expect(found).toMatchObject({ kappaKind: null, kappa: null });
    expect(found.alpha).not.toBeNull();
  });
});
