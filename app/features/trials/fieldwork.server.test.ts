import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { readPackingList } from "~/features/parcels/read-addresses.server";
import { deleteOldAddresses } from "~/features/parcels/delete-addresses.server";
import { packParcels } from "~/features/parcels/pack-parcels.server";
import { sendParcel } from "~/features/parcels/send-parcel.server";
import type { Database } from "~db/client.server";
import { activity, addresses, allocationSlots, codeReveals, participants, prototypes, quotaCells, responses } from "~db/schema/index";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createRecruiting, rate, receive, send } from "../../../tests/support/trials";
import { drawWave, previewWave } from "./draw-wave.server";
import { exportAnswers } from "./export-answers.server";
import { listParticipants } from "./board.server";
import { getFunnel, listCellFill } from "./fieldwork.server";
import { grantFulfilment } from "./grant-fulfilment.server";
import { provePlaces, remindParticipants, reminderDue } from "./jobs.server";
import { getLaunchChecklist } from "./launch.server";
import { getDesign } from "./design.server";
import { dropParticipant } from "./leave-trial.server";
import { moveTrial } from "./move-trial.server";
import { isLate } from "./participation";
import { getTrialToRun, listTrialPrototypes } from "./queries.server";
import { readKeyAfterLock, revealCodes } from "./reveal-codes.server";
import { startNextResponse } from "./start-next-response.server";

/** Sari takes part: accepted, not yet packed. */
const withSari = async (db: Database) => {
  const made = await createRecruiting(db);
  await apply(db, made.sari, made.trialId);
  await drawWave(made.rianCtx, { trialId: made.trialId, places: 1 });
  const { participantId } = await accept(db, made.sari, made.trialId);
  return { ...made, participantId: participantId! };
};

