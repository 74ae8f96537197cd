import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { Invalid } from "~/core/errors";
import { answers, questionnaireVersions } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse, options } from "../../../tests/support/questionnaires";
import { readAnswerForm } from "./answering/read-answer-form.server";
import type { AnswerStatus } from "./questionnaire";
import { saveAnswer } from "./save-answer.server";
import { submitResponse } from "./submit-response.server";

const asked = {
  age: completeQuestion("single_choice", { options: options("under_30", "over_30") }, { offers: ["prefer_not_to_say", "not_applicable"] }),
  liking: completeQuestion("rating", {}, {}, "hedonic9"),
};

const setUp = async (db: Parameters<typeof createCast>[0]) => {
  const cast = await createCast(db);
  const made = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
  const ctx = contextFor(db, cast.sari);
  const say = (key: string, status: AnswerStatus, value: unknown = null) =>
    saveAnswer(ctx, { responseId: made.responseId, key, status, value, revision: 0, shownMs: 900 });
  return { ...made, ctx, say };
};

describe("what may be said in place of an answer", () => {
  test(
    "is stored as a status without a value, also where an answer is needed, and the response can be handed in with it",
    rolledBack(async (db) => {
      const { ctx, say, responseId } = await setUp(db);
      expect(await say("age", "prefer_not_to_say", "under_30")).toMatchObject({ status: "prefer_not_to_say", value: null });
      await say("liking", "answered", 7);
      expect(await submitResponse(ctx, responseId)).toMatchObject({ answers: { liking: 7 } });
      const [row] = await db
        .select()
        .from(answers)
        .where(and(eq(answers.responseId, responseId), eq(answers.questionKey, "age")));
      expect(row).toMatchObject({ status: "prefer_not_to_say", value: null });
    }),
  );

  test(
    "is taken only where the question offers it; skipping what is needed stays impossible",
    rolledBack(async (db) => {
      const { ctx, say, responseId } = await setUp(db);
      await expect(say("liking", "prefer_not_to_say")).rejects.toBeInstanceOf(Invalid);
      await expect(say("age", "dont_know")).rejects.toBeInstanceOf(Invalid);
      await expect(say("age", "skipped")).rejects.toBeInstanceOf(Invalid);
      await say("liking", "answered", 7);
      await expect(submitResponse(ctx, responseId)).rejects.toMatchObject({ problems: { "answer.age": { key: "required" } } });
    }),
  );

  test(
    "reads from a plain form: its button says it, it holds while nothing else is chosen, and an answer replaces it",
    rolledBack(async (db) => {
      const { versionId } = await setUp(db);
      const [version] = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, versionId));
      const read = (...fields: [string, string][]) => {
        const form = new FormData();
        for (const [name, value] of [["question", "age"], ...fields] as [string, string][]) form.append(name, value);
        return readAnswerForm(version!.definition.questions, form, noon);
      };
      expect(read(["go", "not_applicable"], ["answer.age", "under_30"])).toMatchObject({ answer: { status: "not_applicable", value: undefined } });
      expect(read(["go", "dont_know"])).toMatchObject({ answer: { status: "skipped" } });
      expect(read(["go", "next"], ["instead", "prefer_not_to_say"])).toMatchObject({ go: "next", answer: { status: "prefer_not_to_say" } });
      expect(read(["go", "next"], ["instead", "prefer_not_to_say"], ["answer.age", "over_30"])).toMatchObject({
        answer: { status: "answered", value: "over_30" },
      });
      expect(read(["go", "skip"], ["instead", "prefer_not_to_say"])).toMatchObject({ answer: { status: "skipped" } });
    }),
  );
});
