import { describe, expect, test } from "vitest";
import { answerSpread, averageRun, evenOddConsistency, longestRun, mahalanobisDistances } from "./response-quality";
import { classifyText, learnLabels, wordsOf } from "./sentiment";
import { gibberishSigns, plainText, sameTexts, similarityBands, similarTexts, trigramOverlap, trigramsOf } from "./text-quality";
import { tagLifts } from "./word-lift";

describe("careless answers", () => {
  test("runs skip what was not answered", () => {
    expect(longestRun([3, 3, null, 3, 2])).toBe(3);
    expect(averageRun([3, 3, null, 3, 2])).toBe(2);
    expect(longestRun([])).toBe(0);
    expect(averageRun([null])).toBeNull();
    expect(answerSpread([4])).toBeNull();
    expect(answerSpread([4, 4, 4])).toBe(0);
  });

  test("halves that say the same agree, halves without variation say nothing", () => {
    const row = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 2, 2];
    expect(evenOddConsistency(row, [2, 2, 2, 2, 2, 2])).toEqual({ correlation: 1, consistency: 1 });
    expect(evenOddConsistency(new Array<number>(12).fill(3), [2, 2, 2, 2, 2, 2])).toBeNull();
    expect(evenOddConsistency([1, 5, 5, 1, 1, 5, 5, 1], [2, 2, 2, 2])?.consistency).toBe(-1);
  });

  test("the distances of everybody average the number of questions times (n - 1)/n", () => {
    const answer = mahalanobisDistances([
      [1, 2],
      [2, 1],
      [4, 4],
      [5, 3],
      [3, 5],
    ]);
    if (answer.kind !== "result") throw new Error(answer.reason);
    expect(answer.distances.reduce((sum, { squared }) => sum + squared, 0) / 5).toBeCloseTo((2 * 4) / 5, 10);
  });
});

describe("texts", () => {
  test("the same words in another dress are the same text", () => {
    expect(plainText("  Enak   sekali!!  ＯＫ 👍")).toBe("enak sekali ok");
    expect(plainText("مُنتَج ممتاز")).toBe("مُنتَج ممتاز");
    const groups = sameTexts(["Barangnya bagus, cepat sampai!", "barangnya bagus cepat sampai", "ok", "OK"]);
    expect(groups).toEqual([{ text: "barangnya bagus cepat sampai", indices: [0, 1] }]);
  });

  test("texts that are alike share a band, texts that are not share none", () => {
    const bandsOf = (text: string) => similarityBands(trigramsOf(text));
    const meet = (one: string, other: string) => bandsOf(one).some((band) => bandsOf(other).includes(band));
    const words = ["sabun", "ini", "wangi", "sekali", "dan", "lembut", "di", "tangan", "busanya", "banyak", "mudah", "dibilas", "harganya", "pas"];
    const whole = words.join(" ");
    const nearly = words.map((_, place) => words.with(place, `${words[place]!}nya`).join(" "));
    const alike = nearly.filter((text) => trigramOverlap(trigramsOf(whole), trigramsOf(text)) >= 0.85);
    expect(alike.length).toBeGreaterThan(10);
    for (const text of alike) expect(meet(whole, text)).toBe(true);
    expect(trigramOverlap(trigramsOf("abc"), trigramsOf("abc"))).toBe(1);
    expect(trigramOverlap(trigramsOf("abcd"), trigramsOf("abce"))).toBeCloseTo(1 / 3, 12);
    expect(trigramOverlap(new Set(), new Set())).toBe(0);
    expect(bandsOf("")).toEqual([]);
    expect(meet(whole, "Rasanya asam dan terlalu encer untuk sarapan keluarga kami")).toBe(false);
  });

  test("similar texts: as many pairs as comparing every two finds", () => {
    const words = ["sabun", "ini", "wangi", "sekali", "dan", "lembut", "di", "tangan", "busanya", "banyak", "mudah", "dibilas"];
    const texts = Array.from({ length: 120 }, (_, i) => words.map((word, j) => ((i * 7 + j * 13) % 17 === 0 ? "x" : word)).join(" "));
    const grams = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, start) => text.slice(start, start + 3)));
    const sets = texts.map(grams);
    const expected = texts.flatMap((_, i) =>
      texts.flatMap((__, j) => {
        if (j <= i) return [];
        const [one, other] = [sets[i] ?? new Set(), sets[j] ?? new Set()];
        const shared = [...one].filter((gram) => other.has(gram)).length;
        return shared / (one.size + other.size - shared) >= 0.85 ? [`${String(i)}-${String(j)}`] : [];
      }),
    );
    expect(similarTexts(texts).map(({ first, second }) => `${String(first)}-${String(second)}`)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.length).toBeLessThan((120 * 119) / 2);
  });

  test("meaningless typing shows, words and other scripts do not", () => {
    expect(gibberishSigns("asdfgh asdfgh")).toContain("keyboard");
    expect(gibberishSigns("xkcdqw brgtkl")).toEqual(["no-vowel", "consonants"]);
    expect(gibberishSigns("enaaaaaak")).toEqual(["repeated"]);
    expect(gibberishSigns("Wanginya enak, tidak lengket di tangan.")).toEqual([]);
    expect(gibberishSigns("لا أحب الرائحة 😕")).toEqual([]);
    expect(gibberishSigns("")).toEqual([]);
  });

  test("labels are learnt from words, unknown words count nothing", () => {
    const model = learnLabels([
      { text: "enak sekali", label: "good" },
      { text: "tidak enak", label: "bad" },
      { text: "tidak suka", label: "bad" },
    ]);
    if (model.kind !== "result") throw new Error(model.reason);
    expect(classifyText(model, "sekali").label).toBe("good");
    expect(classifyText(model, "tidak").label).toBe("bad");
    expect(classifyText(model, "kata baru")).toEqual({ label: "bad", chance: 2 / 3 });
    // The accent of a decomposed letter ends a word, as in the reference.
    expect(wordsOf("Enak-sekali 2x!")).toEqual(["enak", "sekali", "2x"]);
  });

  test("a word that is everywhere or hardly anywhere has no lift", () => {
    const comments = Array.from({ length: 40 }, (_, i) => ({
      tags: ["ever", ...(i < 20 ? ["good"] : []), ...(i < 3 ? ["rare"] : [])],
      liking: i < 20 ? 7 + (i % 2) : 4 + (i % 3),
    }));
    const lifts = tagLifts(comments);
    expect(lifts.map(({ tag }) => tag)).toEqual(["good"]);
    expect(lifts[0]?.lift).toBeCloseTo(2.5, 1);
  });
});