describe("taking part", () => {
  it(
    "opens one questionnaire after the other, in the order of the slot",
    rolledBack(async (db) => {
      const made = await withSari(db);
      const { trialId, sari, participantId } = made;
      await expect(receive(db, sari, trialId)).rejects.toThrow(Conflict);
      expect(await startNextResponse(contextFor(db, sari), participantId)).toBe(null);
      await send(db, made, trialId, participantId);
      const first = await receive(db, sari, trialId);
      expect(await receive(db, sari, trialId)).toEqual(first);
      const [slot] = await db.select().from(allocationSlots).where(eq(allocationSlots.participantId, participantId));
      const opened = () => db.select().from(responses).where(eq(responses.participantId, participantId)).orderBy(asc(responses.position));
      expect((await opened()).map(({ prototypeId, position }) => [prototypeId, position])).toEqual([[slot!.prototypeIds[0], 1]]);
      expect(await rate(db, sari, first.responseId!, 7)).toEqual({ next: `/me/trials/${trialId}` });
      const both = await opened();
      expect(both.map(({ prototypeId }) => prototypeId)).toEqual(slot!.prototypeIds);
      await rate(db, sari, both[1]!.id, 5);
      await rate(db, sari, both[1]!.id, 5).catch(() => null);
      const [participant] = await db.select().from(participants).where(eq(participants.id, participantId));
      expect(participant?.state).toBe("complete");
      expect((await getFunnel(made.rianCtx, trialId)).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    }),
  );

  it(
    "ends when the data are locked: an open questionnaire cannot be handed in any more",
    rolledBack(async (db) => {
      const made = await withSari(db);
      const { trialId, sari, participantId, rianCtx } = made;
      await send(db, made, trialId, participantId);
      const { responseId } = await receive(db, sari, trialId);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await moveTrial(rianCtx, { trialId, to: "analysis", reason: "" });
      await expect(rate(db, sari, responseId!, 7)).rejects.toThrow(Conflict);
    }),
  );

  it(
    "is reminded a day after delivery, three days and one day before the end, each once and only while something is to be done",
    rolledBack(async (db) => {
      const made = await withSari(db);
      await send(db, made, made.trialId, made.participantId);
      await receive(db, made.sari, made.trialId);
      const remindOn = (day: number) => remindParticipants(contextFor(db, undefined, after(noon, day * dayInMs)));
      // The trial ends on day 28.
      const sent: number[] = [];
      for (let day = 0; day <= 30; day += 1) if ((await remindOn(day)) + (await remindOn(day)) > 0) sent.push(day);
      expect(sent).toEqual([1, 26, 28]);
    }),
  );

  it("is not reminded of two things at once when the parcel arrives late", () => {
    const deadline = after(noon, 2 * dayInMs);
    expect(reminderDue(after(noon, 0.5 * dayInMs), noon, deadline)).toBe("three_days_left");
    expect(reminderDue(after(noon, 1.5 * dayInMs), noon, deadline)).toBe("one_day_left");
    expect(reminderDue(after(noon, 2.5 * dayInMs), noon, deadline)).toBe(null);
  });
});

describe("the key from code to prototype", () => {
  const namesOf = async (db: Database, productId: number) =>
    (await db.select().from(prototypes).where(eq(prototypes.productId, productId))).map(({ name }) => name);

  it(
    "cannot be put together by a product manager while people are testing",
    rolledBack(async (db) => {
      const made = await withSari(db);
      const { trialId, rianCtx, participantId, productId, sari, dewi, rian } = made;
      await send(db, made, trialId, participantId);
      const { responseId } = await receive(db, sari, trialId);
      await rate(db, sari, responseId!, 7);
      await expect(readKeyAfterLock(rianCtx, trialId)).rejects.toThrow(Forbidden);
      await expect(revealCodes(rianCtx, { trialId, reason: "I would like to know" })).rejects.toThrow(Forbidden);
      await expect(readPackingList(rianCtx, trialId)).rejects.toThrow(Forbidden);
      await expect(grantFulfilment(rianCtx, { trialId, personId: rian.id, granted: true })).rejects.toThrow(Forbidden);
      await expect(grantFulfilment(contextFor(db, dewi), { trialId, personId: rian.id, granted: true })).rejects.toThrow(NotFound);
      const { prototypeIds } = made;
      const withCodes = [await listParticipants(rianCtx, trialId), await getDesign(rianCtx, trialId), await exportAnswers(rianCtx, trialId)];
      for (const answer of withCodes) {
        for (const name of await namesOf(db, productId)) expect(JSON.stringify(answer)).not.toContain(name);
        for (const id of prototypeIds) expect(JSON.stringify(answer)).not.toMatch(new RegExp(`"(prototypeId|prototypeIds|order)":\\[?${id}\\b`));
      }
      const codes = (await db.query.trialPrototypes.findMany({ where: (row, { eq: is }) => is(row.trialId, trialId) })).map(({ code }) => code);
      const withNames = [
        await getTrialToRun(rianCtx, trialId),
        await listTrialPrototypes(rianCtx, trialId),
        await getLaunchChecklist(rianCtx, trialId),
        await previewWave(rianCtx, trialId),
        await listCellFill(rianCtx, trialId),
      ];
      for (const answer of withNames) for (const code of codes) expect(JSON.stringify(answer)).not.toContain(`"${code}"`);
    }),
  );

  it(
    "is given to whoever packs, on record each time with the reason",
    rolledBack(async (db) => {
      const { trialId, maya, dewi, productId } = await createRecruiting(db);
      const read = () => revealCodes(contextFor(db, maya), { trialId, reason: "Printing the labels" });
      await expect(read()).rejects.toThrow(Forbidden);
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: true });
      expect((await read()).map(({ prototypeName }) => prototypeName).sort()).toEqual((await namesOf(db, productId)).sort());
      await read();
      expect(await db.select().from(codeReveals).where(eq(codeReveals.by, maya.id))).toHaveLength(2);
      expect(await db.select().from(activity).where(eq(activity.kind, "codes.revealed"))).toHaveLength(2);
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: false });
      await expect(read()).rejects.toThrow(Forbidden);
    }),
  );

  it(
    "is open to the team once the data are locked",
    rolledBack(async (db) => {
      const { trialId, rianCtx } = await createRecruiting(db);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await moveTrial(rianCtx, { trialId, to: "analysis", reason: "" });
      expect(await readKeyAfterLock(rianCtx, trialId)).toHaveLength(2);
    }),
  );
});

describe("delivery addresses", () => {
  it(
    "are unreadable in the database, and without a grant for everybody",
    rolledBack(async (db) => {
      const { trialId, maya, dewi, rianCtx } = await withSari(db);
      const [row] = await db.select().from(addresses);
      expect(row?.ciphertext.toString("utf8")).not.toContain("Melati");
      for (const ctx of [rianCtx, contextFor(db, maya), contextFor(db, dewi)]) await expect(readPackingList(ctx, trialId)).rejects.toThrow(Forbidden);
    }),
  );

  it(
    "are on record with every reading, and closed after delivery",
    rolledBack(async (db) => {
      const made = await withSari(db);
      const { trialId, maya, dewi, participantId } = made;
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: true });
      const read = () => readPackingList(contextFor(db, maya), trialId);
      const [line] = await read();
      expect(line?.address).toMatchObject({ street: "Jl. Melati No. 7", postalCode: "10330" });
      expect(line?.codes).toHaveLength(2);
      await read();
      const reads = await db.select().from(activity).where(eq(activity.kind, "address.read"));
      expect(reads.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
        [maya.id, String(participantId)],
        [maya.id, String(participantId)],
      ]);
      await send(db, made, trialId, participantId);
      expect(await read()).toEqual([]);
    }),
  );

  it(
    "are gone thirty days after delivery",
    rolledBack(async (db) => {
      const made = await withSari(db);
      await send(db, made, made.trialId, made.participantId);
      await receive(db, made.sari, made.trialId);
      expect(await deleteOldAddresses(contextFor(db, undefined, after(noon, 29 * dayInMs)))).toBe(0);
      expect(await deleteOldAddresses(contextFor(db, undefined, after(noon, 30 * dayInMs)))).toBe(1);
      expect(await db.select().from(addresses)).toEqual([]);
    }),
  );

  it(
    "cannot be read from another participant's row",
    rolledBack(async (db) => {
      const { trialId, maya, dewi, participantId, rianCtx, budi } = await withSari(db);
      await apply(db, budi, trialId);
      await drawWave(rianCtx, { trialId, places: 1 });
      const other = await accept(db, budi, trialId);
      const [stolen] = await db.select().from(addresses).where(eq(addresses.participantId, participantId));
      await db.update(addresses).set({ ciphertext: stolen!.ciphertext }).where(eq(addresses.participantId, other.participantId!));
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: true });
      await expect(readPackingList(contextFor(db, maya), trialId)).rejects.toThrow();
    }),
  );
});

