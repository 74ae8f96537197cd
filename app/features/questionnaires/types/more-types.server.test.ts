import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "~/statistics/random";
import { completeQuestion } from "../../../../tests/support/questionnaires";
import { drawOrder } from "./order-items.server";
import { emptyItems } from "./ordered";
import { exportCells, exportColumns, questionTypeNames, typeOf, type QuestionTypeName } from "./registry";
import { answerSchemaOf, arrangeOf, configSchemaOf, isAskedOf } from "./registry.server";
import { both } from "./question-type";

const nobody = { codes: [], isLast: false };
const arranged = (type: QuestionTypeName, config: object = {}, seed = "s", facts: { codes: string[]; isLast: boolean } = nobody) => {
  const question = completeQuestion(type, config);
  return arrangeOf(type)?.(question.config, createRandom(seed), facts) ?? question.config;
};
const accepts = (type: QuestionTypeName, config: object, value: unknown) => answerSchemaOf(type, arranged(type, config)).safeParse(value).success;
const read = (type: QuestionTypeName, entries: Record<string, string>, config: object = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(`answer.q${name}`, value);
  return typeOf(type).read(form, "answer.q", completeQuestion(type, config).config);
};
const three = { items: emptyItems("a", "b", "c") };
const rows = { rows: emptyItems("a", "b"), points: 5 };
const words = {
  between: "words",
  sides: [
    { value: "l", label: both("L", "L") },
    { value: "r", label: both("R", "R") },
  ],
};
const preference = (choice: string, more: object = {}) => ({ choice, left: "l", right: "r", ...more });

