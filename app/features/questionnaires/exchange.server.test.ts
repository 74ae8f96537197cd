import { describe, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "~/core/errors";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { completeQuestion, options } from "../../../tests/support/questionnaires";
import { beginFromTemplate } from "./begin-from-template.server";
import { createQuestionnaire } from "./create-questionnaire.server";
import { importQuestions, readQuestionnaireFile } from "./import-questions.server";
import { problemsBeforeLaunch } from "./launch-problems";
import { addFromLibrary, dropFromLibrary, keepQuestion, listLibrary } from "./library.server";
import { getQuestionnaire } from "./queries.server";
import { fileFormat, questionnaireFile } from "./question-file";
import { saveQuestion } from "./save-question.server";
import { questionsOfTemplate, templatesFor } from "./templates";
import { both } from "./types/question-type";

const empty = (ctx: Parameters<typeof createQuestionnaire>[0]) => createQuestionnaire(ctx, { kind: "evaluation", title: both("New", "Baru") });

describe("every template", () => {
  const names = [...templatesFor("evaluation"), ...templatesFor("evaluation", true), ...templatesFor("screener")];
  test.each(names)("%s lacks nothing and has distinct names", (name) => {
    const questions = questionsOfTemplate(name);
    expect(problemsBeforeLaunch(questions)).toEqual([]);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  });
});

describe("a questionnaire as a file", () => {
  test(
    "comes back as it went out, with rules, orders and comparisons",
    rolledBack(async (db) => {
      const ctx = contextFor(db, (await createCast(db)).rian);
      for (const template of templatesFor("evaluation")) {
        const from = await empty(ctx);
        await beginFromTemplate(ctx, { questionnaireId: from, template });
        const text = JSON.stringify(questionnaireFile(await getQuestionnaire(ctx, from)));
        const to = await empty(ctx);
        expect(await importQuestions(ctx, { questionnaireId: to, text })).toEqual({ count: questionsOfTemplate(template).length });
        const standing = (await getQuestionnaire(ctx, to)).questions.map(({ revision: _revision, ...question }) => question);
        expect(standing).toEqual((await getQuestionnaire(ctx, from)).questions.map(({ revision: _revision, ...question }) => question));
      }
    }),
  );

  const file = (...questions: object[]) => JSON.stringify({ format: fileFormat, kind: "evaluation", title: both("A", "A"), questions });
  const good = { key: "likes", ...completeQuestion("open_text") };
  test.each([
    ["not JSON", "{", "not_json", null],
    ["something else", "[]", "not_a_questionnaire", null],
    ["of another format", JSON.stringify({ ...(JSON.parse(file(good)) as object), format: "x/9" }), "another_format", null],
    ["without questions", file(), "no_questions", null],
    ["with too many questions", file(...Array.from({ length: 201 }, (_, index) => ({ ...good, key: `q${index}` }))), "too_many_questions", null],
    ["with an unknown type", file(good, { ...good, key: "b", type: "telepathy" }), "unknown_type", "2 (b)"],
    ["with a name twice", file(good, good), "same_key_twice", "2 (likes)"],
    ["with a name that every object has", file({ ...good, key: "constructor" }), "bad_key", "1 (constructor)"],
    ["with a part too much", file({ ...good, secret: 1 }), "bad_part", "1 (likes)"],
    ["with a wrong configuration", file({ ...good, config: { maxLength: 1e9, minLength: 0, offersIdea: true } }), "bad_part", "1 (likes)"],
    [
      "with a rule deeper than rules go",
      file({ ...good, showIf: { not: { not: { not: { not: { not: { question: "x", is: "answered" } } } } } } }),
      "bad_part",
      "1 (likes)",
    ],
    ["larger than files are", `"${"a".repeat(2_000_001)}"`, "not_a_questionnaire", null],
  ])("%s is refused with the place of the mistake", (_name, text, problem, at) => {
    const read = readQuestionnaireFile(text);
    expect("problems" in read && read.problems[0]).toMatchObject({ problem, at });
  });

  test(
    "changes nothing when something is wrong in it, nor where there are questions already",
    rolledBack(async (db) => {
      const ctx = contextFor(db, (await createCast(db)).rian);
      const questionnaireId = await empty(ctx);
      expect(await importQuestions(ctx, { questionnaireId, text: file(good, { ...good, key: "b", type: "telepathy" }) })).toHaveProperty("problems");
      expect((await getQuestionnaire(ctx, questionnaireId)).questions).toEqual([]);
      await importQuestions(ctx, { questionnaireId, text: file(good) });
      await expect(importQuestions(ctx, { questionnaireId, text: file(good) })).rejects.toBeInstanceOf(Conflict);
      await expect(beginFromTemplate(ctx, { questionnaireId, template: "juice" })).rejects.toBeInstanceOf(Conflict);
      await expect(beginFromTemplate(ctx, { questionnaireId: await empty(ctx), template: "screener" })).rejects.toBeInstanceOf(Invalid);
    }),
  );
});

test(
  "kept questions are one's own, are copied, and outlive the questionnaire they came from",
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const [ctx, others] = [contextFor(db, cast.rian), contextFor(db, cast.maya)];
    const from = await empty(ctx);
    await saveQuestion(ctx, { questionnaireId: from, key: "store", ...completeQuestion("single_choice", { options: options("market", "online") }) });
    await saveQuestion(ctx, {
      questionnaireId: from,
      key: "stall",
      ...completeQuestion("open_text", {}, { showIf: { question: "store", is: "any_of", codes: ["market"] } }),
    });
    await keepQuestion(ctx, { questionnaireId: from, key: "stall" });
    const [kept] = await listLibrary(ctx);
    expect(await listLibrary(others)).toEqual([]);
    const to = await empty(ctx);
    await addFromLibrary(ctx, { questionnaireId: to, libraryId: kept!.id });
    const [copy] = (await getQuestionnaire(ctx, to)).questions;
    expect(copy).toMatchObject({ type: "open_text", text: kept!.text });
    expect(copy).not.toHaveProperty("showIf");
    await expect(addFromLibrary(others, { questionnaireId: await empty(others), libraryId: kept!.id })).rejects.toBeInstanceOf(NotFound);
    await dropFromLibrary(others, kept!.id);
    expect(await listLibrary(ctx)).toHaveLength(1);
    await dropFromLibrary(ctx, kept!.id);
    expect(await listLibrary(ctx)).toEqual([]);
    await expect(listLibrary(contextFor(db, cast.sari))).rejects.toBeInstanceOf(Forbidden);
  }),
);

test(
  "a new name is followed by the rules and texts that refer to the old one",
  rolledBack(async (db) => {
    const ctx = contextFor(db, (await createCast(db)).rian);
    const questionnaireId = await empty(ctx);
    await beginFromTemplate(ctx, { questionnaireId, template: "juice" });
    const { questions } = await getQuestionnaire(ctx, questionnaireId);
    const { revision, type, ...intent } = questions.find(({ key }) => key === "purchase_intent")!;
    await saveQuestion(ctx, { questionnaireId, ...intent, type: type as "rating", newKey: "would_buy", revision });
    const after = await getQuestionnaire(ctx, questionnaireId);
    const whyNot = after.questions.find(({ key }) => key === "why_not")!;
    expect(whyNot.showIf).toEqual({ question: "would_buy", is: "at_most", number: 3 });
    expect(whyNot.text.en).toContain("{answer:would_buy}");
    expect(after.problems).toEqual([]);
  }),
);