describe("parcels", () => {
  it(
    "are packed before they are sent, and told of once",
    rolledBack(async (db) => {
      const { trialId, maya, dewi, participantId } = await withSari(db);
      await grantFulfilment(contextFor(db, dewi), { trialId, personId: maya.id, granted: true });
      const ctx = contextFor(db, maya);
      const parcel = { trialId, participantId, courier: "JNE", trackingNumber: "1" };
      await expect(sendParcel(ctx, parcel)).rejects.toThrow(Conflict);
      expect(await packParcels(ctx, { trialId, participantIds: [participantId, participantId + 1000] })).toBe(1);
      await sendParcel(ctx, parcel);
      await sendParcel(ctx, { ...parcel, courier: "Other" });
      expect(await db.select().from(activity).where(eq(activity.kind, "parcel.sent"))).toHaveLength(1);
    }),
  );
});

describe("names of participants", () => {
  it(
    "are for moderators; product managers see numbers",
    rolledBack(async (db) => {
      const { trialId, rianCtx, maya } = await withSari(db);
      expect((await listParticipants(contextFor(db, maya), trialId)).items.map(({ name }) => name)).toEqual(["Sari"]);
      expect(JSON.stringify(await listParticipants(rianCtx, trialId))).not.toContain("Sari");
    }),
  );
});

describe("the export of answers", () => {
  it(
    "carries a pseudonym of its own, blind codes before the lock, names after it, and is on record",
    rolledBack(async (db) => {
      const made = await withSari(db);
      const { trialId, sari, rianCtx, participantId } = made;
      await send(db, made, trialId, participantId);
      const { responseId } = await receive(db, sari, trialId);
      await rate(db, sari, responseId!, 7);
      const before = await exportAnswers(rianCtx, trialId);
      expect(before.header).toEqual(["participant", "code", "position", "question", "status", "value"]);
      expect(before.rows).toHaveLength(1);
      expect(before.rows[0]).toMatchObject(["P0001", expect.stringMatching(/^\d{3}$/), 1, "overall", "answered", 7]);
      await moveTrial(rianCtx, { trialId, to: "fieldwork", reason: "" });
      await moveTrial(rianCtx, { trialId, to: "analysis", reason: "" });
      expect((await exportAnswers(rianCtx, trialId)).header).toContain("prototype");
      expect(await db.select().from(activity).where(eq(activity.kind, "data.exported"))).toHaveLength(2);
    }),
  );
});

describe("a participant who no longer answers", () => {
  it(
    "is counted as dropped by a moderator, and the place can be drawn again",
    rolledBack(async (db) => {
      const { trialId, rianCtx, maya, participantId } = await withSari(db);
      await expect(dropParticipant(rianCtx, { trialId, participantId })).rejects.toThrow(Forbidden);
      await dropParticipant(contextFor(db, maya), { trialId, participantId });
      expect((await previewWave(rianCtx, trialId)).free).toBe(4);
      expect(await db.select().from(addresses)).toEqual([]);
    }),
  );

  it(
    "leaves no place behind that the nightly proof would not find",
    rolledBack(async (db) => {
      await withSari(db);
      expect(await provePlaces(contextFor(db))).toBe(0);
      await db.update(quotaCells).set({ taken: 3 });
      expect(await provePlaces(contextFor(db))).toBe(1);
      const [cell] = await db.select().from(quotaCells);
      expect(cell?.taken).toBe(1);
    }),
  );
});

describe("who is late", () => {
  it("is whoever has not confirmed a parcel for five days, or has a questionnaire open three days before the end", () => {
    const facts = { now: noon, sentAt: after(noon, -6 * dayInMs), deadline: after(noon, 2 * dayInMs) };
    expect(isLate({ kind: "confirm_receipt" }, facts)).toBe(true);
    expect(isLate({ kind: "confirm_receipt" }, { ...facts, sentAt: after(noon, -4 * dayInMs) })).toBe(false);
    expect(isLate({ kind: "answer", position: 1, started: false }, facts)).toBe(true);
    expect(isLate({ kind: "answer", position: 1, started: false }, { ...facts, deadline: after(noon, 4 * dayInMs) })).toBe(false);
    expect(isLate({ kind: "complete" }, facts)).toBe(false);
  });
});
