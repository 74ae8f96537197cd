import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid } from "~/core/errors";
import type { Condition } from "~/features/questionnaires/show-if";
import { saveAnswer } from "~/features/questionnaires/save-answer.server";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { activity, answers, questionnaireVersions, responses, trials } from "~db/schema/index";
import { contextFor, rolledBack, testDatabase } from "../../../tests/support/database";
import { completeQuestion, options } from "../../../tests/support/questionnaires";
import { accept, apply, createDraft, createRecruiting, receive, send } from "../../../tests/support/trials";
import { createPerson } from "../../../tests/support/cast";
import { applyToTrial } from "./apply-to-trial.server";
import { completeResponse } from "./complete-response.server";
import { drawWave } from "./draw-wave.server";
import { moveTrial } from "./move-trial.server";

const asksOnly = (question: string, ...codes: string[]): Condition => ({ question, is: "any_of", codes });

describe("a trial is not launched with a questionnaire", () => {
  const cases: [string, { key: string; showIf?: Condition; half?: boolean }[]][] = [
    [
      "whose rules go in a circle",
      [
        { key: "one", showIf: asksOnly("two", "a") },
        { key: "two", showIf: asksOnly("one", "a") },
      ],
    ],
    ["with a question that nobody can reach", [{ key: "one" }, { key: "two", showIf: { all: [asksOnly("one", "a"), asksOnly("one", "b")] } }]],
    ["with a text in one language only", [{ key: "one", half: true }]],
  ];
  for (const [what, asked] of cases)
    it(
      what,
      rolledBack(async (db) => {
        const { trialId, rianCtx } = await createDraft(db);
        const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
        for (const { key, showIf, half } of asked)
          await saveQuestion(rianCtx, {
            questionnaireId: trial!.questionnaireId!,
            key,
            ...completeQuestion(
              "single_choice",
              { options: options("a", "b") },
              { text: { en: "Which?", id: half ? "" : "Yang mana?" }, ...(showIf ? { showIf } : {}) },
            ),
          });
        await expect(moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" })).rejects.toMatchObject({ reason: { key: "trial_not_ready" } });
        expect((await db.select().from(trials).where(eq(trials.id, trialId)))[0]).toMatchObject({ state: "draft", questionnaireVersionId: null });
      }),
    );
});

it(
  "an option cannot be taken away after the launch: who began before may still choose it",
  rolledBack(async (db) => {
    const { trialId, rianCtx, sari } = await createRecruiting(db);
    const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
    const { responseId } = await applyToTrial(contextFor(db, sari), { trialId });
    const shorter = completeQuestion("single_choice", { options: options("no", "never") }, { text: { en: "Do you?", id: "Apakah?" } });
    await expect(saveQuestion(rianCtx, { questionnaireId: trial!.screenerId!, key: "washes", ...shorter, revision: 1 })).rejects.toMatchObject({
      reason: { key: "questionnaire_frozen" },
    });
    const [version] = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, trial!.screenerVersionId!));
    expect(JSON.stringify(version!.definition)).toContain('"value":"yes"');
    const save = (value: string) =>
      saveAnswer(contextFor(db, sari), { responseId: responseId!, key: "washes", status: "answered", value, revision: 0, shownMs: 1 });
    await expect(save("never")).rejects.toBeInstanceOf(Invalid);
    expect((await save("yes")).value).toBe("yes");
  }),
);

it("a response that is handed in many times at once is handed in once, and opens the next one once", async () => {
  const db = await testDatabase();
  const made = await createRecruiting(db, { places: 1 });
  const { trialId, rianCtx } = made;
  const person = await createPerson(db, "Hasty");
  await apply(db, person, trialId);
  await drawWave(rianCtx, { trialId, places: 1 });
  const { participantId } = await accept(db, person, trialId);
  await send(db, made, trialId, participantId!);
  const { responseId } = await receive(db, person, trialId);
  const ctx = contextFor(db, person);
  const save = (value: number) => saveAnswer(ctx, { responseId: responseId!, key: "overall", status: "answered", value, revision: 1, shownMs: 1000 });
  await save(7);
  const outcomes = await Promise.allSettled([...Array.from({ length: 12 }, () => completeResponse(ctx, { responseId: responseId! })), save(2)]);
  expect(outcomes.slice(0, 12).every(({ status }) => status === "fulfilled")).toBe(true);
  const [late] = outcomes.slice(12);
  const [answer] = await db.select().from(answers).where(eq(answers.responseId, responseId!));
  // Either the change came before the end and counts, or it came after it and was refused.
  if (late?.status === "rejected") expect(late.reason).toBeInstanceOf(Conflict);
  expect(answer?.value).toBe(late?.status === "fulfilled" ? 2 : 7);
  await expect(save(3)).rejects.toBeInstanceOf(Conflict);
  const own = await db.select().from(responses).where(eq(responses.participantId, participantId!));
  expect(own.map(({ state }) => state).toSorted()).toEqual(["open", "submitted"]);
  const said = await db
    .select()
    .from(activity)
    .where(and(eq(activity.kind, "response.submitted"), eq(activity.subjectId, String(responseId))));
  expect(said).toHaveLength(1);
});
