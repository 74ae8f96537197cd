import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeQuestion, options } from "../../../../tests/support/questionnaires";
import { codesOf } from "./rating/rating";
import { exportCells, exportColumns, newQuestion, questionTypeNames, typeOf, type QuestionTypeName } from "./registry";
import { answerSchemaOf, configSchemaOf } from "./registry.server";

const accepts = (type: QuestionTypeName, config: object, value: unknown) =>
  answerSchemaOf(type, completeQuestion(type, config).config).safeParse(value).success;
const file = (letter: string) => letter.repeat(32);

describe("every type of question", () => {
  test.each(questionTypeNames)("%s has a schema, and accepts its own standard configurations", (type) => {
    for (const preset of typeOf(type).presets) expect(configSchemaOf(type).safeParse(preset.config).error).toBeUndefined();
  });

  test.each(questionTypeNames)("%s refuses a configuration with something extra in it", (type) => {
    expect(configSchemaOf(type).safeParse({ ...(newQuestion(type).config as object), extra: 1 }).success).toBe(false);
  });
});

describe("an answer is one of those that were asked for", () => {
  const cases: [string, QuestionTypeName, object, unknown, boolean][] = [
    ["the lowest code", "rating", { min: 0, max: 10 }, 0, true],
    ["the highest code", "rating", { min: 0, max: 10 }, 10, true],
    ["above the scale", "rating", { min: 0, max: 10 }, 11, false],
    ["below the scale", "rating", { min: 0, max: 10 }, -1, false],
    ["between two codes", "rating", { min: 0, max: 10 }, 3.5, false],
    ["a code as text", "rating", { min: 0, max: 10 }, "3", false],
    ["the middle", "just_about_right", { points: 5 }, 3, true],
    ["beyond far too much", "just_about_right", { points: 5 }, 6, false],
    ["five on three points", "just_about_right", { points: 3 }, 5, false],
    ["zero", "just_about_right", { points: 3 }, 0, false],
    ["an option", "single_choice", { options: options("yes", "no") }, "yes", true],
    ["an unknown option", "single_choice", { options: options("yes", "no") }, "maybe", false],
    ["an option that was removed", "single_choice", { options: options("yes") }, "no", false],
    ["own words where not allowed", "single_choice", { options: options("yes") }, "other:perhaps", false],
    ["own words", "single_choice", { options: options("yes"), allowOther: true }, "other:perhaps", true],
    ["other without words", "single_choice", { options: options("yes"), allowOther: true }, "other:", false],
    ["endless own words", "single_choice", { options: options("yes"), allowOther: true }, `other:${"a".repeat(400)}`, false],
    ["two options", "multiple_choice", { options: options("a", "b") }, ["a", "b"], true],
    ["an option twice", "multiple_choice", { options: options("a", "b") }, ["a", "a"], false],
    ["an unknown option among known ones", "multiple_choice", { options: options("a", "b") }, ["a", "c"], false],
    ["no option", "multiple_choice", { options: options("a", "b") }, [], false],
    ["more than allowed", "multiple_choice", { options: options("a", "b", "c"), max: 2 }, ["a", "b", "c"], false],
    ["fewer than needed", "multiple_choice", { options: options("a", "b", "c"), min: 2 }, ["a"], false],
    ["none and something", "multiple_choice", { options: [...options("a"), { ...options("none")[0]!, exclusive: true }] }, ["a", "none"], false],
    [
      "none alone, although two are needed",
      "multiple_choice",
      { options: [...options("a", "b"), { ...options("none")[0]!, exclusive: true }], min: 2 },
      ["none"],
      true,
    ],
    ["a number in range", "number", { min: 1, max: 8 }, 8, true],
    ["a number out of range", "number", { min: 1, max: 8 }, 9, false],
    ["off the step", "number", { min: 0, max: 8, step: 0.5 }, 0.75, false],
    ["on a decimal step", "number", { min: 0, max: 1, step: 0.1 }, 0.3, true],
    ["no number at all", "number", {}, "many", false],
    ["infinity", "number", {}, Infinity, false],
    ["a sentence", "open_text", {}, "Enak!", true],
    ["nothing but spaces", "open_text", {}, "   ", false],
    ["a megabyte", "open_text", { maxLength: 5000 }, "a".repeat(1_000_000), false],
    ["too short", "open_text", { minLength: 20 }, "ok", false],
    ["a photo", "photo", {}, [file("a")], true],
    ["more photos than asked for", "photo", { max: 1 }, [file("a"), file("b")], false],
    ["a path instead of a photo", "photo", {}, ["../../etc/passwd"], false],
  ];
  test.each(cases)("%s (%s)", (_name, type, config, value, expected) => expect(accepts(type, config, value)).toBe(expected));
});

