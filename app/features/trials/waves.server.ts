// The waves of a trial with their logs: who was drawn, in which order, and why. Names are for moderators.
import { desc, eq, inArray } from "drizzle-orm";
import type { Context } from "~/core/context";
import { can } from "~/policy/can";
import { applications, people, waves } from "~db/schema/index";
import { replays } from "./draw";
import { getTrialToRun } from "./queries.server";

export const listWaves = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  const rows = await ctx.db
    .select({ id: waves.id, number: waves.number, seed: waves.seed, places: waves.places, log: waves.log, drawnAt: waves.drawnAt, drawnBy: people.displayName })
    .from(waves)
    .leftJoin(people, eq(people.id, waves.drawnBy))
    .where(eq(waves.trialId, trialId))
    .orderBy(desc(waves.number))
    .limit(50);
  const names = can(ctx.actor, "see-participants", null)
    ? await namesOf(
        ctx,
        rows.flatMap(({ log }) => log.entries.map(({ applicationId }) => applicationId)),
      )
    : null;
  return rows.map(({ log, ...wave }) => ({
    ...wave,
    algorithm: log.algorithm,
    isReplayed: replays(log, wave),
    chosen: log.entries.filter(({ outcome }) => outcome === "chosen").length,
    waiting: log.entries.filter(({ outcome }) => outcome === "waiting").length,
    entries: log.entries.map(({ applicationId, drawNumber, cellId, outcome, reason }) => ({
      applicationId,
      name: names?.get(applicationId) ?? null,
      drawNumber,
      cellId,
      outcome,
      reason,
    })),
  }));
};

const namesOf = async (ctx: Context, applicationIds: readonly number[]): Promise<Map<number, string>> => {
  if (applicationIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: applications.id, name: people.displayName })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.personId))
    .where(inArray(applications.id, [...new Set(applicationIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
};
