// Where whoever comes first is served first: a place that is free is offered at once to the one who has waited longest and fits.
// The cells are locked in the order of their ids, so however many people apply at once, no cell is offered more often than it has places.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { after, dayInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { applications, quotaCells, trials } from "~db/schema/index";
import { defaultAnswerDays } from "./defaults";
import { fitsCell } from "./quota";
import { takesPeople, type OfferReason } from "./trial";

/** Nothing happens in a trial that draws, or that is paused. Returns how many places were offered. */
export const offerPlaces = (ctx: Context, trialId: number): Promise<number> =>
  inTransaction(ctx, async (inner) => {
    const [trial] = await inner.db
      .select({ state: trials.state, choosing: trials.choosing, pausedAt: trials.pausedAt })
      .from(trials)
      .where(eq(trials.id, trialId));
    if (trial?.choosing !== "first_come" || !takesPeople(trial.state) || trial.pausedAt !== null) return 0;
    const cells = await inner.db.select().from(quotaCells).where(eq(quotaCells.trialId, trialId)).orderBy(asc(quotaCells.id)).for("update");
    const offers = await inner.db
      .select({ cellId: applications.cellId, count: sql<number>`count(*)::int` })
      .from(applications)
      .where(and(eq(applications.trialId, trialId), eq(applications.state, "chosen")))
      .groupBy(applications.cellId);
    const held = new Map(cells.map((cell) => [cell.id, cell.taken + (offers.find(({ cellId }) => cellId === cell.id)?.count ?? 0)]));
    const waiting = await inner.db
      .select({ id: applications.id, state: applications.state, profile: applications.profile })
      .from(applications)
      .where(and(eq(applications.trialId, trialId), inArray(applications.state, ["applied", "waiting"])))
      .orderBy(asc(applications.appliedAt), asc(applications.id))
      .for("update", { skipLocked: true });
    let offered = 0;
    for (const { id, state, profile } of waiting) {
      const fitting = cells.filter(({ rule }) => fitsCell(rule, profile));
      const heldBy = (cell: { id: number }) => held.get(cell.id) ?? 0;
      const open = fitting.filter((cell) => heldBy(cell) < cell.target);
      const [emptiest] = open.toSorted((one, other) => heldBy(one) * other.target - heldBy(other) * one.target || one.id - other.id);
      if (emptiest) {
        const reason: OfferReason = { kind: "first_come", cellId: emptiest.id, held: heldBy(emptiest), target: emptiest.target };
        held.set(emptiest.id, heldBy(emptiest) + 1);
        const answerBy = after(ctx.now, defaultAnswerDays * dayInMs);
        await inner.db.update(applications).set({ state: "chosen", cellId: emptiest.id, answerBy, decidedAt: ctx.now, reason }).where(eq(applications.id, id));
        await record(inner, { kind: "application.chosen", subject: { kind: "application", id }, data: { trialId } });
        offered += 1;
      } else if (state === "applied") {
        const reason: OfferReason = { kind: fitting.length === 0 ? "no_cell_fits" : "cells_full" };
        await inner.db.update(applications).set({ state: "waiting", decidedAt: ctx.now, reason }).where(eq(applications.id, id));
        await record(inner, { kind: "application.waiting", subject: { kind: "application", id }, data: { trialId } });
      }
    }
    return offered;
  });

export type OfferLine = { applicationId: number; state: string; appliedAt: Date | null; reason: OfferReason };

/** Who was offered a place in which order, and why: the log of a trial without draws. Names are for moderators. */
export const listOffers = async (ctx: Context, trialId: number): Promise<OfferLine[]> => {
  const rows = await ctx.db
    .select({ applicationId: applications.id, state: applications.state, appliedAt: applications.appliedAt, reason: applications.reason })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), sql`${applications.reason} is not null`))
    .orderBy(asc(applications.appliedAt), asc(applications.id))
    .limit(500);
  return rows.flatMap(({ reason, ...row }) => (reason ? [{ ...row, reason }] : []));
};
