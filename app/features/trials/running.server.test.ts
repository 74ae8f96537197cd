import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import type { PersonActor } from "~/core/context";
import { activity, allocationSlots, applications, invitations, profileFacts, quotaCells, trials } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack, testDatabase } from "../../../tests/support/database";
import { accept, apply, createDraft, createRecruiting, send } from "../../../tests/support/trials";
import { applyToTrial } from "./apply-to-trial.server";
import { declinePlace } from "./decline-place.server";
import { drawWave } from "./draw-wave.server";
import { inviteMembers } from "./invite-members.server";
import { expireOffers } from "./jobs.server";
import { leaveTrial } from "./leave-trial.server";
import { moveTrial } from "./move-trial.server";
import { pauseTrial, reopenApplying, resumeTrial } from "./pause-trial.server";
import { addEligibilityLine, countMatches, listRuleSources, setEligibilityMinimum } from "./set-eligibility.server";
import { crossFacts, setCellTarget } from "./set-quotas.server";

const states = async (db: Database, trialId: number) =>
  (await db.select().from(applications).where(eq(applications.trialId, trialId)).orderBy(applications.id)).map(({ state }) => state);

describe("the rule about who may take part", () => {
  it(
    "is held against the profiles there are, decides after the screener, and its facts are asked for",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari, budi } = await createDraft(db);
      for (let number = 0; number < 8; number += 1) {
        const person = await createPerson(db, `Known ${number}`);
        await db.insert(profileFacts).values({ personId: person.id, fact: "sex", value: number < 6 ? "female" : "male", updatedAt: noon });
      }
      expect(await countMatches(rianCtx, trialId)).toMatchObject({ members: 10, matching: 10 });
      const sources = await listRuleSources(rianCtx, trialId);
      expect(sources.map(({ kind, key }) => `${kind}:${key}`)).toContain("question:washes");
      await addEligibilityLine(rianCtx, { trialId, source: { kind: "fact", key: "sex" }, values: ["male"], effect: { kind: "knock_out" } });
      expect(await countMatches(rianCtx, trialId)).toMatchObject({ members: 10, matching: 8 });
      await addEligibilityLine(rianCtx, { trialId, source: { kind: "fact", key: "sex" }, values: ["female"], effect: { kind: "points", points: 2 } });
      await setEligibilityMinimum(rianCtx, { trialId, minimum: 2 });
      expect(await countMatches(rianCtx, trialId)).toMatchObject({ matching: 6 });
      await expect(
        addEligibilityLine(rianCtx, { trialId, source: { kind: "fact", key: "sex" }, values: ["?"], effect: { kind: "knock_out" } }),
      ).rejects.toThrow(Invalid);
      await moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" });
      await db.insert(profileFacts).values({ personId: sari.id, fact: "sex", value: "female", updatedAt: noon });
      await apply(db, sari, trialId);
      await apply(db, budi, trialId);
      expect(await states(db, trialId)).toEqual(["applied", "ineligible"]);
    }),
  );

  it(
    "tells no group of fewer than five apart",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createDraft(db);
      await db.insert(profileFacts).values({ personId: sari.id, fact: "sex", value: "female", updatedAt: noon });
      await addEligibilityLine(rianCtx, { trialId, source: { kind: "fact", key: "sex" }, values: ["female"], effect: { kind: "points", points: 1 } });
      await setEligibilityMinimum(rianCtx, { trialId, minimum: 1 });
      expect(await countMatches(rianCtx, trialId)).toMatchObject({ matching: null, uninvited: 0 });
    }),
  );

  it(
    "leads to waves of invitations in which nobody is asked twice",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createRecruiting(db);
      for (let number = 0; number < 8; number += 1) await createPerson(db, `Guest ${number}`);
      await apply(db, sari, trialId);
      expect(await inviteMembers(rianCtx, { trialId, count: 5 })).toBe(5);
      expect(await inviteMembers(rianCtx, { trialId, count: 50 })).toBe(4);
      await expect(inviteMembers(rianCtx, { trialId, count: 1 })).rejects.toThrow(Conflict);
      const invited = await db.select().from(invitations).where(eq(invitations.trialId, trialId));
      expect(new Set(invited.map(({ personId }) => personId)).size).toBe(9);
      expect(invited.some(({ personId }) => personId === sari.id)).toBe(false);
    }),
  );
});

describe("quota cells", () => {
  it(
    "are made for every combination of facts, with the places shared out",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createDraft(db, { places: 23 });
      expect(await crossFacts(rianCtx, { trialId, facts: ["sex", "age_band"] })).toBe(10);
      const cells = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
      expect(cells.reduce((sum, { target }) => sum + target, 0)).toBe(23);
      expect(cells.every(({ rule }) => rule.all.length === 2)).toBe(true);
      await expect(crossFacts(rianCtx, { trialId, facts: ["sex", "age_band", "household_size"] })).rejects.toThrow(Invalid);
    }),
  );

  it(
    "may hold more after the launch, with orders for the new places, and never fewer than were promised",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari, budi } = await createRecruiting(db, { places: 2 });
      const [cell] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
      await apply(db, sari, trialId);
      await apply(db, budi, trialId);
      await drawWave(rianCtx, { trialId, places: 2 });
      await accept(db, sari, trialId);
      await expect(setCellTarget(rianCtx, { trialId, cellId: cell!.id, target: 1 })).rejects.toThrow(Invalid);
      await setCellTarget(rianCtx, { trialId, cellId: cell!.id, target: 20 });
      const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
      expect(trial?.places).toBe(20);
      const slots = await db.select().from(allocationSlots).where(eq(allocationSlots.trialId, trialId));
      expect(slots).toHaveLength(40);
      expect(new Set(slots.map(({ sequence }) => sequence)).size).toBe(40);
    }),
  );
});

