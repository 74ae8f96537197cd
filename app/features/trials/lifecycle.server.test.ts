import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { questionnaireVersions, trialPrototypes, trials, trialStates, activity, allocationSlots, applications, questionnaires } from "~db/schema/index";
import { createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { accept, apply, createDraft, createRecruiting, trialFields } from "../../../tests/support/trials";
import { drawWave } from "./draw-wave.server";
import { editTrial } from "./edit-trial.server";
import { getLaunchChecklist, plannedSlots } from "./launch.server";
import { listQuotaCells } from "./queries.server";
import { moveTrial } from "./move-trial.server";
import { getDesign } from "./design.server";
import { getTrialToRun, listTrialHistory } from "./queries.server";
import { mayMoveTo, trialStates as allStates } from "./trial";
import { setTrialDates } from "./set-trial-dates.server";

describe("the states of a trial", () => {
  it("follow each other from draft to closed, and only running ones can be cancelled", () => {
    const legal = allStates.flatMap((from) => allStates.filter((to) => mayMoveTo(from, to)).map((to) => `${from} → ${to}`));
    expect(legal).toEqual([
      "draft → recruiting",
      "draft → cancelled",
      "recruiting → fieldwork",
      "recruiting → cancelled",
      "fieldwork → analysis",
      "fieldwork → cancelled",
      "analysis → reported",
      "reported → closed",
    ]);
  });

  it(
    "are kept with who moved the trial, when and why",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "Enough people" });
      const history = await listTrialHistory(rianCtx, trialId);
      expect(history.map(({ state, reason, by }) => [state, reason, by])).toEqual([
        ["fieldwork", "Enough people", "Rian"],
        ["recruiting", "", "Rian"],
        ["draft", "", "Rian"],
      ]);
    }),
  );

  it(
    "cannot be skipped, and a second press of the same button changes nothing",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db);
      await expect(moveTrial(rianCtx, { trialId, to: "analysis", reason: "" })).rejects.toThrow(Conflict);
      await moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" });
      expect(await db.select().from(trialStates).where(eq(trialStates.trialId, trialId))).toHaveLength(2);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await expect(moveTrial(rianCtx, { trialId, from: "recruiting", to: "cancelled", reason: "Late" })).rejects.toThrow(Conflict);
    }),
  );

  it(
    "end for everybody who still waits when the data are locked",
    rolledBack(async (db) => {
      const cast = await createRecruiting(db, { places: 1 });
      const { trialId, rianCtx, sari, budi } = cast;
      await apply(db, sari, trialId);
      await apply(db, budi, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await moveTrial(rianCtx, { trialId, to: "analysis", reason: "" });
      const told = await db.select().from(activity).where(eq(activity.kind, "application.not_chosen"));
      expect(told).toHaveLength(1);
      const states = await db.select({ state: applications.state }).from(applications).where(eq(applications.trialId, trialId));
      expect(states.map(({ state }) => state).sort()).toEqual(["declined", "waiting"]);
    }),
  );

  it(
    "need a message to everybody for a cancellation",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db);
      await expect(moveTrial(rianCtx, { trialId, to: "cancelled", reason: " " })).rejects.toThrow(Invalid);
      await moveTrial(rianCtx, { trialId, to: "cancelled", reason: "The bottles leak." });
      expect(await db.select().from(activity).where(eq(activity.kind, "trial.cancelled"))).toHaveLength(1);
    }),
  );
});

