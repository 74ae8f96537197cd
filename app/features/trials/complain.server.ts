// "I have a problem with the product": a participant says what is wrong, staff answer, and after a report about somebody's health
// the people who pack may learn, on record, which prototypes this one person has at home.
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize, can } from "~/policy/can";
import { allocationSlots, codeReveals, complaints, participants, people, prototypes, trialPrototypes, trials } from "~db/schema/index";
import { isAboutHealth, type ComplaintKind } from "./complaint";
import { getTrialToRun } from "./queries.server";

const ownParticipant = async (ctx: Context, trialId: number) => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  const [row] = await ctx.db
    .select({ id: participants.id, trialState: trials.state })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, personId ?? 0)));
  if (!row) throw new NotFound("participation");
  return row;
};

/** Open to everybody who takes part or took part, as long as the trial has not been cancelled before anything was sent. */
export const complain = async (ctx: Context, input: { trialId: number; kind: ComplaintKind; body: string }): Promise<number> => {
  const participant = await ownParticipant(ctx, input.trialId);
  if (participant.trialState === "closed") throw new Conflict("the trial is closed", { key: "trial_not_running" });
  return inTransaction(ctx, async (inner) => {
    const [row] = await inner.db
      .insert(complaints)
      .values({ trialId: input.trialId, participantId: participant.id, kind: input.kind, body: input.body, createdAt: ctx.now })
      .returning({ id: complaints.id });
    if (!row) throw new Error("The complaint was not written");
    const data = { trialId: input.trialId, participantId: participant.id, isAboutHealth: isAboutHealth(input.kind) };
    await record(inner, { kind: "participant.complained", subject: { kind: "complaint", id: row.id }, data });
    return row.id;
  });
};

export const listOwnComplaints = async (ctx: Context, trialId: number) => {
  const participant = await ownParticipant(ctx, trialId);
  return ctx.db
    .select({
      id: complaints.id,
      kind: complaints.kind,
      body: complaints.body,
      state: complaints.state,
      answer: complaints.answer,
      createdAt: complaints.createdAt,
    })
    .from(complaints)
    .where(eq(complaints.participantId, participant.id))
    .orderBy(desc(complaints.id));
};

/** For moderators: product managers must not learn from a complaint who it was, so they see what is wrong and not whose it is. */
export const listComplaints = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  const seesNames = can(ctx.actor, "see-participants", null);
  const rows = await ctx.db
    .select({
      id: complaints.id,
      participantId: complaints.participantId,
      name: people.displayName,
      kind: complaints.kind,
      body: complaints.body,
      state: complaints.state,
      answer: complaints.answer,
      createdAt: complaints.createdAt,
      answeredAt: complaints.answeredAt,
    })
    .from(complaints)
    .innerJoin(participants, eq(participants.id, complaints.participantId))
    .leftJoin(people, eq(people.id, participants.personId))
    .where(eq(complaints.trialId, trialId))
    .orderBy(sql`${complaints.state} = 'answered'`, sql`${complaints.kind} <> 'unwell'`, asc(complaints.id))
    .limit(500);
  return rows.map((row) => (seesNames ? row : { ...row, name: null, participantId: null }));
};

/** Answering closes it and tells the person. A second answer says that somebody was faster. */
export const answerComplaint = async (ctx: Context, input: { trialId: number; complaintId: number; answer: string }): Promise<void> => {
  await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  await inTransaction(ctx, async (inner) => {
    const [answered] = await inner.db
      .update(complaints)
      .set({ state: "answered", answer: input.answer, answeredBy: actorId(ctx.actor), answeredAt: ctx.now })
      .where(and(eq(complaints.trialId, input.trialId), eq(complaints.id, input.complaintId), eq(complaints.state, "open")))
      .returning({ id: complaints.id });
    if (!answered) throw new Conflict("somebody has answered", { key: "already_handled" });
    await record(inner, { kind: "participant.complaint_answered", subject: { kind: "complaint", id: answered.id }, data: { trialId: input.trialId } });
  });
};

export type RevealedLine = { code: string; prototypeName: string; ingredients: string; allergens: string };

/** What one person has at home, after they reported about their health. Written down with name and reason before it is shown. */
export const revealForPerson = async (ctx: Context, input: { trialId: number; complaintId: number; reason: string }): Promise<RevealedLine[]> => {
  await getTrialToRun(ctx, input.trialId);
  authorize(ctx.actor, "see-participants", null);
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Forbidden("a reveal has a name");
  return inTransaction(ctx, async (inner) => {
    const [row] = await inner.db
      .select({ kind: complaints.kind, participantId: complaints.participantId, order: allocationSlots.prototypeIds })
      .from(complaints)
      .leftJoin(allocationSlots, eq(allocationSlots.participantId, complaints.participantId))
      .where(and(eq(complaints.id, input.complaintId), eq(complaints.trialId, input.trialId)));
    if (!row) throw new NotFound("complaint");
    if (!isAboutHealth(row.kind)) throw new Conflict("only after a report about health", { key: "reveal_needs_health" });
    await inner.db.insert(codeReveals).values({ trialId: input.trialId, by: actor.id, participantId: row.participantId, reason: input.reason, at: ctx.now });
    await record(inner, {
      kind: "codes.revealed_for_person",
      subject: { kind: "participant", id: row.participantId },
      data: { trialId: input.trialId, complaintId: input.complaintId },
    });
    if (!row.order || row.order.length === 0) return [];
    return inner.db
      .select({ code: trialPrototypes.code, prototypeName: prototypes.name, ingredients: prototypes.ingredients, allergens: prototypes.allergens })
      .from(trialPrototypes)
      .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
      .where(and(eq(trialPrototypes.trialId, input.trialId), inArray(trialPrototypes.prototypeId, row.order)))
      .orderBy(asc(trialPrototypes.code));
  });
};