describe("a drop-out", () => {
  it(
    "whose parcel had left is replaced by the same order, before any other",
    rolledBack(async (db) => {
      const made = await createRecruiting(db, { places: 1 });
      const { trialId, rianCtx, sari, budi } = made;
      await apply(db, sari, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      const { participantId } = await accept(db, sari, trialId);
      await send(db, made, trialId, participantId!);
      await leaveTrial(contextFor(db, sari), { trialId, answers: "keep" });
      await apply(db, budi, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      const replacement = await accept(db, budi, trialId);
      const orderOf = async (id: number) => (await db.select().from(allocationSlots).where(eq(allocationSlots.participantId, id)))[0]!;
      expect((await orderOf(replacement.participantId!)).prototypeIds).toEqual((await orderOf(participantId!)).prototypeIds);
      expect((await orderOf(replacement.participantId!)).replacesId).toBe((await orderOf(participantId!)).id);
    }),
  );
});

describe("a pause", () => {
  it(
    "stops applying, drawing and expiry, and gives the lost time back",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari, budi } = await createRecruiting(db);
      await apply(db, sari, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      const [before] = await db.select().from(trials).where(eq(trials.id, trialId));
      await expect(pauseTrial(rianCtx, { trialId, reason: " " })).rejects.toThrow(Invalid);
      await pauseTrial(rianCtx, { trialId, reason: "The factory is closed for a week." });
      await expect(applyToTrial(contextFor(db, budi), { trialId })).rejects.toThrow(Conflict);
      expect(await expireOffers(contextFor(db, undefined, after(noon, 5 * dayInMs)))).toBe(0);
      await resumeTrial({ ...rianCtx, now: after(noon, 5 * dayInMs) }, { trialId });
      const [resumed] = await db.select().from(trials).where(eq(trials.id, trialId));
      expect(resumed!.fieldworkUntil!.getTime() - before!.fieldworkUntil!.getTime()).toBe(5 * dayInMs);
      expect(await expireOffers(contextFor(db, undefined, after(noon, 7 * dayInMs)))).toBe(0);
      expect(await expireOffers(contextFor(db, undefined, after(noon, 9 * dayInMs)))).toBe(1);
      const told = await db
        .select()
        .from(activity)
        .where(and(eq(activity.subjectId, String(trialId)), inArray(activity.kind, ["trial.paused", "trial.resumed"])));
      expect(told).toHaveLength(2);
    }),
  );

  it(
    "is one thing, opening applying again another: only while people are testing and until a day to come",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createRecruiting(db);
      await expect(reopenApplying(rianCtx, { trialId, applyUntil: "2026-11-20", reason: "" })).rejects.toThrow(Conflict);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await expect(reopenApplying(rianCtx, { trialId, applyUntil: "2026-11-01", reason: "" })).rejects.toThrow(Invalid);
      await reopenApplying(rianCtx, { trialId, applyUntil: "2026-11-20", reason: "" });
      await apply(db, sari, trialId);
      expect(await states(db, trialId)).toEqual(["applied"]);
    }),
  );
});

// Last, because its people stay in the database of this file.
describe("first come, first served", () => {
  it("offers the last ten places to exactly ten of forty who apply at once, and a place that is declined to the next in line", async () => {
    const db = await testDatabase();
    const { trialId } = await createRecruiting(db, { places: 10, choosing: "first_come" });
    const people: PersonActor[] = [];
    for (let number = 0; number < 40; number += 1) people.push(await createPerson(db, `Quick ${number}`));
    await Promise.all(people.map((person) => apply(db, person, trialId)));
    const rows = () => db.select().from(applications).where(eq(applications.trialId, trialId));
    const chosen = (await rows()).filter(({ state }) => state === "chosen");
    expect(chosen).toHaveLength(10);
    expect((await rows()).filter(({ state }) => state === "waiting")).toHaveLength(30);
    expect((await rows()).every(({ reason }) => reason !== null)).toBe(true);
    const decliner = people.find(({ id }) => id === chosen[0]!.personId)!;
    await declinePlace(contextFor(db, decliner), { trialId });
    expect((await rows()).filter(({ state }) => state === "chosen")).toHaveLength(10);
    await expireOffers(contextFor(db, undefined, after(noon, 30 * dayInMs)));
    expect((await rows()).filter(({ state }) => state === "chosen")).toHaveLength(10);
    expect((await rows()).filter(({ state }) => state === "waiting")).toHaveLength(19);
  });
});
