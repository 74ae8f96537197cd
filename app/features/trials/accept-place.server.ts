// Accepting takes the place, and with it the next allocation slot, which fixes the order of presentation. However many people accept
// at once, no cell ever holds more than its target and no slot goes to two of them.
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { inTransaction, type Context, type PersonActor } from "~/core/context";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { setConsent } from "~/features/accounts/consent.server";
import { record } from "~/features/activity/record.server";
import type { Address } from "~/features/parcels/address";
import { createParcel } from "~/features/parcels/create-parcel.server";
import { authorize } from "~/policy/can";
import { allocationSlots, applications, participants, quotaCells, trials } from "~db/schema/index";
import { fitsCell } from "./quota";
import { takesPeople } from "./trial";

type Application = typeof applications.$inferSelect;

/**
 * Takes one place: in the cell the person was drawn for, or, where that has filled meanwhile, in the emptiest other one they fit.
 * The cells are locked in the order of their ids, so that two people never wait for each other.
 */
const takePlace = async (ctx: Context, application: Application): Promise<number | null> => {
  const cells = await ctx.db.select().from(quotaCells).where(eq(quotaCells.trialId, application.trialId)).orderBy(asc(quotaCells.id)).for("update");
  const open = cells.filter((cell) => cell.taken < cell.target && (cell.id === application.cellId || fitsCell(cell.rule, application.profile)));
  const drawnFor = open.find((cell) => cell.id === application.cellId);
  const [emptiest] = open.toSorted((one, other) => one.taken * other.target - other.taken * one.target);
  const cell = drawnFor ?? emptiest;
  if (!cell) return null;
  const [taken] = await ctx.db
    .update(quotaCells)
    .set({ taken: sql`${quotaCells.taken} + 1` })
    .where(and(eq(quotaCells.id, cell.id), lt(quotaCells.taken, quotaCells.target)))
    .returning({ id: quotaCells.id });
  return taken?.id ?? null;
};

/** The next order of the cell. A trial from before orders were planned by cell has one sequence for everybody. */
const takeSlot = async (ctx: Context, { trialId, cellId, participantId }: { trialId: number; cellId: number; participantId: number }): Promise<void> => {
  const [slot] = await ctx.db.execute<{ id: number }>(sql`
    update ${allocationSlots} set participant_id = ${participantId}
    where id = (
      select id from ${allocationSlots} where trial_id = ${trialId} and participant_id is null and (cell_id = ${cellId} or cell_id is null)
      order by cell_id is null, replaces_id is null, sequence limit 1 for update skip locked
    ) returning id`);
  if (!slot) throw new Conflict("no allocation slot is left", { key: "places_taken" });
};

const join = async (ctx: Context, application: Application, cellId: number): Promise<number> => {
  const [participant] = await ctx.db
    .insert(participants)
    .values({
      trialId: application.trialId,
      personId: application.personId,
      applicationId: application.id,
      cellId,
      profile: application.profile,
      confidentialityAcceptedAt: ctx.now,
      createdAt: ctx.now,
    })
    .returning({ id: participants.id });
  if (!participant) throw new Error("The participant was not created");
  await takeSlot(ctx, { trialId: application.trialId, cellId, participantId: participant.id });
  return participant.id;
};

const findOwn = async (ctx: Context, actor: PersonActor, trialId: number) => {
  const [application] = await ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.trialId, trialId), eq(applications.personId, actor.id)))
    .for("update");
  if (!application) throw new NotFound("application");
  const [participant] = await ctx.db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, actor.id)));
  return { application, participantId: participant?.id ?? null };
};

/** The participant, the same one when accepted before; null when all places that fit had gone, and the person waits on. */
export const acceptPlace = async (
  ctx: Context,
  input: { trialId: number; confidentiality: true; address: Address },
): Promise<{ participantId: number | null }> => {
  const { actor } = ctx;
  authorize(actor, "use-own-participation", { personId: actor.kind === "person" ? actor.id : null });
  if (actor.kind !== "person") throw new Forbidden("only people accept places");
  return inTransaction(ctx, async (inner) => {
    const { application, participantId } = await findOwn(inner, actor, input.trialId);
    if (application.state === "accepted") return { participantId };
    const [trial] = await inner.db.select({ state: trials.state }).from(trials).where(eq(trials.id, input.trialId));
    const isOffered = application.state === "chosen" && (application.answerBy === null || application.answerBy > ctx.now);
    if (!trial || !takesPeople(trial.state) || !isOffered) throw new Conflict("no place is offered", { key: "offer_expired" });
    const cellId = await takePlace(inner, application);
    if (cellId === null) {
      await inner.db
        .update(applications)
        .set({ state: "waiting", cellId: null, answerBy: null, decidedAt: ctx.now })
        .where(eq(applications.id, application.id));
      await record(inner, { kind: "application.waiting", subject: { kind: "application", id: application.id }, data: { trialId: input.trialId } });
      return { participantId: null };
    }
    const joined = await join(inner, application, cellId);
    await setConsent(inner, { purpose: "delivery_address", given: true, trialId: input.trialId });
    await createParcel(inner, { participantId: joined, address: input.address });
    await inner.db
      .update(applications)
      .set({ state: "accepted", cellId, answerBy: null, decidedAt: ctx.now })
      .where(and(eq(applications.id, application.id), inArray(applications.state, ["chosen"])));
    await record(inner, {
      kind: "place.accepted",
      subject: { kind: "application", id: application.id },
      data: { trialId: input.trialId, participantId: joined },
    });
    return { participantId: joined };
  });
};
