import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { after, dayInMs } from "~/core/time";
import { Conflict, Forbidden, NotFound, SignInRequired } from "~/core/errors";
import { visitor, type PersonActor } from "~/core/context";
import type { Database } from "~db/client.server";
import { activity, allocationSlots, applications, participants, profileFacts, quotaCells, waves } from "~db/schema/index";
import { createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack, testDatabase } from "../../../tests/support/database";
import { accept, apply, createDraft, createRecruiting, homeAddress } from "../../../tests/support/trials";
import { acceptPlace } from "./accept-place.server";
import { applyToTrial } from "./apply-to-trial.server";
import { declinePlace } from "./decline-place.server";
import { replays } from "./draw";
import { drawWave, previewWave } from "./draw-wave.server";
import { expireOffers } from "./jobs.server";
import { leaveTrial } from "./leave-trial.server";
import { moveTrial } from "./move-trial.server";
import { addQuotaCell } from "./set-quotas.server";
import { withdrawApplication } from "./withdraw-application.server";

const stateOf = async (db: Database, person: PersonActor, trialId: number) => {
  const [row] = await db
    .select()
    .from(applications)
    .where(and(eq(applications.trialId, trialId), eq(applications.personId, person.id)));
  return row?.state;
};

const applyMany = async (db: Database, trialId: number, count: number): Promise<PersonActor[]> => {
  const people: PersonActor[] = [];
  for (let number = 0; number < count; number += 1) {
    const person = await createPerson(db, `Person ${number}`);
    await apply(db, person, trialId);
    people.push(person);
  }
  return people;
};

describe("applying", () => {
  it(
    "asks the screener once, and an answer that disqualifies ends it without saying which",
    rolledBack(async (db) => {
      const { trialId, sari, budi } = await createRecruiting(db);
      const { next } = await apply(db, sari, trialId, "no");
      expect(next).toBe(`/trials/${trialId}`);
      expect(await stateOf(db, sari, trialId)).toBe("ineligible");
      await applyToTrial(contextFor(db, sari), { trialId });
      expect(await stateOf(db, sari, trialId)).toBe("ineligible");
      await apply(db, budi, trialId, "yes");
      expect(await stateOf(db, budi, trialId)).toBe("applied");
    }),
  );

  it(
    "is for people with a confirmed address while the trial recruits",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await createRecruiting(db);
      await expect(applyToTrial(contextFor(db, visitor), { trialId })).rejects.toThrow(SignInRequired);
      await expect(applyToTrial(contextFor(db, { ...sari, emailVerified: false }), { trialId })).rejects.toThrow(Forbidden);
      await expect(applyToTrial(contextFor(db, sari, new Date("2026-11-11T00:00:00Z")), { trialId })).rejects.toThrow(Conflict);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await expect(applyToTrial(contextFor(db, sari), { trialId })).rejects.toThrow(Forbidden);
    }),
  );

  it(
    "to a draft is as if there were none",
    rolledBack(async (db) => {
      const { trialId, sari } = await createDraft(db);
      await expect(applyToTrial(contextFor(db, sari), { trialId })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "can be taken back until a place was accepted, and made again with the answers given",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await createRecruiting(db);
      await apply(db, sari, trialId);
      await withdrawApplication(contextFor(db, sari), { trialId });
      expect(await stateOf(db, sari, trialId)).toBe("withdrawn");
      await expect(drawWave(rianCtx, { trialId, places: 1 })).rejects.toThrow(Conflict);
      expect(await applyToTrial(contextFor(db, sari), { trialId })).toEqual({ responseId: null });
      await drawWave(rianCtx, { trialId, places: 1 });
      await accept(db, sari, trialId);
      await expect(withdrawApplication(contextFor(db, sari), { trialId })).rejects.toThrow(Conflict);
    }),
  );
});

