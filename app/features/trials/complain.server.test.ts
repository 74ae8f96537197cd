import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { loadNewIdea } from "~/features/ideas/new-idea-page.server";
import { readFile } from "~/features/questionnaires/read-file.server";
import type { Database } from "~db/client.server";
import { activity, answers, codeReveals, diaryEntries, files, participants, responses, trials } from "~db/schema/index";
import { createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { accept, apply, createRecruiting, rate, receive, send } from "../../../tests/support/trials";
import { addDiaryPhoto } from "./add-diary-photo.server";
import { answerComplaint, complain, listComplaints, listOwnComplaints, revealForPerson } from "./complain.server";
import { getOwnDiary, listDiary, writeDiaryNote } from "./diary.server";
import { drawWave } from "./draw-wave.server";
import { leaveTrial } from "./leave-trial.server";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kawan-diary-"));
  process.env.KAWAN_DATA_DIR = folder;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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

  it(
    "gives a remark to the form of a new idea, to whose it is and to nobody else",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await withParcel(db, { diaryDays: [1] });
      const ctx = contextFor(db, sari, after(noon, 1.5 * dayInMs));
      const noteId = await writeDiaryNote(ctx, { trialId, day: 1, used: true, mood: 4, remark: "A pump would be easier with wet hands." });
      const search = new URLSearchParams({ note: String(noteId) });
      expect(await loadNewIdea(ctx, search)).toMatchObject({
        remark: "A pump would be easier with wet hands.",
        body: "A pump would be easier with wet hands.",
        origin: { fromNoteId: noteId },
        scope: `idea:note-${noteId}`,
      });
      const dewi = await createPerson(db, "Tono");
      for (const other of [contextFor(db, dewi), rianCtx])
        expect(await loadNewIdea(other, search)).toMatchObject({ remark: null, body: "", scope: "idea:new" });
    }),
  );

  it(
    "takes a photograph of one's own note only, rebuilt without where it was taken, and lets go of the one before",
    rolledBack(async (db) => {
      const { trialId, sari, rianCtx } = await withParcel(db, { diaryDays: [1] });
      const ctx = contextFor(db, sari, after(noon, 1.5 * dayInMs));
      const noteId = await writeDiaryNote(ctx, { trialId, day: 1, used: true, mood: 4, remark: "" });
      const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: "#a60" } });
      const path = join(folder, "bottle.jpg");
      await picture
        .clone()
        .withExif({ IFD0: { Copyright: "Sari" }, IFD3: { GPSLatitude: "6/1 12/1 0/1" } })
        .jpeg()
        .toFile(path);
      await picture.clone().gif().toFile(join(folder, "moving.gif"));
      const tono = await createPerson(db, "Tono");
      await expect(addDiaryPhoto(contextFor(db, tono), { noteId, path })).rejects.toBeInstanceOf(NotFound);
      await expect(addDiaryPhoto(ctx, { noteId: noteId + 1000, path })).rejects.toBeInstanceOf(NotFound);
      expect(await addDiaryPhoto(ctx, { noteId, path: join(folder, "moving.gif") })).toEqual({ problem: "photo_kind" });
      const first = await addDiaryPhoto(ctx, { noteId, path });
      const second = await addDiaryPhoto(ctx, { noteId, path });
      if (!("id" in first) || !("id" in second)) throw new Error("not added");
      const bytes = Buffer.concat((await (await readFile(ctx, second.id)).stream.toArray()) as Buffer[]);
      await writeFile(join(folder, "rebuilt.webp"), bytes);
      const meta = await sharp(join(folder, "rebuilt.webp")).metadata();
      expect([meta.format, meta.width, meta.exif]).toEqual(["webp", 300, undefined]);
      expect(bytes.includes("Sari")).toBe(false);
      (await readFile(rianCtx, second.id)).stream.destroy();
      await expect(readFile(contextFor(db, tono), second.id)).rejects.toBeInstanceOf(NotFound);
      const kept = await db.select({ id: files.id, state: files.state }).from(files);
      expect(kept.toSorted((one, other) => one.state.localeCompare(other.state))).toEqual([
        { id: second.id, state: "attached" },
        { id: first.id, state: "pending" },
      ]);
      await db.update(trials).set({ state: "analysis" }).where(eq(trials.id, trialId));
      await expect(addDiaryPhoto(ctx, { noteId, path })).rejects.toBeInstanceOf(Conflict);
    }),
  );
});
