import { describe, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "~/core/errors";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse, options } from "../../../tests/support/questionnaires";
import { createQuestionnaire } from "./create-questionnaire.server";
import { duplicateQuestion } from "./duplicate-question.server";
import { freezeQuestionnaire, launchProblems } from "./freeze-questionnaire.server";
import { moveQuestion } from "./move-question.server";
import { getQuestionnaire } from "./queries.server";
import { removeQuestion } from "./remove-question.server";
import { saveQuestion } from "./save-question.server";
import { both } from "./types/question-type";

const title = both("Juice", "Jus");
type Db = Parameters<typeof createCast>[0];
const setUp = async (db: Db) => {
  const cast = await createCast(db);
  const ctx = contextFor(db, cast.maya);
  const questionnaireId = await createQuestionnaire(ctx, { kind: "evaluation", title });
  const keys = async () => (await getQuestionnaire(ctx, questionnaireId)).questions.map((question) => question.key);
  return { cast, ctx, questionnaireId, keys };
};

describe("writing a questionnaire", () => {
  test(
    "questions are added, put elsewhere, copied and removed",
    rolledBack(async (db) => {
      const { ctx, questionnaireId, keys } = await setUp(db);
      await saveQuestion(ctx, { questionnaireId, key: "liking", ...completeQuestion("rating", {}, {}, "hedonic9") });
      expect(await saveQuestion(ctx, { questionnaireId, ...completeQuestion("open_text") })).toEqual({ key: "q2", revision: 1 });
      await saveQuestion(ctx, { questionnaireId, key: "first", at: 0, ...completeQuestion("number") });
      expect(await keys()).toEqual(["first", "liking", "q2"]);
      await moveQuestion(ctx, { questionnaireId, key: "first", to: 1 });
      expect(await keys()).toEqual(["liking", "first", "q2"]);
      await moveQuestion(ctx, { questionnaireId, key: "liking", to: 99 });
      expect(await keys()).toEqual(["first", "q2", "liking"]);
      expect(await duplicateQuestion(ctx, { questionnaireId, key: "q2" })).toBe("q2_2");
      await removeQuestion(ctx, { questionnaireId, key: "first" });
      expect(await keys()).toEqual(["q2", "q2_2", "liking"]);
      await expect(removeQuestion(ctx, { questionnaireId, key: "first" })).rejects.toBeInstanceOf(NotFound);
    }),
  );

  test(
    "of two people who change the same question, the second is shown what the first wrote",
    rolledBack(async (db) => {
      const { ctx, questionnaireId } = await setUp(db);
      const question = completeQuestion("open_text");
      const { key, revision } = await saveQuestion(ctx, { questionnaireId, ...question });
      await saveQuestion(ctx, { questionnaireId, key, ...question, text: both("First", "Pertama"), revision });
      const second = saveQuestion(ctx, { questionnaireId, key, ...question, text: both("Second", "Kedua"), revision });
      await expect(second).rejects.toBeInstanceOf(Conflict);
      await expect(second).rejects.toMatchObject({ current: { text: { en: "First" }, revision: 2 } });
    }),
  );

  test(
    "names are unique, usable as columns, and never those that every object has",
    rolledBack(async (db) => {
      const { ctx, questionnaireId } = await setUp(db);
      const question = completeQuestion("open_text");
      await saveQuestion(ctx, { questionnaireId, key: "likes", ...question });
      await saveQuestion(ctx, { questionnaireId, key: "dislikes", ...question });
      await expect(saveQuestion(ctx, { questionnaireId, key: "dislikes", newKey: "likes", ...question })).rejects.toMatchObject({
        problems: { newKey: { key: "key_is_taken" } },
      });
      for (const key of ["constructor", "__proto__", "Likes", "1st", "a b", "=cmd", "a".repeat(41), "prototype"])
        await expect(saveQuestion(ctx, { questionnaireId, key, ...question })).rejects.toMatchObject({ problems: { newKey: { key: "bad_key" } } });
    }),
  );

  test(
    "a configuration of another shape is refused",
    rolledBack(async (db) => {
      const { ctx, questionnaireId } = await setUp(db);
      const question = completeQuestion("rating");
      await expect(saveQuestion(ctx, { questionnaireId, ...question, config: { stars: 5 } })).rejects.toBeInstanceOf(Invalid);
      await expect(saveQuestion(ctx, { questionnaireId, ...question, config: { ...(question.config as object), max: 90 } })).rejects.toBeInstanceOf(Invalid);
    }),
  );
});

