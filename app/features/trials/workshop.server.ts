// What waits for whom in the workshop.
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { authorize, can } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { cases, fulfilmentGrants, products, trials } from "~db/schema/index";
import type { TrialState } from "./trial";

/** The number beside a link of the sidebar; null where the person has no such link. */
export const findWorkshopCounts = async (ctx: Context): Promise<{ queue: number | null }> => {
  if (!can(ctx.actor, "moderate", null)) return { queue: null };
  const [row] = await ctx.db.select({ open: count() }).from(cases).where(eq(cases.state, "open"));
  return { queue: row?.open ?? 0 };
};

export type WaitingKind = "finish_draft" | "draw" | "close_applying" | "pack" | "send" | "end_fieldwork" | "write_report";
export type Waiting = { kind: WaitingKind; count: number; trialId: number; name: LocalizedText };

type Row = {
  state: TrialState;
  applyUntil: Date | null;
  fieldworkUntil: Date | null;
  applied: number;
  toPack: number;
  toSend: number;
  mayFulfil: boolean;
};

/** What one trial waits for, most pressing first. */
export const waitingIn = (row: Row, now: Date): { kind: WaitingKind; count: number }[] => {
  const { state } = row;
  const isRunning = state === "recruiting" || state === "fieldwork";
  return [
    ...(state === "draft" ? [{ kind: "finish_draft" as const, count: 1 }] : []),
    ...(isRunning && row.applied > 0 ? [{ kind: "draw" as const, count: row.applied }] : []),
    ...(isRunning && row.mayFulfil && row.toPack > 0 ? [{ kind: "pack" as const, count: row.toPack }] : []),
    ...(isRunning && row.mayFulfil && row.toSend > 0 ? [{ kind: "send" as const, count: row.toSend }] : []),
    ...(state === "recruiting" && row.applyUntil !== null && row.applyUntil <= now ? [{ kind: "close_applying" as const, count: 1 }] : []),
    ...(state === "fieldwork" && row.fieldworkUntil !== null && row.fieldworkUntil <= now ? [{ kind: "end_fieldwork" as const, count: 1 }] : []),
    ...(state === "analysis" ? [{ kind: "write_report" as const, count: 1 }] : []),
  ];
};

/** Everything that waits in the trials this person runs. */
export const listWaiting = async (ctx: Context): Promise<Waiting[]> => {
  authorize(ctx.actor, "enter-workshop", null);
  const parcelsIn = (state: "waiting" | "packed") =>
    sql<number>`(select count(*)::int from parcels join participants on participants.id = parcels.participant_id
      where participants.trial_id = ${trials}.id and participants.state in ('accepted', 'active') and parcels.state = ${state})`;
  const rows = await ctx.db
    .select({
      trialId: trials.id,
      name: trials.name,
      state: trials.state,
      applyUntil: trials.applyUntil,
      fieldworkUntil: trials.fieldworkUntil,
      applied: sql<number>`(select count(*)::int from applications where applications.trial_id = ${trials}.id and applications.state = 'applied')`,
      toPack: parcelsIn("waiting"),
      toSend: parcelsIn("packed"),
      mayFulfil: sql<boolean>`exists (select 1 from ${fulfilmentGrants} where ${fulfilmentGrants.trialId} = ${trials}.id and ${fulfilmentGrants.personId} = ${actorId(ctx.actor) ?? 0})`,
    })
    .from(trials)
    .innerJoin(products, eq(products.id, trials.productId))
    .where(and(whereWorksOnTeam(ctx.actor, products.teamId), isNull(trials.source), inArray(trials.state, ["draft", "recruiting", "fieldwork", "analysis"])))
    .orderBy(desc(trials.id))
    .limit(100);
  return rows.flatMap(({ trialId, name, ...row }) => waitingIn(row, ctx.now).map((waiting) => ({ ...waiting, trialId, name })));
};
