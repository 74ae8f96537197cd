import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid } from "~/core/errors";
import { pipeToText } from "~/features/questionnaires/piping";
import { loadResponse } from "~/features/questionnaires/queries.server";
import { removeQuestion } from "~/features/questionnaires/remove-question.server";
import { saveAnswer } from "~/features/questionnaires/save-answer.server";
import type { PairedPreferenceConfig } from "~/features/questionnaires/types/paired-preference/paired-preference";
import { responses, trials } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { accept, apply, createDraft, createRecruiting, receive, send } from "../../../tests/support/trials";
import { listParticipants } from "./board.server";
import { completeResponse } from "./complete-response.server";
import { drawWave } from "./draw-wave.server";
import { getLaunchChecklist } from "./launch.server";
import { moveTrial } from "./move-trial.server";
import { getOwnParticipation } from "./own-participation.server";

const begin = async (db: Database) => {
  const made = await createRecruiting(db, { places: 1, design: "paired" });
  const { trialId, rianCtx, sari } = made;
  await apply(db, sari, trialId);
  await drawWave(rianCtx, { trialId, places: 1 });
  const { participantId } = await accept(db, sari, trialId);
  await send(db, made, trialId, participantId!);
  const { responseId } = await receive(db, sari, trialId);
  const ctx = contextFor(db, sari);
  const save = (key: string, value: unknown) => saveAnswer(ctx, { responseId: responseId!, key, status: "answered", value, revision: 0, shownMs: 1000 });
  return { ...made, ctx, save, participantId: participantId!, responseId: responseId! };
};

describe("a paired comparison", () => {
  it(
    "is answered once, about both, under both codes",
    rolledBack(async (db) => {
      const { trialId, sari, ctx, save, responseId, participantId } = await begin(db);
      expect(await receive(db, sari, trialId)).toEqual({ responseId });
      const { tasks, codes } = await getOwnParticipation(ctx, trialId);
      expect(codes).toHaveLength(2);
      expect(tasks.map((task) => task.codes)).toEqual([codes]);
      await save("overall", 7);
      await save("preferred", { choice: codes[1], left: codes[0], right: codes[1] });
      await completeResponse(ctx, { responseId });
      expect((await getOwnParticipation(ctx, trialId)).next).toEqual({ kind: "complete" });
      expect(await db.select().from(responses).where(eq(responses.participantId, participantId))).toHaveLength(1);
    }),
  );

  it(
    "names both samples where a text stands for the product, the left one first where a side is chosen",
    rolledBack(async (db) => {
      const { ctx, responseId, trialId } = await begin(db);
      const { codes, questions } = await loadResponse(ctx, responseId);
      const [first, second] = (await getOwnParticipation(ctx, trialId)).codes;
      expect(codes).toEqual([first, second]);
      const told = { codes, questions };
      const overall = questions.find(({ key }) => key === "overall")!;
      expect(pipeToText(overall, told, "en")).toBe(`Overall, how much do you like or dislike samples ${first} and ${second}?`);
      expect(pipeToText(overall, told, "id")).toContain(`contoh ${first} dan ${second}`);
      const preferred = questions.find(({ key }) => key === "preferred")!;
      const sides = (preferred.config as PairedPreferenceConfig).pair!.map(({ value }) => value);
      expect(sides.toSorted()).toEqual(codes.toSorted());
      const asked = { ...preferred, text: { en: "Which of {p} do you prefer?", id: "Mana di antara {p}?" } };
      expect(pipeToText(asked, told, "en")).toBe(`Which of samples ${sides[0]} and ${sides[1]} do you prefer?`);
      expect(pipeToText({ ...asked, config: { ...sidesForgotten(asked.config) } }, { codes: [] }, "en")).toBe("Which of these two products do you prefer?");
    }),
  );

  it(
    "takes no preference for a sample that somebody else tried",
    rolledBack(async (db) => {
      const { ctx, save, trialId } = await begin(db);
      const { codes } = await getOwnParticipation(ctx, trialId);
      await expect(save("preferred", { choice: "999", left: codes[0], right: codes[1] })).rejects.toBeInstanceOf(Invalid);
      await expect(save("preferred", { choice: codes[0], left: codes[0], right: codes[0] })).rejects.toBeInstanceOf(Invalid);
    }),
  );

  it(
    "shows both codes to whoever runs it",
    rolledBack(async (db) => {
      const { ctx, rianCtx, trialId } = await begin(db);
      const { codes } = await getOwnParticipation(ctx, trialId);
      const [row] = (await listParticipants(rianCtx, trialId)).items;
      expect(row).toMatchObject({ currentCodes: codes, done: 0, total: 1, step: "answer" });
    }),
  );

  it(
    "is not launched without the question which of the two is preferred",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createDraft(db, { design: "paired" });
      const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
      await removeQuestion(rianCtx, { questionnaireId: trial!.questionnaireId!, key: "preferred" });
      expect((await getLaunchChecklist(rianCtx, trialId)).filter(({ isDone }) => !isDone).map(({ key }) => key)).toEqual(["pair"]);
      await expect(moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" })).rejects.toBeInstanceOf(Conflict);
    }),
  );
});

const sidesForgotten = (config: unknown) => ({ ...(config as PairedPreferenceConfig), pair: undefined });
