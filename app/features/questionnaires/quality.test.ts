import { describe, expect, test } from "vitest";
import { completeQuestion } from "../../../tests/support/questionnaires";
import { flagReasons, printOf, signsOfNothing } from "./quality";
import type { Question } from "./questionnaire";
import { emptyItems } from "./types/ordered";

const ask = (key: string, question: ReturnType<typeof completeQuestion>): Question => ({ key, ...question });
const unhurried = { totalMs: 100_000, medianMs: 100_000 };
const kinds = (questions: Question[], given: Record<string, unknown>, timing = unhurried) => flagReasons(questions, given, timing, []).map(({ kind }) => kind);

describe("hurrying", () => {
  const questions = [ask("liking", completeQuestion("rating", {}, {}, "hedonic9"))];
  test("is taking less than two fifths of the usual time, and strongly so below three tenths", () => {
    const reasonsAt = (totalMs: number) => flagReasons(questions, {}, { totalMs, medianMs: 100_000 }, []);
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
    expect(kinds([grid(7)], all(7, 4))).toEqual([]);
    expect(kinds([grid(8)], all(8, 4))).toEqual(["straight_lining"]);
    expect(flagReasons([grid(6, true)], all(6, 4), unhurried, [])).toMatchObject([{ kind: "straight_lining", isStrong: true }]);
    expect(kinds([grid(5, true)], all(5, 4))).toEqual([]);
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
  expect(flagReasons(questions, { check: 1 }, unhurried, [])).toMatchObject([{ kind: "attention", question: "check", value: 1, threshold: 5, isStrong: true }]);
  expect(kinds(questions, { check: 5 })).toEqual([]);
});

describe("contradictions", () => {
  const liking = ask("liking", completeQuestion("rating", {}, {}, "hedonic9"));
  test("are answers further apart than the author allows", () => {
    const again = ask("again", completeQuestion("rating", { measures: "attribute" }, { agreesWith: { question: "liking", within: 2 } }, "hedonic9"));
    expect(kinds([liking, again], { liking: 7, again: 5 })).toEqual([]);
    expect(flagReasons([liking, again], { liking: 8, again: 5 }, unhurried, [])).toMatchObject([
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
