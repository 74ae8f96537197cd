import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeQuestion, options } from "../../../tests/support/questionnaires";
import type { Question } from "./questionnaire";
import { isReachable, ruleProblems, shownQuestions, testsIn, type Condition } from "./show-if";

const ask = (key: string, question: ReturnType<typeof completeQuestion>, showIf?: Condition): Question => ({ key, ...question, ...(showIf ? { showIf } : {}) });
const choice = (key: string, showIf?: Condition) => ask(key, completeQuestion("single_choice", { options: options("a", "b", "c") }), showIf);
const many = (key: string, showIf?: Condition) => ask(key, completeQuestion("multiple_choice", { options: options("a", "b", "c") }), showIf);
const liking = (key: string, showIf?: Condition) => ask(key, completeQuestion("rating", {}, {}, "hedonic9"), showIf);
const is = (question: string, ...codes: string[]): Condition => ({ question, is: "any_of", codes });
const keysShown = (questions: Question[], given: Record<string, unknown>) => shownQuestions(questions, given).map(({ key }) => key);

describe("a rule looks at earlier answers", () => {
  const cases: [string, Condition, Record<string, unknown>, boolean][] = [
    ["one of the options", is("store", "a", "b"), { store: "b" }, true],
    ["none of them", is("store", "a", "b"), { store: "c" }, false],
    ["no answer at all", is("store", "a"), {}, false],
    ["everything but", { question: "store", is: "none_of", codes: ["a"] }, { store: "c" }, true],
    ["everything but, unanswered", { question: "store", is: "none_of", codes: ["a"] }, {}, false],
    ["both of two", { question: "uses", is: "all_of", codes: ["a", "c"] }, { uses: ["a", "c"] }, true],
    ["only one of two", { question: "uses", is: "all_of", codes: ["a", "c"] }, { uses: ["a"] }, false],
    ["at least seven", { question: "liking", is: "at_least", number: 7 }, { liking: 7 }, true],
    ["at most six", { question: "liking", is: "at_most", number: 6 }, { liking: 7 }, false],
    ["exactly five", { question: "liking", is: "equals", number: 5 }, { liking: 5 }, true],
    ["answered", { question: "liking", is: "answered" }, { liking: 1 }, true],
    ["not answered", { question: "liking", is: "unanswered" }, {}, true],
    ["not", { not: is("store", "a") }, { store: "a" }, false],
    ["not, unanswered", { not: is("store", "a") }, {}, true],
    ["and", { all: [is("store", "a"), { question: "liking", is: "at_least", number: 6 }] }, { store: "a", liking: 5 }, false],
    ["or", { any: [is("store", "a"), { question: "liking", is: "at_least", number: 6 }] }, { store: "a", liking: 5 }, true],
    [
      "nested",
      { all: [{ any: [is("store", "a"), is("store", "b")] }, { not: { question: "liking", is: "at_most", number: 4 } }] },
      { store: "b", liking: 5 },
      true,
    ],
    ["a name that every object has", is("constructor", "a"), {}, false],
  ];
  test.each(cases)("%s", (_name, rule, given, expected) =>
    expect(keysShown([choice("store"), many("uses"), liking("liking"), choice("last", rule)], given).includes("last")).toBe(expected),
  );

  test("an answer to a question that is no longer shown decides nothing", () => {
    const questions = [choice("one"), choice("two", is("one", "a")), choice("three", is("two", "a"))];
    expect(keysShown(questions, { one: "a", two: "a" })).toEqual(["one", "two", "three"]);
    expect(keysShown(questions, { one: "b", two: "a" })).toEqual(["one"]);
  });
});