describe("an answer is one of those that were asked for", () => {
  const cases: [string, QuestionTypeName, object, unknown, boolean][] = [
    ["every row", "matrix", rows, { a: 5, b: 1 }, true],
    ["a row left out", "matrix", rows, { a: 5 }, false],
    ["a row that is none", "matrix", rows, { a: 5, b: 1, c: 1 }, false],
    ["off the scale", "matrix", rows, { a: 6, b: 1 }, false],
    ["the name of an object's own", "matrix", rows, { a: 5, constructor: 1 }, false],
    ["both ends of a pair", "semantic_differential", { pairs: [{ value: "x", low: both("", ""), high: both("", "") }] }, { x: -3 }, true],
    ["beyond a pair", "semantic_differential", { pairs: [{ value: "x", low: both("", ""), high: both("", "") }] }, { x: 4 }, false],
    ["a full ranking", "ranking", three, ["c", "a", "b"], true],
    ["a ranking with somebody twice", "ranking", three, ["a", "a", "b"], false],
    ["a ranking cut short", "ranking", three, ["a"], false],
    ["the first two of three", "ranking", { ...three, top: 2 }, ["b", "a"], true],
    ["two in one place", "ranking", three, "1:a 1:b 2:c", false],
    ["terms", "cata", { terms: emptyItems("a", "b") }, ["a"], true],
    ["none of the terms", "cata", { terms: emptyItems("a", "b") }, ["none"], true],
    ["none where it is not offered", "cata", { terms: emptyItems("a", "b"), allowsNone: false }, ["none"], false],
    ["none and a term", "cata", { terms: emptyItems("a", "b") }, ["a", "none"], false],
    ["every term rated", "rata", { terms: emptyItems("a", "b") }, { a: 0, b: 3 }, true],
    ["a term unrated", "rata", { terms: emptyItems("a", "b") }, { a: 2 }, false],
    ["stronger than very", "rata", { terms: emptyItems("a", "b") }, { a: 4, b: 0 }, false],
    ["one side", "paired_preference", { ...words, allowsNone: true }, preference("l"), true],
    ["no preference", "paired_preference", { ...words, allowsNone: true }, preference("none"), true],
    ["no preference where one has to choose", "paired_preference", { ...words, allowsNone: false }, preference("none"), false],
    ["a third side", "paired_preference", words, preference("x"), false],
    ["sides that were not shown", "paired_preference", words, { choice: "l", left: "l", right: "x" }, false],
    ["how strongly left out", "paired_preference", { ...words, asksStrength: true }, preference("l"), false],
    ["how strongly", "paired_preference", { ...words, asksStrength: true }, preference("l", { strength: "slight" }), true],
    ["a pair of feelings", "kano", {}, { functional: 1, dysfunctional: 5 }, true],
    ["half a pair", "kano", {}, { functional: 1 }, false],
    ["a feeling there is not", "kano", {}, { functional: 6, dysfunctional: 1 }, false],
    ["importance not asked", "kano", {}, { functional: 1, dysfunctional: 1, importance: 9 }, false],
    ["importance asked", "kano", { asksImportance: true }, { functional: 1, dysfunctional: 1, importance: 9 }, true],
    ["all the points", "constant_sum", three, { a: 50, b: 50, c: 0 }, true],
    ["points left over", "constant_sum", three, { a: 50, b: 49, c: 0 }, false],
    ["too many points", "constant_sum", three, { a: 100, b: 1, c: 0 }, false],
    ["points below nothing", "constant_sum", three, { a: 110, b: -10, c: 0 }, false],
    ["four prices", "price_sensitivity", {}, { too_expensive: 40000, expensive: 30000, cheap: 20000, too_cheap: 10000 }, true],
    ["prices in an unlikely order", "price_sensitivity", {}, { too_expensive: 1, expensive: 2, cheap: 3, too_cheap: 4 }, true],
    ["three prices", "price_sensitivity", {}, { too_expensive: 4, expensive: 3, cheap: 2 }, false],
    ["half a rupiah", "price_sensitivity", {}, { too_expensive: 4.5, expensive: 3, cheap: 2, too_cheap: 1 }, false],
    ["a place on the line", "slider", {}, 50, true],
    ["beside the line", "slider", {}, 101, false],
    ["between two steps", "slider", { step: 10 }, 55, false],
    ["a day", "date_time", { asks: "date" }, "2026-02-28", true],
    ["a day that no calendar has", "date_time", { asks: "date" }, "2026-02-30", false],
    ["a day before the first", "date_time", { asks: "date", earliest: "2026-01-01" }, "2025-12-31", false],
    ["a time", "date_time", { asks: "time" }, "23:59", true],
    ["a time that no clock shows", "date_time", { asks: "time" }, "24:00", false],
    ["a day without its time", "date_time", { asks: "both" }, "2026-02-28", false],
    ["a day and a time", "date_time", { asks: "both" }, "2026-02-28T07:30", true],
    ["a use", "usage_log", {}, [{ at: "2026-02-28T07:30", problem: "Tumpah" }], true],
    ["a use without a time", "usage_log", {}, [{ at: "2026-02-28T" }], false],
    ["an amount that is not asked", "usage_log", {}, [{ at: "2026-02-28T07:30", amount: 1 }], false],
    ["more uses than rows", "usage_log", { maxRows: 1 }, [{ at: "2026-02-28T07:30" }, { at: "2026-02-28T08:30" }], false],
    ["a wrong answer to an attention check", "attention", {}, 1, true],
    ["agreement", "consent", { mustAgree: true }, "yes", true],
    ["no agreement where it is needed", "consent", { mustAgree: true }, "no", false],
    ["no agreement where it is free", "consent", {}, "no", true],
    ["having read", "information", {}, "read", true],
    ["own words among several", "multiple_choice", { allowOther: true }, ["option_1", "other:di pasar"], true],
    ["own words among several where not offered", "multiple_choice", {}, ["other:di pasar"], false],
    ["own words twice", "multiple_choice", { allowOther: true }, ["other:a", "other:b"], false],
  ];
  test.each(cases)("%s (%s)", (_name, type, config, value, expected) => expect(accepts(type, config, value)).toBe(expected));

  test.each(questionTypeNames)("%s refuses what is no answer of any question", (type) => {
    const junk = [null, [], {}, "", "a".repeat(1_000_000), { __proto__: null, a: { b: [] } }, [[[]]], -1e308, Number.NaN];
    for (const value of junk) expect(answerSchemaOf(type, arranged(type)).safeParse(value).success).toBe(false);
  });
});