describe("launching", () => {
  test(
    "lists what is missing, question by question",
    rolledBack(async (db) => {
      const { ctx, questionnaireId } = await setUp(db);
      expect(await launchProblems(ctx, questionnaireId)).toEqual([{ question: null, problem: "no_questions" }]);
      await saveQuestion(ctx, { questionnaireId, key: "half", ...completeQuestion("open_text", {}, { text: both("Only English", "") }) });
      await saveQuestion(ctx, { questionnaireId, key: "ends", ...completeQuestion("rating") });
      await saveQuestion(ctx, { questionnaireId, key: "lonely", ...completeQuestion("single_choice", { options: options("only") }) });
      await saveQuestion(ctx, { questionnaireId, key: "twins", ...completeQuestion("single_choice", { options: options("a", "a") }) });
      await saveQuestion(ctx, { questionnaireId, key: "range", ...completeQuestion("number", { min: 5, max: 5 }) });
      await saveQuestion(ctx, {
        questionnaireId,
        key: "skin",
        ...completeQuestion("single_choice", { options: options("a", "b") }, { dataClass: "health", required: true }),
      });
      await saveQuestion(ctx, { questionnaireId, key: "fine", ...completeQuestion("rating", {}, {}, "hedonic9") });
      expect(await launchProblems(ctx, questionnaireId)).toEqual([
        { question: "half", problem: "missing_translation" },
        { question: "ends", problem: "missing_translation" },
        { question: "ends", problem: "no_ends" },
        { question: "lonely", problem: "too_few_options" },
        { question: "twins", problem: "same_code_twice" },
        { question: "range", problem: "range_upside_down" },
        { question: "skin", problem: "health_required" },
      ]);
      await expect(freezeQuestionnaire(ctx, questionnaireId)).rejects.toBeInstanceOf(Invalid);
    }),
  );

  test(
    "freezes what was asked: it is never changed again, and freezing again gives the same version",
    rolledBack(async (db) => {
      const { ctx, questionnaireId } = await setUp(db);
      await saveQuestion(ctx, { questionnaireId, key: "liking", ...completeQuestion("rating", {}, {}, "hedonic9") });
      const versionId = await freezeQuestionnaire(ctx, questionnaireId);
      expect(await freezeQuestionnaire(ctx, questionnaireId)).toBe(versionId);
      const late = [
        () => saveQuestion(ctx, { questionnaireId, ...completeQuestion("open_text") }),
        () => moveQuestion(ctx, { questionnaireId, key: "liking", to: 0 }),
        () => removeQuestion(ctx, { questionnaireId, key: "liking" }),
        () => duplicateQuestion(ctx, { questionnaireId, key: "liking" }),
      ];
      for (const change of late) await expect(change()).rejects.toMatchObject({ reason: { key: "questionnaire_frozen" } });
      expect((await getQuestionnaire(ctx, questionnaireId)).isFrozen).toBe(true);
    }),
  );
});

describe("whose a questionnaire is", () => {
  test(
    "members make none; one without a trial is its author's and the moderators'",
    rolledBack(async (db) => {
      const { cast } = await setUp(db);
      await expect(createQuestionnaire(contextFor(db, cast.sari), { kind: "screener", title })).rejects.toBeInstanceOf(Forbidden);
      const id = await createQuestionnaire(contextFor(db, cast.rian), { kind: "screener", title });
      const otherManager = await createPerson(db, "Tono", "product_manager");
      await expect(getQuestionnaire(contextFor(db, cast.rian), id)).resolves.toBeTruthy();
      await expect(getQuestionnaire(contextFor(db, cast.maya), id)).resolves.toBeTruthy();
      await expect(getQuestionnaire(contextFor(db, otherManager), id)).rejects.toBeInstanceOf(NotFound);
      await expect(getQuestionnaire(contextFor(db, cast.sari), id)).rejects.toBeInstanceOf(NotFound);
    }),
  );

  test(
    "one with a trial is for the team of its product",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const made = await createTrialWithResponse(db, cast.sari, cast.teamId, { liking: completeQuestion("rating", {}, {}, "hedonic9") });
      const otherManager = await createPerson(db, "Tono", "product_manager");
      await expect(getQuestionnaire(contextFor(db, cast.rian), made.questionnaireId)).resolves.toMatchObject({ trialId: made.trialId });
      await expect(getQuestionnaire(contextFor(db, otherManager), made.questionnaireId)).rejects.toBeInstanceOf(NotFound);
    }),
  );
});
