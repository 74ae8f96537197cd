import { describe, expect, test } from "vitest";
import { completeQuestion } from "../../../tests/support/questionnaires";
import { flagReasons, nothingBeside, printOf, signsOfNothing } from "./quality";
import type { Question } from "./questionnaire";
import { emptyItems } from "./types/ordered";

const ask = (key: string, question: ReturnType<typeof completeQuestion>): Question => ({ key, ...question });
const unhurried = { totalMs: 100_000, medianMs: 100_000 };
const kinds = (questions: Question[], given: Record<string, unknown>, timing = unhurried) => flagReasons(questions, given, timing).map(({ kind }) => kind);

describe("hurrying", () => {
  const questions = [ask("liking", completeQuestion("rating", {}, {}, "hedonic9"))];
  test("is taking less than two fifths of the usual time, and strongly so below three tenths", () => {
    const reasonsAt = (totalMs: number) => flagReasons(questions, {}, { totalMs, medianMs: 100_000 });
    expect(reasonsAt(40_000)).toEqual([]);
    expect(reasonsAt(39_000)).toMatchObject([{ kind: "speeding", value: 0.39, threshold: 0.4, isStrong: false }]);
    expect(reasonsAt(29_000)).toMatchObject([{ kind: "speeding", isStrong: true }]);
  });
  test("is measured against what the questions need while nobody can be compared with", () => {
    expect(kinds(questions, {}, { totalMs: 9000, medianMs: null as never })).toEqual([]);
    expect(kinds(questions, {}, { totalMs: 2000, medianMs: null as never })).toEqual(["speeding"]);
  });
});

describe("equal answers in a row", () => {
  const codes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
  const grid = (count: number, reversed = false) => {
    const rows = emptyItems(...codes.slice(0, count)).map((row, index) => (reversed && index === 1 ? { ...row, reverse: true } : row));
    return ask("grid", completeQuestion("matrix", { rows }));
  };
  const all = (count: number, code: number) => ({ grid: Object.fromEntries(codes.slice(0, count).map((each) => [each, code])) });
  test("count from eight, and from six where one of the rows means the opposite", () => {
    expect(kinds([grid(7)], all(7, 4))).not.toContain("straight_lining");
    expect(kinds([grid(8)], all(8, 4))).toContain("straight_lining");
    expect(flagReasons([grid(6, true)], all(6, 4), unhurried)).toMatchObject([{ kind: "straight_lining", isStrong: true }, { kind: "little_spread" }]);
    expect(kinds([grid(5, true)], all(5, 4))).toEqual([]);
  });
  test("hardly differ below a standard deviation of a quarter over six answers or more, and strongly so without any", () => {
    const wide = ask("grid", completeQuestion("matrix", { rows: emptyItems(...Array.from({ length: 20 }, (_, row) => `r${row}`)), points: 7 }));
    const given = (last: number) => ({ grid: Object.fromEntries(Array.from({ length: 20 }, (_, row) => [`r${row}`, row === 19 ? last : 4])) });
    const spreadOf = (answers: ReturnType<typeof given>) => flagReasons([wide], answers, unhurried).find(({ kind }) => kind === "little_spread");
    expect(spreadOf(given(4))).toMatchObject({ value: 0, threshold: 0.25, isStrong: true });
    // One answer in twenty lies one step apart: sqrt(1/20) = 0.22.
    expect(spreadOf(given(5))).toMatchObject({ value: 0.22, isStrong: false });
    expect(spreadOf(given(6))).toBeUndefined();
    expect(kinds([grid(5)], all(5, 4))).toEqual([]);
  });
  test("are counted in the order in which they stood on the screen", () => {
    const question = grid(9);
    const mixed = { ...question, config: { ...(question.config as object), shown: ["a", "b", "c", "d", "i", "e", "f", "g", "h"] } };
    const given = { grid: { ...all(9, 4).grid, i: 1 } };
    expect(kinds([question], given)).toEqual(["straight_lining"]);
    expect(kinds([mixed], given)).toEqual([]);
  });
});

test("an instructed item that was not followed is strong, one that was followed is nothing", () => {
  const questions = [ask("check", completeQuestion("attention"))];
  expect(flagReasons(questions, { check: 1 }, unhurried)).toMatchObject([{ kind: "attention", question: "check", value: 1, threshold: 5, isStrong: true }]);
  expect(kinds(questions, { check: 5 })).toEqual([]);
});

describe("contradictions", () => {
  const liking = ask("liking", completeQuestion("rating", {}, {}, "hedonic9"));
  test("are answers further apart than the author allows", () => {
    const again = ask("again", completeQuestion("rating", { measures: "attribute" }, { agreesWith: { question: "liking", within: 2 } }, "hedonic9"));
    expect(kinds([liking, again], { liking: 7, again: 5 })).toEqual([]);
    expect(flagReasons([liking, again], { liking: 8, again: 5 }, unhurried)).toMatchObject([
      { kind: "inconsistent", question: "again", other: "liking", value: 3, threshold: 2 },
    ]);
    expect(kinds([liking, again], { liking: 8 })).toEqual([]);
  });
  test("are being certain to buy what one dislikes very much, and prices in an unlikely order", () => {
    const intent = ask("intent", completeQuestion("rating", {}, {}, "purchase_intent5"));
    expect(kinds([liking, intent], { liking: 2, intent: 5 })).toEqual(["inconsistent"]);
    expect(kinds([liking, intent], { liking: 3, intent: 5 })).toEqual([]);
    expect(kinds([liking, intent], { liking: 2, intent: 4 })).toEqual([]);
    const prices = ask("prices", completeQuestion("price_sensitivity"));
    expect(kinds([prices], { prices: { too_expensive: 1, expensive: 2, cheap: 3, too_cheap: 4 } })).toEqual(["inconsistent"]);
  });
});

