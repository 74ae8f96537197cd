// What time does to a trial: offers run out, and people who take part are reminded, three times at most.
import { and, count, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { dayInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { offerPlaces } from "./offer-places.server";
import { applications, participants, parcels, trialReminders, trials } from "~db/schema/index";

/** Offered places that were not answered in time are free again. Returns how many. */
export const expireOffers = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (inner) => {
    const expired = await inner.db
      .update(applications)
      .set({ state: "declined", decidedAt: ctx.now })
      .where(
        and(
          eq(applications.state, "chosen"),
          lte(applications.answerBy, ctx.now),
          // In a paused trial no offer runs out; resuming moves its deadline.
          sql`not exists (select 1 from ${trials} where ${trials.id} = ${applications.trialId} and ${trials.pausedAt} is not null)`,
        ),
      )
      .returning({ id: applications.id, trialId: applications.trialId });
    for (const { id, trialId } of expired)
      await record(inner, { kind: "place.declined", subject: { kind: "application", id }, data: { trialId, expired: true } });
    for (const trialId of new Set(expired.map((offer) => offer.trialId))) await offerPlaces(inner, trialId);
    return expired.length;
  });

export type ReminderKind = "day_after_delivery" | "three_days_left" | "one_day_left" | "by_staff";
const mostReminders = 3;

/** The reminder that is due now, or null. A later one replaces those before it, so that nobody gets two at once. */
export const reminderDue = (now: Date, receivedAt: Date, deadline: Date | null): ReminderKind | null => {
  const left = deadline ? deadline.getTime() - now.getTime() : Infinity;
  if (left <= 0) return null;
  if (left <= dayInMs) return "one_day_left";
  if (left <= 3 * dayInMs) return "three_days_left";
  const sinceDelivery = now.getTime() - receivedAt.getTime();
  return sinceDelivery >= dayInMs && sinceDelivery < 3 * dayInMs ? "day_after_delivery" : null;
};

/** Reminds everybody who has something to do, each time once. Returns how many were reminded. */
export const remindParticipants = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db
    .select({ participantId: participants.id, trialId: trials.id, receivedAt: parcels.receivedAt, deadline: trials.fieldworkUntil })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .innerJoin(parcels, eq(parcels.participantId, participants.id))
    .where(
      and(
        eq(participants.state, "active"),
        inArray(trials.state, ["recruiting", "fieldwork"]),
        isNull(trials.pausedAt),
        isNotNull(parcels.receivedAt),
        isNotNull(participants.personId),
      ),
    );
  let reminded = 0;
  for (const { participantId, trialId, receivedAt, deadline } of rows) {
    const kind = receivedAt && reminderDue(ctx.now, receivedAt, deadline);
    if (kind && (await remind(ctx, { participantId, trialId, kind }))) reminded += 1;
  }
  return reminded;
};

/** False when this person had this reminder before, or three already: those of staff count too. */
export const remind = (ctx: Context, input: { participantId: number; trialId: number; kind: ReminderKind }): Promise<boolean> =>
  inTransaction(ctx, async (inner) => {
    const { participantId, trialId, kind } = input;
    const [had] = await inner.db.select({ count: count() }).from(trialReminders).where(eq(trialReminders.participantId, participantId));
    if ((had?.count ?? 0) >= mostReminders) return false;
    const [fresh] = await inner.db
      .insert(trialReminders)
      .values({ participantId, kind, sentAt: ctx.now })
      .onConflictDoNothing()
      .returning({ kind: trialReminders.kind });
    if (!fresh) return false;
    await record(inner, { kind: "trial.reminder", subject: { kind: "participant", id: participantId }, data: { trialId, kind } });
    return true;
  });

/** Nightly proof that the places taken are the people who hold them; what differs is mended and counted. */
export const provePlaces = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db.execute<{ id: number }>(sql`
    update quota_cells c set taken = held.count from (
      select q.id, count(p.id)::int as count from quota_cells q
      join trials t on t.id = q.trial_id and t.state in ('recruiting', 'fieldwork')
      left join participants p on p.cell_id = q.id and p.state in ('accepted', 'active', 'complete', 'excluded')
      group by q.id
    ) held where held.id = c.id and held.count <> c.taken and held.count <= c.target returning c.id`);
  return rows.length;
};