describe("a wave", () => {
  it(
    "chooses into the cells that people fit and replays equal from its log",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari, budi } = await createDraft(db, { places: 2 });
      for (const [name, values] of [
        ["Two or three", ["2", "3"]],
        ["More", ["4", "5", "6"]],
      ] as const)
        await addQuotaCell(rianCtx, { trialId, name: { en: name, id: name }, target: 1, rule: { all: [{ fact: "household_size", values: [...values] }] } });
      await moveTrial(rianCtx, { trialId, to: "recruiting", reason: "" });
      for (const [person, value] of [
        [sari, "2"],
        [budi, "5"],
      ] as const)
        await db.insert(profileFacts).values({ personId: person.id, fact: "household_size", value, updatedAt: noon });
      const tono = await createPerson(db, "Tono");
      for (const person of [sari, budi, tono]) await apply(db, person, trialId);
      expect(await previewWave(rianCtx, trialId)).toMatchObject({ free: 2, canBeChosen: 2, applied: 3, waiting: 0 });
      expect(await drawWave(rianCtx, { trialId, places: 5 })).toMatchObject({ chosen: 2, waiting: 1 });
      expect(await stateOf(db, tono, trialId)).toBe("waiting");
      const [wave] = await db.select().from(waves).where(eq(waves.trialId, trialId));
      expect(replays(wave!.log, wave!)).toBe(true);
      expect(replays({ ...wave!.log, entries: wave!.log.entries.map((entry) => ({ ...entry, cellIds: [] })) }, wave!)).toBe(false);
      expect(wave!.log.entries.find(({ outcome }) => outcome === "waiting")?.reason).toEqual({ kind: "no-cell-fits" });
    }),
  );

  it(
    "draws for the places that are left: offers that nobody has answered count as taken",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { places: 2 });
      await applyMany(db, trialId, 4);
      await drawWave(rianCtx, { trialId, places: 9 });
      expect(await drawWave(rianCtx, { trialId, places: 9 })).toMatchObject({ chosen: 0, waiting: 2 });
    }),
  );

  it(
    "tells everybody once, and whoever waits already is not told again",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { places: 1 });
      await applyMany(db, trialId, 3);
      await drawWave(rianCtx, { trialId, places: 1 });
      await drawWave(rianCtx, { trialId, places: 1 });
      const events = await db.select({ kind: activity.kind }).from(activity);
      const count = (kind: string) => events.filter((event) => event.kind === kind).length;
      expect([count("application.chosen"), count("application.waiting")]).toEqual([1, 2]);
    }),
  );

  it(
    "frees the places of offers that ran out, for the waiting list",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { places: 1 });
      const people = await applyMany(db, trialId, 2);
      await drawWave(rianCtx, { trialId, places: 1, answerDays: 2 });
      expect(await expireOffers(contextFor(db, undefined, after(noon, dayInMs)))).toBe(0);
      expect(await expireOffers(contextFor(db, undefined, after(noon, 3 * dayInMs)))).toBe(1);
      expect(await drawWave(rianCtx, { trialId, places: 1 })).toMatchObject({ chosen: 1 });
      const states = await Promise.all(people.map((person) => stateOf(db, person, trialId)));
      expect(states.sort()).toEqual(["chosen", "declined"]);
    }),
  );
});