describe("MaxDiff", () => {
  const config = { items: emptyItems("a", "b", "c", "d", "e", "f"), perTask: 4, tasks: 5, versions: 3 };
  const shown = (seed: string) => (arranged("maxdiff", config, seed) as { shown: string[][] }).shown;
  const full = (tasks: string[][]) => tasks.map((task) => ({ shown: task, best: task[0]!, worst: task[1]! }));
  const takes = (value: unknown, seed = "s") => answerSchemaOf("maxdiff", arranged("maxdiff", config, seed)).safeParse(value).success;

  test("takes a best and a worst of every task that this person was shown, and nothing else", () => {
    const tasks = shown("s");
    expect(takes(full(tasks))).toBe(true);
    expect(takes(full(tasks).slice(1))).toBe(false);
    expect(takes(full(tasks).map((task) => ({ ...task, worst: task.best })))).toBe(false);
    expect(takes(full(tasks).map((task) => ({ ...task, best: "z" })))).toBe(false);
    expect(takes(full(tasks.map((task) => task.toReversed())))).toBe(false);
    expect(takes(full(tasks.toReversed()))).toBe(false);
  });
  test("shows the same person the same version again, and uses all versions", () => {
    expect(shown("one")).toEqual(shown("one"));
    expect(new Set(Array.from({ length: 40 }, (_, person) => JSON.stringify(shown(`p${person}`)))).size).toBe(3);
  });
});

describe("the order of options", () => {
  const item = fc.record({ value: fc.string({ minLength: 1 }), anchored: fc.boolean() });
  const items = fc.uniqueArray(item, { selector: ({ value }) => value, minLength: 1, maxLength: 12 });

  test("is a new arrangement of the same, keeps anchors in place, and comes again from the same seed", () => {
    fc.assert(
      fc.property(items, fc.constantFrom("random" as const, "rotated" as const), fc.string(), (list, order, seed) => {
        const drawn = drawOrder(list, order, createRandom(seed))!;
        expect(drawn.toSorted()).toEqual(list.map(({ value }) => value).toSorted());
        for (const [place, { value, anchored }] of list.entries()) if (anchored) expect(drawn[place]).toBe(value);
        expect(drawOrder(list, order, createRandom(seed))).toEqual(drawn);
        if (order === "rotated") {
          const movable = list.filter(({ anchored }) => !anchored).map(({ value }) => value);
          const seen = drawn.filter((value) => movable.includes(value));
          const start = movable.indexOf(seen[0] ?? "");
          if (start >= 0) expect(seen).toEqual([...movable.slice(start), ...movable.slice(0, start)]);
        }
      }),
    );
  });
  test("gives every option the first place about equally often", () => {
    const firsts = Array.from({ length: 3000 }, (_, person) => drawOrder(emptyItems("a", "b", "c"), "random", createRandom(`p${person}`))![0]!);
    for (const value of ["a", "b", "c"]) expect(Math.abs(firsts.filter((first) => first === value).length - 1000)).toBeLessThan(120);
  });
  test("as written is left alone, and what one response sees is never part of what is stored", () => {
    expect(drawOrder(emptyItems("a", "b"), "as_written", createRandom("x"))).toBeUndefined();
    expect(configSchemaOf("cata").safeParse(arranged("cata")).success).toBe(false);
  });
});

describe("a preference between samples", () => {
  const config = { between: "samples" };
  const facts = { codes: ["482", "615"], isLast: true };
  test("is asked once both were tried, under their codes", () => {
    const { config: standard } = completeQuestion("paired_preference", config);
    expect(isAskedOf("paired_preference", standard, facts)).toBe(true);
    expect(isAskedOf("paired_preference", standard, { ...facts, isLast: false })).toBe(false);
    expect(isAskedOf("paired_preference", standard, { codes: ["482"], isLast: true })).toBe(false);
    const schema = answerSchemaOf("paired_preference", arranged("paired_preference", config, "s", facts));
    expect(schema.safeParse({ choice: "615", left: "482", right: "615" }).success).toBe(true);
    expect(schema.safeParse({ choice: "999", left: "482", right: "615" }).success).toBe(false);
  });
  test("puts each on the left about as often", () => {
    const left = Array.from(
      { length: 1000 },
      (_, person) => (arranged("paired_preference", config, `p${person}`, facts) as { pair: { value: string }[] }).pair[0]!.value,
    );
    expect(Math.abs(left.filter((code) => code === "482").length - 500)).toBeLessThan(80);
  });
});