describe("preferring what one likes less", () => {
  const liking = ask("liking", completeQuestion("rating", {}, {}, "hedonic9"));
  const pair = ask("pair", completeQuestion("paired_preference"));
  const given = { liking: 5, pair: { choice: "101", left: "101", right: "202" } };
  const at = (chosen: number, other: number) =>
    flagReasons([liking, pair], given, unhurried, { ...nothingBeside, likings: new Map([["101", chosen], ["202", other]]) }); // prettier-ignore
  test("contradicts itself from three points on a scale of nine", () => {
    expect(at(5, 8)).toMatchObject([{ kind: "inconsistent", question: "pair", other: "liking", value: 3, threshold: 3 }]);
    expect(at(5, 7)).toEqual([]);
    expect(at(8, 5)).toEqual([]);
  });
  test("is nothing where no preference was stated, or one of the two was never rated", () => {
    const none = { ...given, pair: { choice: "none", left: "101", right: "202" } };
    expect(flagReasons([liking, pair], none, unhurried, { ...nothingBeside, likings: new Map([["101", 1], ["202", 9]]) })).toEqual([]); // prettier-ignore
    expect(flagReasons([liking, pair], given, unhurried, { ...nothingBeside, likings: new Map([["101", 1]]) })).toEqual([]);
  });
});

describe("halves of scales", () => {
  const scales = (count: number) =>
    Array.from({ length: count }, (_, scale) => ask(`s${scale}`, completeQuestion("matrix", { rows: emptyItems("a", "b"), points: 5 })));
  const given = (count: number, of: (scale: number) => { a: number; b: number }) =>
    Object.fromEntries(Array.from({ length: count }, (_, scale) => [`s${scale}`, of(scale)]));
  const apart = (scale: number) => ({ a: 1 + (scale % 5), b: 5 - (scale % 5) });
  test("that disagree count from six scales on", () => {
    expect(flagReasons(scales(6), given(6, apart), unhurried)).toMatchObject([{ kind: "halves_apart", value: -1, threshold: 0.3, isStrong: false }]);
    expect(kinds(scales(5), given(5, apart))).toEqual([]);
    expect(
      kinds(
        scales(6),
        given(6, (scale) => ({ a: 1 + (scale % 5), b: 1 + (scale % 5) })),
      ),
    ).toEqual([]);
  });
  test("agree where a sentence that means the opposite is marked as such", () => {
    const marked = scales(6).map((question) => ({
      ...question,
      config: { ...(question.config as object), rows: [{ ...emptyItems("a")[0]! }, { ...emptyItems("b")[0]!, reverse: true }] },
    }));
    expect(kinds(marked, given(6, apart))).toEqual([]);
  });
});

describe("answers that hang together as nobody else's", () => {
  const question = ask("grid", completeQuestion("matrix", { rows: emptyItems("a", "b", "c"), points: 7 }));
  /** Everybody agrees with b as with a, give or take one. */
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ a: 1 + (at % 7), b: Math.min(7, Math.max(1, 1 + (at % 7) + ((at * 5) % 3) - 1)), c: 1 + ((at * 3) % 7) }));
  const look = (own: Record<string, number>, count: number) =>
    flagReasons([question], { grid: own }, unhurried, { ...nothingBeside, othersRows: new Map([["grid", others(count)]]) });
  test("are found by their distance, as R’s mahalanobis has it", () => {
    expect(look({ a: 7, b: 1, c: 4 }, 60)).toMatchObject([{ kind: "unusual", question: "grid", value: 30.2, threshold: 0.001, isStrong: false }]);
    expect(look({ a: 7, b: 7, c: 1 }, 60)).toEqual([]);
  });
  test("are not looked for among fewer than fifty others, or where one is missing", () => {
    expect(look({ a: 7, b: 1, c: 4 }, 49)).toEqual([]);
    expect(look({ a: 7, b: 1, c: 4 }, 50)).toHaveLength(1);
    expect(look({ a: 7, b: 1 }, 60)).toEqual([]);
    expect(flagReasons([question], { grid: { a: 7, b: 1, c: 4 } }, unhurried)).toEqual([]);
  });
});

describe("text that says nothing", () => {
  test.each(["asdfgh", "hhhhhhh", "sdfkjhgf", "bcdfghjk", "qwertyuiop", "...."])("%s", (text) => expect(signsOfNothing(text)).toBeGreaterThan(0));
  test.each([
    "Enak, segar, tidak terlalu manis.",
    "Wanginya lembut dan tahan lama di baju",
    "I liked the pump, but it drips.",
    "ok",
    "Rp 12.500",
    "Mbak, ngga ada yg kurang",
    "strengths and weaknesses",
    "mantap bgt",
    "很好喝，很清爽",
    "2026",
  ])("but not: %s", (text) => expect(signsOfNothing(text)).toBe(0));
});

test("the same words are the same in other letters and with other signs, and short answers are never compared", () => {
  expect(printOf("Enak sekali, dan SEGAR!")).toBe(printOf("enak   sekali dan segar"));
  expect(printOf("Enak sekali dan manis")).not.toBe(printOf("Enak sekali dan segar"));
  expect(printOf("Enak sekali")).toBeNull();
});