describe("exports", () => {
  const questions = [
    completeQuestion("rating"),
    completeQuestion("just_about_right"),
    completeQuestion("single_choice", { options: options("yes", "no"), allowOther: true }),
    completeQuestion("multiple_choice", { options: options("a", "b", "c") }),
    completeQuestion("number"),
    completeQuestion("open_text"),
    completeQuestion("photo"),
  ].map((question, index) => ({ ...question, key: `q${index}` }));
  const values = (index: number) =>
    [
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 5 }),
      fc.oneof(
        fc.constantFrom("yes", "no"),
        fc.string().map((text) => `other:${text}`),
      ),
      fc.subarray(["a", "b", "c"]),
      fc.integer(),
      fc.string(),
      fc.array(fc.constant(file("a"))),
    ][index] as fc.Arbitrary<unknown>;

  test("have the same columns whatever was answered, with distinct names and one cell each", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: questions.length - 1 }).chain((index) => fc.tuple(fc.constant(index), fc.option(values(index)))),
        ([index, value]) => {
          const question = questions[index]!;
          const names = exportColumns(question).map((column) => column.name);
          expect(new Set(names).size).toBe(names.length);
          expect(exportCells(question, value)).toHaveLength(names.length);
          expect(exportColumns(question).map((column) => column.name)).toEqual(names);
        },
      ),
    );
  });

  test("write the code of a rating, and 1 or 0 for each option", () => {
    expect(exportCells(questions[0]!, 4)).toEqual([4]);
    expect(exportCells(questions[3]!, ["a", "c"])).toEqual([1, 0, 1]);
    expect(exportCells(questions[2]!, "other:tidak tahu")).toEqual(["other", "tidak tahu"]);
    expect(exportCells(questions[3]!, null)).toEqual([null, null, null]);
  });
});

describe("a form is read as the question means it", () => {
  const read = (type: QuestionTypeName, entries: [string, string][], config: object = {}) => {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value);
    return typeOf(type).read(form, "answer.q", completeQuestion(type, config).config);
  };
  test("numbers with comma, point or grouped thousands", () => {
    expect(read("number", [["answer.q", " 2,5 "]])).toBe(2.5);
    expect(read("number", [["answer.q", "1.250"]])).toBe(1250);
    expect(read("number", [["answer.q", "1.250,5"]])).toBe("1.250,5");
    expect(read("number", [["answer.q", "banyak"]])).toBe("banyak");
    expect(read("number", [["answer.q", " "]])).toBeUndefined();
  });
  test("options in their own order, whichever was pressed first", () => {
    expect(
      read(
        "multiple_choice",
        [
          ["answer.q", "b"],
          ["answer.q", "a"],
        ],
        { options: options("a", "b") },
      ),
    ).toEqual(["a", "b"]);
  });
  test("a removed photo is gone", () => {
    expect(
      read("photo", [
        ["answer.q", file("a")],
        ["answer.q", file("b")],
        ["answer.q.remove", file("a")],
      ]),
    ).toEqual([file("b")]);
  });
});

test("the best point of a scale is on top, whichever end that is", () => {
  expect(codesOf({ min: 1, max: 3, highIsGood: true })).toEqual([3, 2, 1]);
  expect(codesOf({ min: 1, max: 3, highIsGood: false })).toEqual([1, 2, 3]);
});
