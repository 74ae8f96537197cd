// Writing in one's diary, and reading it: for oneself, and without names for who runs the trial.
import { and, asc, eq, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { allocationSlots, diaryEntries, files, parcels, participants, trialPrototypes, trials } from "~db/schema/index";
import { diaryDays, isLateOn, nextDay, streakOf } from "./diary";
import { getTrialToRun } from "./queries.server";
import { takesPeople } from "./trial";

const findOwn = async (ctx: Context, trialId: number) => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  const [row] = await ctx.db
    .select({
      participantId: participants.id,
      state: participants.state,
      trialState: trials.state,
      days: trials.diaryDays,
      until: trials.fieldworkUntil,
      receivedAt: parcels.receivedAt,
    })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .leftJoin(parcels, eq(parcels.participantId, participants.id))
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, personId ?? 0)));
  if (!row) throw new NotFound("participation");
  return { ...row, personId: personId ?? 0 };
};

/** Null where the trial has no diary or the parcel has not come yet. */
export const getOwnDiary = async (ctx: Context, trialId: number) => {
  const own = await findOwn(ctx, trialId);
  if (own.days.length === 0 || own.receivedAt === null) return null;
  const notes = await ctx.db.select().from(diaryEntries).where(eq(diaryEntries.participantId, own.participantId)).orderBy(asc(diaryEntries.day));
  const days = diaryDays(own.days, notes, own.receivedAt, ctx.now);
  const mayWrite = takesPeople(own.trialState) && (own.state === "active" || own.state === "complete");
  return {
    days,
    streak: streakOf(days),
    next: mayWrite ? nextDay(days) : null,
    notes: notes.map(({ id, day, used, mood, remark, fileId, isLate, writtenAt }) => ({ id, day, used, mood, remark, fileId, isLate, writtenAt })),
  };
};

export type NoteInput = { trialId: number; day: number; used: boolean; mood: number | null; remark: string };

/** One note for one day. Writing it twice is writing it once; a late one says that it is. Returns its id. */
export const writeDiaryNote = async (ctx: Context, input: NoteInput): Promise<number> => {
  const own = await findOwn(ctx, input.trialId);
  const { receivedAt } = own;
  if (receivedAt === null || !takesPeople(own.trialState) || (own.state !== "active" && own.state !== "complete"))
    throw new Conflict("the diary is closed", { key: "trial_takes_no_answers" });
  const day = diaryDays(own.days, [], receivedAt, ctx.now).find((each) => each.day === input.day);
  if (!day) throw new NotFound("diary day");
  if (day.state === "later") throw new Conflict("not due yet", { key: "diary_not_yet" });
  return inTransaction(ctx, async (inner) => {
    const [written] = await inner.db
      .insert(diaryEntries)
      .values({
        participantId: own.participantId,
        day: input.day,
        used: input.used,
        mood: input.used ? input.mood : null,
        remark: input.remark,
        isLate: isLateOn(receivedAt, input.day, ctx.now),
        writtenAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: diaryEntries.id });
    if (written) {
      const data = { trialId: input.trialId, day: input.day };
      await record(inner, { kind: "participant.diary_written", subject: { kind: "participant", id: own.participantId }, data });
      return written.id;
    }
    const [known] = await inner.db
      .select({ id: diaryEntries.id })
      .from(diaryEntries)
      .where(and(eq(diaryEntries.participantId, own.participantId), eq(diaryEntries.day, input.day)));
    if (!known) throw new NotFound("diary day");
    return known.id;
  });
};

/** Ties a picture that the house has just rebuilt to one's own note. The one before is let go of. */
export const attachPhoto = async (ctx: Context, input: { noteId: number; fileId: string }): Promise<void> => {
  const personId = actorId(ctx.actor) ?? 0;
  await inTransaction(ctx, async (inner) => {
    const [note] = await inner.db
      .select({ id: diaryEntries.id, fileId: diaryEntries.fileId, personId: participants.personId })
      .from(diaryEntries)
      .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
      .where(eq(diaryEntries.id, input.noteId));
    authorize(ctx.actor, "use-own-participation", { personId: note?.personId ?? null });
    if (note?.fileId) await inner.db.update(files).set({ state: "pending" }).where(eq(files.id, note.fileId));
    await inner.db
      .update(files)
      .set({ state: "attached" })
      .where(and(eq(files.id, input.fileId), eq(files.ownerId, personId)));
    await inner.db.update(diaryEntries).set({ fileId: input.fileId }).where(eq(diaryEntries.id, input.noteId));
  });
};

/** What people noted, day by day, by number and blind code, never by name. */
export const listDiary = async (ctx: Context, trialId: number) => {
  const trial = await getTrialToRun(ctx, trialId);
  if (trial.diaryDays.length === 0) return null;
  const perDay = await ctx.db
    .select({
      day: diaryEntries.day,
      notes: sql<number>`count(*)::int`,
      used: sql<number>`count(*) filter (where ${diaryEntries.used})::int`,
      late: sql<number>`count(*) filter (where ${diaryEntries.isLate})::int`,
      mood: sql<number | null>`avg(${diaryEntries.mood})::float8`,
    })
    .from(diaryEntries)
    .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
    .where(eq(participants.trialId, trialId))
    .groupBy(diaryEntries.day)
    .orderBy(asc(diaryEntries.day));
  const codes = await ctx.db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trialId));
  const codeOf = new Map(codes.map(({ prototypeId, code }) => [prototypeId, code]));
  const remarks = await ctx.db
    .select({
      id: diaryEntries.id,
      day: diaryEntries.day,
      mood: diaryEntries.mood,
      remark: diaryEntries.remark,
      fileId: diaryEntries.fileId,
      writtenAt: diaryEntries.writtenAt,
      order: allocationSlots.prototypeIds,
    })
    .from(diaryEntries)
    .innerJoin(participants, eq(participants.id, diaryEntries.participantId))
    .leftJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .where(and(eq(participants.trialId, trialId), sql`(${diaryEntries.remark} <> '' or ${diaryEntries.fileId} is not null)`))
    .orderBy(sql`${diaryEntries.id} desc`)
    .limit(200);
  return {
    days: trial.diaryDays.map((day) => perDay.find((row) => row.day === day) ?? { day, notes: 0, used: 0, late: 0, mood: null }),
    remarks: remarks.map(({ order, ...note }) => ({ ...note, codes: (order ?? []).map((id) => codeOf.get(id) ?? "") })),
  };
};