describe("launching", () => {
  it(
    "is refused while something is missing, and says what",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createDraft(db, { summary: { en: "", id: "" }, applyUntil: undefined });
      const missing = (await getLaunchChecklist(rianCtx, trialId)).filter(({ isDone }) => !isDone).map(({ key }) => key);
      expect(missing).toEqual(["texts", "dates"]);
      await expect(moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" })).rejects.toThrow(Conflict);
    }),
  );

  it(
    "freezes both questionnaires and gives every prototype a different three-digit code",
    rolledBack(async (db) => {
      const { trialId } = await createRecruiting(db, {}, 3);
      const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
      const versions = await db.select().from(questionnaireVersions).innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId));
      expect(versions.map(({ questionnaire_versions: { id } }) => id).sort()).toEqual([trial!.screenerVersionId, trial!.questionnaireVersionId].sort());
      const codes = (await db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId))).map(({ code }) => code);
      expect(new Set(codes).size).toBe(3);
      for (const code of codes) expect(code).toMatch(/^[1-9]\d\d$/);
    }),
  );

  it(
    "plans orders that follow from the seed and that replay equal",
    rolledBack(async (db) => {
      const { trialId, prototypeIds, rianCtx } = await createRecruiting(db, { places: 12, prototypesPerPerson: 3 }, 3);
      const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
      const slots = await db.select().from(allocationSlots).where(eq(allocationSlots.trialId, trialId)).orderBy(asc(allocationSlots.sequence));
      const cells = await listQuotaCells(rianCtx, trialId);
      const planned = plannedSlots(trial!, prototypeIds, cells);
      expect(slots.map(({ cellId, prototypeIds: order }) => ({ cellId, prototypeIds: order }))).toEqual(planned);
      expect(plannedSlots({ ...trial!, seed: "another" }, prototypeIds, cells)).not.toEqual(planned);
    }),
  );

  it(
    "balances positions and neighbours, as the table shows",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { places: 12, prototypesPerPerson: 3 }, 3);
      const { planned } = await getDesign(rianCtx, trialId);
      expect(planned.position.map(({ counts }) => counts)).toEqual([
        [4, 4, 4],
        [4, 4, 4],
        [4, 4, 4],
      ]);
      expect(new Set(planned.carryOver.map(({ count }) => count))).toEqual(new Set([4]));
    }),
  );

  it(
    "gives every prototype to equally many people when each tries one",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { design: "monadic", prototypesPerPerson: 1, places: 60 }, 3);
      const { planned } = await getDesign(rianCtx, trialId);
      for (const { counts } of planned.position) expect(Math.abs(counts[0]! - 20)).toBeLessThanOrEqual(3);
      expect(planned.carryOver).toEqual([]);
    }),
  );

  it(
    "fixes what people were told: afterwards only the deadlines move, and only later",
    rolledBack(async (db) => {
      const { trialId, rianCtx, prototypeIds } = await createRecruiting(db);
      const edit = editTrial(rianCtx, { trialId, revision: 1, ...trialFields, prototypeIds });
      await expect(edit).rejects.toThrow(Conflict);
      await expect(setTrialDates(rianCtx, { trialId, fieldworkUntil: "2026-11-20" })).rejects.toThrow(Invalid);
      await setTrialDates(rianCtx, { trialId, fieldworkUntil: "2026-12-15" });
      expect((await getTrialToRun(rianCtx, trialId)).fieldworkUntil?.toISOString()).toBe("2026-12-15T16:59:00.000Z");
    }),
  );
});

describe("who runs a trial", () => {
  it(
    "is the product's team and the moderators, nobody else's product manager",
    rolledBack(async (db) => {
      const { trialId, maya } = await createRecruiting(db);
      const stranger = await createPerson(db, "Tono", "product_manager");
      await expect(getTrialToRun(contextFor(db, stranger), trialId)).rejects.toThrow(NotFound);
      await expect(moveTrial(contextFor(db, stranger), { trialId, to: "fieldwork", reason: "" })).rejects.toThrow(NotFound);
      expect((await getTrialToRun(contextFor(db, maya), trialId)).id).toBe(trialId);
    }),
  );

  it(
    "never gets the seed from which codes and orders follow",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createRecruiting(db);
      await apply(db, sari, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      await accept(db, sari, trialId);
      expect(JSON.stringify(await getTrialToRun(rianCtx, trialId))).not.toContain("a seed for tests");
      const [own] = await db
        .select()
        .from(applications)
        .where(and(eq(applications.trialId, trialId), eq(applications.personId, sari.id)));
      expect(own?.state).toBe("accepted");
    }),
  );
});
