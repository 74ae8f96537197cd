// The fieldwork board: how many are where, which cell is short, and what each participant has to do next.
// Names are for moderators; everybody else sees a number. Prototypes appear by their blind codes only.
import { and, asc, count, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { applications, participants, parcels, quotaCells, responses } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";

export type FunnelStep = { key: "applied" | "eligible" | "chosen" | "accepted" | "sent" | "received" | "started" | "complete"; count: number };

export const getFunnel = async (ctx: Context, trialId: number): Promise<FunnelStep[]> => {
  await getTrialToRun(ctx, trialId);
  const [applied] = await ctx.db
    .select({
      applied: sql<number>`count(*) filter (where ${applications.appliedAt} is not null)::int`,
      eligible: sql<number>`count(*) filter (where ${applications.appliedAt} is not null and ${applications.state} <> 'ineligible')::int`,
      chosen: sql<number>`count(*) filter (where ${applications.state} in ('chosen', 'accepted', 'declined'))::int`,
    })
    .from(applications)
    .where(eq(applications.trialId, trialId));
  const hasStarted = sql`exists (select 1 from ${responses} where ${responses.participantId} = ${participants.id} and ${responses.revision} > 0)`;
  const [placed] = await ctx.db
    .select({
      accepted: sql<number>`count(*)::int`,
      sent: sql<number>`count(*) filter (where ${parcels.state} in ('sent', 'received'))::int`,
      received: sql<number>`count(*) filter (where ${parcels.state} = 'received')::int`,
      started: sql<number>`count(*) filter (where ${hasStarted})::int`,
      complete: sql<number>`count(*) filter (where ${participants.state} = 'complete')::int`,
    })
    .from(participants)
    .leftJoin(parcels, eq(parcels.participantId, participants.id))
    .where(eq(participants.trialId, trialId));
  const counts = { applied: 0, eligible: 0, chosen: 0, ...applied, accepted: 0, sent: 0, received: 0, started: 0, complete: 0, ...placed };
  return (["applied", "eligible", "chosen", "accepted", "sent", "received", "started", "complete"] as const).map((key) => ({ key, count: counts[key] }));
};

export const listCellFill = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  return ctx.db
    .select({
      id: quotaCells.id,
      name: quotaCells.name,
      target: quotaCells.target,
      taken: quotaCells.taken,
      offered: sql<number>`(select count(*)::int from ${applications} where ${applications.cellId} = ${quotaCells}.id and ${applications.state} = 'chosen')`,
      complete: sql<number>`(select count(*)::int from ${participants} where ${participants.cellId} = ${quotaCells}.id and ${participants.state} = 'complete')`,
    })
    .from(quotaCells)
    .where(eq(quotaCells.trialId, trialId))
    .orderBy(asc(quotaCells.id));
};

/** Applications by state, for the counts beside the wave. */
export const countApplications = async (ctx: Context, trialId: number): Promise<Record<string, number>> => {
  await getTrialToRun(ctx, trialId);
  const rows = await ctx.db
    .select({ state: applications.state, count: count() })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), isNotNull(applications.id)))
    .groupBy(applications.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
};