describe("before launch", () => {
  const problemsOf = (questions: Question[], key: string) => ruleProblems(questions, key);
  test("a rule about itself, in a circle, or about a later question is found", () => {
    expect(problemsOf([choice("one", is("one", "a"))], "one")).toEqual(["rule_cycle"]);
    const circle = [choice("one", is("two", "a")), choice("two", is("three", "a")), choice("three", is("one", "a"))];
    for (const { key } of circle) expect(problemsOf(circle, key)).toEqual(["rule_cycle"]);
    expect(problemsOf([choice("one", is("two", "a")), choice("two")], "one")).toEqual(["rule_later"]);
  });
  test("a removed question, a removed option, a number nobody can give and an unfinished rule are found", () => {
    expect(problemsOf([choice("two", is("one", "a"))], "two")).toEqual(["rule_unknown"]);
    expect(problemsOf([choice("one"), choice("two", is("one", "z"))], "two")).toEqual(["rule_option_gone"]);
    expect(problemsOf([liking("one"), choice("two", { question: "one", is: "at_least", number: 10 })], "two")).toEqual(["rule_number_outside"]);
    expect(problemsOf([choice("one"), choice("two", is("one"))], "two")).toEqual(["rule_empty"]);
    expect(problemsOf([choice("one"), choice("two", { all: [] })], "two")).toEqual(["rule_empty"]);
    expect(problemsOf([liking("one"), choice("two", is("one", "a"))], "two")).toEqual(["rule_wrong_kind"]);
  });
  test("a question that no answers lead to is found, also where another question stands between", () => {
    const both = (question: string): Condition => ({ all: [is(question, "a"), is(question, "b")] });
    expect(problemsOf([choice("one"), choice("two", both("one"))], "two")).toEqual(["unreachable"]);
    expect(problemsOf([many("one"), choice("two", both("one"))], "two")).toEqual([]);
    const through = [choice("one"), choice("two", is("one", "a")), choice("three", { all: [is("one", "b"), { question: "two", is: "answered" }] })];
    expect(problemsOf(through, "three")).toEqual(["unreachable"]);
    expect(
      problemsOf(
        [
          liking("one"),
          choice("two", {
            all: [
              { question: "one", is: "at_least", number: 6 },
              { question: "one", is: "at_most", number: 5 },
            ],
          }),
        ],
        "two",
      ),
    ).toEqual(["unreachable"]);
    expect(problemsOf([choice("one"), choice("two", { question: "one", is: "unanswered" })], "two")).toEqual(["unreachable"]);
  });
});

describe("whatever the rules say", () => {
  const code = fc.constantFrom("a", "b", "c");
  const rule = (keys: string[]): fc.Arbitrary<Condition> =>
    fc.letrec<{ rule: Condition }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        fc.record({
          question: fc.constantFrom(...keys),
          is: fc.constantFrom("any_of" as const, "none_of" as const, "all_of" as const),
          codes: fc.uniqueArray(code, { minLength: 1 }),
        }),
        fc.record({ question: fc.constantFrom(...keys), is: fc.constantFrom("answered" as const, "unanswered" as const) }),
        fc.record({ all: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie("rule") }),
      ),
    })).rule;
  const keys = ["q1", "q2", "q3", "q4"];
  const questionnaire = fc
    .tuple(...keys.slice(1).map((_, index) => fc.option(rule(keys.slice(0, index + 1)), { nil: undefined })))
    .map((rules) => keys.map((key, index) => choice(key, rules[index - 1])));
  const given = fc.record(Object.fromEntries(keys.map((key) => [key, fc.option(code, { nil: undefined })])));

  test("answers to questions that are not shown change nothing, and neither do answers that come later", () => {
    fc.assert(
      fc.property(questionnaire, given, given, (questions, answers, others) => {
        const shown = keysShown(questions, answers);
        const onlyShown = Object.fromEntries(Object.entries(answers).filter(([key]) => shown.includes(key)));
        expect(keysShown(questions, onlyShown)).toEqual(shown);
        const astray = Object.fromEntries(Object.entries(others).filter(([key]) => !shown.includes(key)));
        expect(keysShown(questions, { ...onlyShown, ...astray })).toEqual(shown);
      }),
    );
  });

  test("a question is called reachable exactly where some answers lead to it", () => {
    const every = [undefined, "a", "b", "c"];
    const all = every.flatMap((q1) => every.flatMap((q2) => every.map((q3) => ({ q1, q2, q3 }))));
    fc.assert(
      fc.property(questionnaire, (written) => {
        const questions = written.map((question) => ({ ...question, required: false }));
        expect(isReachable(questions, "q4")).toBe(all.some((answers) => keysShown(questions, answers).includes("q4")));
      }),
      { numRuns: 60 },
    );
  });

  test("two rules denied together are two denials, one or the other", () => {
    fc.assert(
      fc.property(rule(keys.slice(0, 3)), rule(keys.slice(0, 3)), given, (one, other, answers) => {
        const shows = (showIf: Condition) => keysShown([choice("q1"), choice("q2"), choice("q3"), choice("q4", showIf)], answers).includes("q4");
        expect(shows({ not: { all: [one, other] } })).toBe(shows({ any: [{ not: one }, { not: other }] }));
        expect(testsIn({ all: [one, { not: other }] })).toHaveLength(testsIn(one).length + testsIn(other).length);
      }),
    );
  });
});
