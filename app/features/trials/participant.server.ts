// One participant as whoever helps them needs it: where they stand, what came when, what they were reminded of and what they reported.
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { can } from "~/policy/can";
import {
  allocationSlots,
  applications,
  complaints,
  diaryEntries,
  parcels,
  participants,
  people,
  quotaCells,
  responses,
  trialPrototypes,
  trialReminders,
  waves,
} from "~db/schema/index";
import { askedAbout, nextStepOf, tasksOf } from "./participation";
import { getTrialToRun } from "./queries.server";

/** What happened, in the order of time. `detail` is a number or a code, never a person's words. */
export type Happening = {
  kind: "applied" | "accepted" | "packed" | "sent" | "delivered" | "received" | "returned" | "submitted" | "reminded" | "complained" | "noted" | "left";
  at: Date;
  detail: string;
};

export const getParticipant = async (ctx: Context, input: { trialId: number; participantId: number }) => {
  const trial = await getTrialToRun(ctx, input.trialId);
  const seesNames = can(ctx.actor, "see-participants", null);
  const [row] = await ctx.db
    .select({
      participant: participants,
      name: people.displayName,
      cellName: quotaCells.name,
      parcel: parcels,
      order: allocationSlots.prototypeIds,
      application: applications,
      wave: waves.number,
    })
    .from(participants)
    .leftJoin(people, eq(people.id, participants.personId))
    .leftJoin(quotaCells, eq(quotaCells.id, participants.cellId))
    .leftJoin(parcels, eq(parcels.participantId, participants.id))
    .leftJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .leftJoin(applications, eq(applications.id, participants.applicationId))
    .leftJoin(waves, eq(waves.id, applications.waveId))
    .where(and(eq(participants.id, input.participantId), eq(participants.trialId, input.trialId)));
  if (!row) throw new NotFound("participant");
  const { participant, parcel, application } = row;
  const of = participant.id;
  const key = await ctx.db.select().from(trialPrototypes).where(eq(trialPrototypes.trialId, trial.id));
  const codeOf = (prototypeId: number | null) => key.find((line) => line.prototypeId === prototypeId)?.code ?? "";
  const filled = await ctx.db.select().from(responses).where(eq(responses.participantId, of)).orderBy(asc(responses.position));
  const tasks = tasksOf(
    askedAbout(trial.design, row.order ?? [], codeOf),
    filled.map(({ id, prototypeId, state, revision }) => ({ id, prototypeId, state, answered: revision })),
  );
  const reminders = await ctx.db.select().from(trialReminders).where(eq(trialReminders.participantId, of));
  const reported = await ctx.db.select({ kind: complaints.kind, at: complaints.createdAt }).from(complaints).where(eq(complaints.participantId, of));
  const notes = await ctx.db.select({ day: diaryEntries.day, at: diaryEntries.writtenAt }).from(diaryEntries).where(eq(diaryEntries.participantId, of));
  const once = (kind: Happening["kind"], at: Date | null | undefined, detail = ""): Happening[] => (at ? [{ kind, at, detail }] : []);
  const happened = [
    ...once("applied", application?.appliedAt),
    ...once("accepted", participant.createdAt, row.wave === null ? "" : String(row.wave)),
    ...once("packed", parcel?.packedAt),
    ...once("sent", parcel?.sentAt, [parcel?.courier, parcel?.trackingNumber].filter(Boolean).join(" ")),
    ...once("delivered", parcel?.deliveredAt),
    ...once("received", parcel?.receivedAt),
    ...once("returned", parcel?.returnedAt),
    ...filled.flatMap(({ submittedAt, prototypeId }) => once("submitted", submittedAt, codeOf(prototypeId))),
    ...reminders.flatMap(({ sentAt }) => once("reminded", sentAt)),
    ...reported.flatMap(({ at }) => once("complained", at)),
    ...notes.flatMap(({ at, day }) => once("noted", at, String(day))),
    ...once("left", participant.leftAt),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return {
    id: of,
    name: seesNames ? (participant.respondent ?? row.name) : null,
    state: participant.state,
    cellName: row.cellName,
    codes: (row.order ?? []).map(codeOf),
    parcelState: parcel?.state ?? null,
    sentAt: parcel?.sentAt ?? null,
    answersKept: participant.answersKept,
    tasks: tasks.map(({ position, codes, state }) => ({ position, codes, state })),
    next: nextStepOf({ state: participant.state, parcel: parcel?.state ?? null, tasks }),
    currentCodes: tasks.find(({ state }) => state === "open")?.codes ?? [],
    // Courier and tracking number say where somebody lives; they are for those who see names.
    happened: seesNames ? happened : happened.map((each) => (each.kind === "sent" ? { ...each, detail: "" } : each)),
  };
};