describe("a form is read as the question means it", () => {
  test("places become an order, and a place given twice becomes none", () => {
    expect(read("ranking", { ".a": "2", ".b": "1", ".c": "3" }, three)).toEqual(["b", "a", "c"]);
    expect(read("ranking", { ".a": "1", ".b": "1" }, three)).toBe("1:a 1:b");
    expect(read("ranking", { ".a": "" }, three)).toBeUndefined();
  });
  test("a slider that nobody touched is no answer", () => {
    expect(read("slider", { "": "50" })).toBeUndefined();
    expect(read("slider", { "": "50", ".set": "true" })).toBe(50);
  });
  test("points left empty are none, and all left empty is no answer", () => {
    expect(read("constant_sum", { ".a": "100" }, three)).toEqual({ a: 100, b: 0, c: 0 });
    expect(read("constant_sum", {}, three)).toBeUndefined();
  });
  test("prices with thousands, days and times, rows of a log", () => {
    expect(read("price_sensitivity", { ".cheap": "12.500" })).toEqual({ cheap: 12500 });
    expect(read("date_time", { ".day": "2026-02-28", ".time": "07:30:00" }, { asks: "both" })).toBe("2026-02-28T07:30");
    expect(read("usage_log", { ".1.day": "2026-02-28", ".1.time": "07:30" })).toEqual([{ at: "2026-02-28T07:30" }]);
  });
});

test("an unlikely order of prices is asked back about, a likely one is not", () => {
  const soft = (...[tooExpensive, expensive, cheap, tooCheap]: number[]) =>
    typeOf("price_sensitivity").soft?.({}, { too_expensive: tooExpensive, expensive, cheap, too_cheap: tooCheap });
  expect(soft(4, 3, 2, 1)).toBeNull();
  expect(soft(4, 3, 3, 1)).toBe("price_order");
  expect(soft(1, 2, 3, 4)).toBe("price_order");
});

test("every type has as many cells as columns, with distinct names, answered or not", () => {
  const samples: Partial<Record<QuestionTypeName, [object, unknown, unknown[]]>> = {
    matrix: [rows, { a: 5, b: 1 }, [5, 1]],
    ranking: [three, ["c", "a"], [2, null, 1]],
    cata: [{ terms: emptyItems("a", "b") }, ["none"], [0, 0]],
    rata: [{ terms: emptyItems("a", "b") }, { a: 0, b: 3 }, [0, 3]],
    paired_preference: [words, preference("l"), ["l", "l", "r"]],
    kano: [{}, { functional: 1, dysfunctional: 5 }, [1, 5]],
    constant_sum: [three, { a: 50, b: 50, c: 0 }, [50, 50, 0]],
    price_sensitivity: [{}, { too_expensive: 4, expensive: 3, cheap: 2, too_cheap: 1 }, [4, 3, 2, 1]],
    attention: [{}, 5, [5, 1]],
    usage_log: [{ maxRows: 2 }, [{ at: "2026-02-28T07:30" }], [1, "2026-02-28T07:30", null, null, null]],
    information: [{}, "read", []],
  };
  for (const type of questionTypeNames) {
    const [config, value, expected] = samples[type] ?? [{}, null, null];
    const question = { ...completeQuestion(type, config), key: "q" };
    const names = exportColumns(question).map(({ name }) => name);
    expect(new Set(names).size, type).toBe(names.length);
    expect(exportCells(question, null)).toHaveLength(names.length);
    if (expected) expect(exportCells(question, value), type).toEqual(expected);
  }
});
