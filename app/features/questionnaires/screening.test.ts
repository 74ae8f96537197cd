import { describe, expect, test } from "vitest";
import { screeningOutcome } from "./screening";
import type { Question } from "./questionnaire";
import { both } from "./types/question-type";

const ask = (key: string, type: string, config: unknown): Question => ({
  key,
  type,
  config,
  text: both("?", "?"),
  help: both("", ""),
  required: true,
  dataClass: "ordinary",
  section: null,
});
const option = (value: string, screening: "qualify" | "disqualify" | "neutral" = "neutral") => ({ value, screening, label: both(value, value) });
const outcome = (questions: Question[], answers: Record<string, unknown>) => screeningOutcome({ kind: "screener", title: both("", ""), questions }, answers);

describe("a screener", () => {
  const washes = ask("washes", "single_choice", { options: [option("often", "qualify"), option("rarely")], allowOther: true });
  const trade = ask("trade", "multiple_choice", { options: [option("research", "disqualify"), option("none")] });
  const home = ask("home", "number", { screening: { min: 2, max: 5 } });

  test("lets in who qualifies everywhere", () => expect(outcome([washes, trade, home], { washes: "often", trade: ["none"], home: 2 })).toBe("qualified"));
  test("one disqualifying answer is enough", () => expect(outcome([washes, trade], { washes: "often", trade: ["none", "research"] })).toBe("disqualified"));
  test("where one option qualifies, the others do not", () => expect(outcome([washes], { washes: "rarely" })).toBe("disqualified"));
  test("own words do not qualify", () => expect(outcome([washes], { washes: "other:often" })).toBe("disqualified"));
  test("silence does not qualify", () => expect(outcome([washes, home], { home: 3 })).toBe("disqualified"));
  test("silence about a number does not qualify", () => expect(outcome([home], {})).toBe("disqualified"));
  test("the ends of a range belong to it", () =>
    expect([1, 2, 5, 6].map((value) => outcome([home], { home: value }))).toEqual(["disqualified", "qualified", "qualified", "disqualified"]));
  test("questions that screen nobody keep nobody out", () => expect(outcome([ask("likes", "open_text", {})], {})).toBe("qualified"));
});
