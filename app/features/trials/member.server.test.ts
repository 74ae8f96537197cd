import { describe, expect, it } from "vitest";
import { NotFound } from "~/core/errors";
import { visitor } from "~/core/context";
import { profileFacts } from "~db/schema/index";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createDraft, createRecruiting, receive, send } from "../../../tests/support/trials";
import { drawWave } from "./draw-wave.server";
import { getTrial, listMissingFacts, listTrials } from "./member.server";
import { moveTrial } from "./move-trial.server";
import { getOwnParticipation, listOwnTasks } from "./own-participation.server";
import { addQuotaCell, ruleFrom } from "./set-quotas.server";
import { listWaiting } from "./workshop.server";

describe("trials for members", () => {
  it(
    "are hidden while they are drafts",
    rolledBack(async (db) => {
      const { trialId, sari } = await createDraft(db);
      await expect(getTrial(contextFor(db, sari), trialId)).rejects.toThrow(NotFound);
      expect((await listTrials(contextFor(db, visitor))).open).toEqual([]);
    }),
  );

  it(
    "tell the allergens of all prototypes together and nothing about the prototypes",
    rolledBack(async (db) => {
      const { trialId } = await createRecruiting(db);
      const trial = await getTrial(contextFor(db, visitor), trialId);
      expect(trial.allergens).toEqual(["Linalool"]);
      expect(JSON.stringify(trial)).not.toContain("Formula");
    }),
  );

  it(
    "stay visible with the message after a cancellation, to those who applied and nobody else",
    rolledBack(async (db) => {
      const { trialId, sari, budi, rianCtx } = await createRecruiting(db);
      await apply(db, sari, trialId);
      await moveTrial(rianCtx, { trialId, to: "cancelled", reason: "The bottles leak." });
      expect((await getTrial(contextFor(db, sari), trialId)).cancellation).toBe("The bottles leak.");
      await expect(getTrial(contextFor(db, budi), trialId)).rejects.toThrow(NotFound);
    }),
  );

  it(
    "that ask for other households come last, and only missing facts are asked",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await createDraft(db);
      const rule = ruleFrom({ children_under_3: ["yes"], household_size: ["1", "2", "3", "4", "5", "6", "7", "8"], made_up: ["x"] });
      expect(rule).toEqual({ all: [{ fact: "children_under_3", values: ["yes"] }] });
      await addQuotaCell(rianCtx, { trialId, name: { en: "Young", id: "Muda" }, target: 4, rule });
      await moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" });
      expect(await listMissingFacts(contextFor(db, sari), trialId)).toEqual(["children_under_3"]);
      expect((await listTrials(contextFor(db, sari))).open[0]?.mayFit).toBe(true);
      await db.insert(profileFacts).values({ personId: sari.id, fact: "children_under_3", value: "no", updatedAt: noon });
      expect(await listMissingFacts(contextFor(db, sari), trialId)).toEqual([]);
      expect((await listTrials(contextFor(db, sari))).open[0]?.mayFit).toBe(false);
    }),
  );
});

describe("one's own participation", () => {
  it(
    "is nobody else's, and shows what can be done today",
    rolledBack(async (db) => {
      const made = await createRecruiting(db);
      const { trialId, sari, budi, rianCtx, maya } = made;
      await apply(db, sari, trialId);
      const tasks = async () => (await listOwnTasks(contextFor(db, sari))).map(({ next }) => next.kind);
      expect(await tasks()).toEqual([]);
      expect((await listWaiting(rianCtx)).map(({ kind, count }) => [kind, count])).toEqual([["draw", 1]]);
      await drawWave(rianCtx, { trialId, places: 1 });
      expect(await tasks()).toEqual(["answer_offer"]);
      const { participantId } = await accept(db, sari, trialId);
      expect(await tasks()).toEqual([]);
      expect(await listWaiting(contextFor(db, maya))).toEqual([]);
      await send(db, made, trialId, participantId!);
      expect(await tasks()).toEqual(["confirm_receipt"]);
      await receive(db, sari, trialId);
      expect(await tasks()).toEqual(["answer"]);
      const own = await getOwnParticipation(contextFor(db, sari), trialId);
      expect(own.tasks.map(({ state }) => state)).toEqual(["open", "later"]);
      expect(JSON.stringify(own)).not.toContain("Formula");
      for (const other of [budi, maya]) await expect(getOwnParticipation(contextFor(db, other), trialId)).rejects.toThrow(NotFound);
    }),
  );
});
