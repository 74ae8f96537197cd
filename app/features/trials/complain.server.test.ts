import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import type { Database } from "~db/client.server";
import { activity, answers, codeReveals, diaryEntries, participants, responses, trials } from "~db/schema/index";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createRecruiting, rate, receive, send } from "../../../tests/support/trials";
import { answerComplaint, complain, listComplaints, listOwnComplaints, revealForPerson } from "./complain.server";
import { getOwnDiary, listDiary, writeDiaryNote } from "./diary.server";
import { drawWave } from "./draw-wave.server";
import { leaveTrial } from "./leave-trial.server";

const withParcel = async (db: Database, fields = {}) => {
  const made = await createRecruiting(db, fields);
  await apply(db, made.sari, made.trialId);
  await drawWave(made.rianCtx, { trialId: made.trialId, places: 1 });
  const { participantId } = await accept(db, made.sari, made.trialId);
  await send(db, made, made.trialId, participantId!);
  const { responseId } = await receive(db, made.sari, made.trialId);
  return { ...made, participantId: participantId!, responseId: responseId! };
};

describe("a problem with the product", () => {
  it(
    "is told to moderators with the name and to product managers without, answered once, and the answer is told",
    rolledBack(async (db) => {
      const { trialId, sari, budi, maya, rianCtx } = await withParcel(db);
      const id = await complain(contextFor(db, sari), { trialId, kind: "damaged", body: "The bottle leaks." });
      await expect(complain(contextFor(db, budi), { trialId, kind: "damaged", body: "Mine too." })).rejects.toThrow(NotFound);
      expect((await listComplaints(contextFor(db, maya), trialId))[0]).toMatchObject({ name: "Sari", body: "The bottle leaks." });
      expect((await listComplaints(rianCtx, trialId))[0]).toMatchObject({ name: null, participantId: null });
      await expect(answerComplaint(rianCtx, { trialId, complaintId: id, answer: "We send another." })).rejects.toThrow(Forbidden);
      await answerComplaint(contextFor(db, maya), { trialId, complaintId: id, answer: "We send another." });
      await expect(answerComplaint(contextFor(db, maya), { trialId, complaintId: id, answer: "Again." })).rejects.toThrow(Conflict);
      expect((await listOwnComplaints(contextFor(db, sari), trialId))[0]).toMatchObject({ state: "answered", answer: "We send another." });
    }),
  );

  it(
    "reveals what one person has at home only when it is about their health, and writes it down",
    rolledBack(async (db) => {
      const { trialId, sari, maya, rianCtx } = await withParcel(db);
      const other = await complain(contextFor(db, sari), { trialId, kind: "other", body: "Just a question." });
      const health = await complain(contextFor(db, sari), { trialId, kind: "unwell", body: "My skin itches." });
      const reason = "Her doctor asks what is in it";
      const ctx = contextFor(db, maya);
      await expect(revealForPerson(ctx, { trialId, complaintId: other, reason })).rejects.toThrow(Conflict);
      await expect(revealForPerson(rianCtx, { trialId, complaintId: health, reason })).rejects.toThrow(Forbidden);
      const lines = await revealForPerson(ctx, { trialId, complaintId: health, reason });
      expect(lines.map(({ prototypeName }) => prototypeName).sort()).toEqual(["Formula 1", "Formula 2"]);
      expect(await db.select().from(codeReveals)).toMatchObject([{ by: maya.id, reason }]);
      expect(await db.select().from(activity).where(eq(activity.kind, "codes.revealed_for_person"))).toHaveLength(1);
    }),
  );
});

describe("whoever leaves", () => {
  it(
    "takes every answer along, or leaves them, as they wish, also after the last questionnaire",
    rolledBack(async (db) => {
      const { trialId, sari, responseId, participantId } = await withParcel(db);
      await rate(db, sari, responseId, 7);
      expect(await db.select().from(answers).where(eq(answers.responseId, responseId))).toHaveLength(1);
      await leaveTrial(contextFor(db, sari), { trialId, answers: "remove" });
      expect(await db.select().from(responses).where(eq(responses.participantId, participantId))).toEqual([]);
      expect(await db.select().from(answers).where(eq(answers.responseId, responseId))).toEqual([]);
      expect(await db.select().from(participants).where(eq(participants.id, participantId))).toMatchObject([{ state: "withdrawn", answersKept: false }]);
    }),
  );

  it(
    "cannot take answers out of data that are locked",
    rolledBack(async (db) => {
      const { trialId, sari } = await withParcel(db);
      await db.update(trials).set({ state: "analysis" }).where(eq(trials.id, trialId));
      await expect(leaveTrial(contextFor(db, sari), { trialId, answers: "remove" })).rejects.toThrow(Conflict);
    }),
  );
});

describe("the diary", () => {
  it(
    "takes a note once its day has come, once, says when it was late, and shows staff no names",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await withParcel(db, { diaryDays: [1, 3] });
      const at = (days: number) => contextFor(db, sari, after(noon, days * dayInMs));
      const note = { trialId, day: 1, used: true, mood: 4, remark: "Foams well." };
      await expect(writeDiaryNote(at(0.5), note)).rejects.toThrow(Conflict);
      await expect(writeDiaryNote(at(1.5), { ...note, day: 2 })).rejects.toThrow(NotFound);
      const id = await writeDiaryNote(at(1.5), note);
      expect(await writeDiaryNote(at(1.6), { ...note, remark: "Twice." })).toBe(id);
      await writeDiaryNote(at(9), { ...note, day: 3, used: false, remark: "" });
      expect(await db.select().from(diaryEntries)).toMatchObject([
        { isLate: false, remark: "Foams well." },
        { isLate: true, mood: null },
      ]);
      expect(await getOwnDiary(at(9), trialId)).toMatchObject({ streak: 2, next: null });
      const shown = await listDiary(rianCtx, trialId);
      expect(shown?.days).toMatchObject([
        { notes: 1, used: 1 },
        { notes: 1, late: 1 },
      ]);
      expect(JSON.stringify(shown)).not.toContain("Sari");
    }),
  );
});