describe("accepting a place", () => {
  it(
    "takes the next allocation slot and is the same when done twice",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createRecruiting(db);
      await apply(db, sari, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      const first = await accept(db, sari, trialId);
      expect(await accept(db, sari, trialId)).toEqual(first);
      const slots = await db.select().from(allocationSlots).where(eq(allocationSlots.trialId, trialId)).orderBy(asc(allocationSlots.sequence));
      expect(slots.map(({ participantId }) => participantId).slice(0, 2)).toEqual([first.participantId, null]);
      const [cell] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
      expect(cell?.taken).toBe(1);
    }),
  );

  it(
    "needs an offer that still stands",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari, budi } = await createRecruiting(db, { places: 1 });
      await apply(db, sari, trialId);
      await expect(accept(db, sari, trialId)).rejects.toThrow(Conflict);
      await expect(accept(db, budi, trialId)).rejects.toThrow(NotFound);
      await drawWave(rianCtx, { trialId, places: 1, answerDays: 2 });
      await expect(accept(db, sari, trialId, after(noon, 3 * dayInMs))).rejects.toThrow(Conflict);
    }),
  );

  it(
    "can be declined, and the place goes to somebody else",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db, { places: 1 });
      const people = await applyMany(db, trialId, 2);
      await drawWave(rianCtx, { trialId, places: 1 });
      const states = await Promise.all(people.map((person) => stateOf(db, person, trialId)));
      const chosen = people[states.indexOf("chosen")]!;
      await declinePlace(contextFor(db, chosen), { trialId });
      await declinePlace(contextFor(db, chosen), { trialId });
      expect(await drawWave(rianCtx, { trialId, places: 1 })).toMatchObject({ chosen: 1 });
    }),
  );

  it(
    "before the parcel has left gives place and slot back to the trial when the person leaves",
    rolledBack(async (db) => {
      const { trialId, rianCtx, sari } = await createRecruiting(db, { places: 1 });
      await apply(db, sari, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      await accept(db, sari, trialId);
      await leaveTrial(contextFor(db, sari), { trialId, answers: "keep" });
      await leaveTrial(contextFor(db, sari), { trialId, answers: "keep" });
      const [cell] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
      expect(cell?.taken).toBe(0);
      const slots = await db.select().from(allocationSlots).where(eq(allocationSlots.trialId, trialId));
      expect(slots.every(({ participantId }) => participantId === null)).toBe(true);
    }),
  );
});

describe("forty people who accept the last ten places at once", () => {
  it("become exactly ten participants with ten different slots, and thirty who wait on", async () => {
    const db = await testDatabase();
    const { trialId } = await createRecruiting(db, { places: 10 });
    const [cell] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
    const people: PersonActor[] = [];
    for (let number = 0; number < 40; number += 1) people.push(await createPerson(db, `Rush ${number}`));
    await db
      .insert(applications)
      .values(people.map(({ id }) => ({ trialId, personId: id, state: "chosen" as const, cellId: cell!.id, createdAt: noon, appliedAt: noon })));
    const results = await Promise.all(people.map((person) => acceptPlace(contextFor(db, person), { trialId, confidentiality: true, address: homeAddress })));
    expect(results.filter(({ participantId }) => participantId !== null)).toHaveLength(10);
    expect(await db.select().from(participants).where(eq(participants.trialId, trialId))).toHaveLength(10);
    const [full] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
    expect(full?.taken).toBe(10);
    const slots = await db.select().from(allocationSlots).where(eq(allocationSlots.trialId, trialId));
    expect(new Set(slots.map(({ participantId }) => participantId).filter((id) => id !== null)).size).toBe(10);
    const waiting = await db
      .select()
      .from(applications)
      .where(and(eq(applications.trialId, trialId), eq(applications.state, "waiting")));
    expect(waiting).toHaveLength(30);
  });

  it("who press twice each take one place", async () => {
    const db = await testDatabase();
    const { trialId } = await createRecruiting(db, { places: 10 });
    const [cell] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
    const people: PersonActor[] = [];
    for (let number = 0; number < 5; number += 1) people.push(await createPerson(db, `Twice ${number}`));
    await db
      .insert(applications)
      .values(people.map(({ id }) => ({ trialId, personId: id, state: "chosen" as const, cellId: cell!.id, createdAt: noon, appliedAt: noon })));
    const press = (person: PersonActor) => acceptPlace(contextFor(db, person), { trialId, confidentiality: true, address: homeAddress });
    const results = await Promise.all([...people, ...people].map(press));
    expect(new Set(results.map(({ participantId }) => participantId)).size).toBe(5);
    const [after5] = await db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId));
    expect(after5?.taken).toBe(5);
  });
});
