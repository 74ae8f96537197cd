// A wave: a seeded draw among those who applied, into the quota cells that still have places. Whoever is not drawn waits for the next one.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { record, recordMany } from "~/features/activity/record.server";
import { applications, quotaCells, trials, waves } from "~db/schema/index";
import { defaultAnswerDays } from "./defaults";
import { draw } from "./draw";
import { getTrialToRun } from "./queries.server";
import { fitsCell } from "./quota";
import { seedFor } from "./seeds.server";
import { takesPeople, type AllocationLog } from "./trial";

/** Who takes part in the next draw, and the cells with what is left of them: accepted places and open offers are taken. */
const loadPool = async (ctx: Context, trialId: number) => {
  const offers = sql<number>`(select count(*)::int from ${applications} where ${applications.cellId} = ${quotaCells}.id and ${applications.state} = 'chosen')`;
  const cells = await ctx.db
    .select({ id: quotaCells.id, name: quotaCells.name, rule: quotaCells.rule, target: quotaCells.target, accepted: quotaCells.taken, offered: offers })
    .from(quotaCells)
    .where(eq(quotaCells.trialId, trialId))
    .orderBy(asc(quotaCells.id));
  const rows = await ctx.db
    .select({ id: applications.id, state: applications.state, profile: applications.profile })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), inArray(applications.state, ["applied", "waiting"])))
    .orderBy(asc(applications.id));
  return {
    cells: cells.map((cell) => ({ ...cell, taken: Math.min(cell.target, cell.accepted + cell.offered) })),
    applicants: rows.map(({ id, state, profile }) => ({ id, state, cellIds: cells.filter(({ rule }) => fitsCell(rule, profile)).map((cell) => cell.id) })),
  };
};

/** How many a draw would choose. Who it is depends on chance; how many does not. */
export const previewWave = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  const { cells, applicants } = await loadPool(ctx, trialId);
  const free = cells.reduce((sum, { target, taken }) => sum + target - taken, 0);
  const preview = draw({ applications: applicants, cells, places: free, seed: "preview" });
  return {
    free,
    canBeChosen: preview.entries.filter(({ outcome }) => outcome === "chosen").length,
    applied: applicants.filter(({ state }) => state === "applied").length,
    waiting: applicants.filter(({ state }) => state === "waiting").length,
    cells: cells.map(({ id, name, target, accepted, offered }) => ({
      id,
      name,
      target,
      accepted,
      offered,
      fitting: applicants.filter(({ cellIds }) => cellIds.includes(id)).length,
    })),
  };
};

const applyOutcome = async (ctx: Context, trialId: number, waveId: number, log: AllocationLog, answerBy: Date): Promise<void> => {
  for (const outcome of ["chosen", "waiting"] as const) {
    const isChosen = outcome === "chosen";
    const lines = log.entries.filter((entry) => entry.outcome === outcome).map(({ applicationId, cellId }) => ({ id: applicationId, cell: cellId }));
    // Somebody who waits already is not told again that they wait.
    const from = isChosen ? ["applied", "waiting"] : ["applied"];
    const changed = await ctx.db.execute<{ id: number }>(sql`
      update ${applications} a set state = ${outcome}, wave_id = ${waveId}, decided_at = ${ctx.now.toISOString()}::timestamptz,
        cell_id = case when ${isChosen} then v.cell else a.cell_id end,
        answer_by = case when ${isChosen} then ${answerBy.toISOString()}::timestamptz else a.answer_by end
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) v(id int, cell int)
      where a.id = v.id and a.state in ${from} returning a.id`);
    await recordMany(ctx, {
      kind: isChosen ? "application.chosen" : "application.waiting",
      subjects: { kind: "application", ids: changed.map(({ id }) => id) },
      data: { trialId, waveId },
    });
  }
};

/** Draws now; returns how many were chosen and how many wait. `answerDays` is how long an offered place waits for an answer. */
export const drawWave = async (
  ctx: Context,
  input: { trialId: number; places: number; answerDays?: number },
): Promise<{ waveId: number; chosen: number; waiting: number }> => {
  await getTrialToRun(ctx, input.trialId);
  return inTransaction(ctx, async (inner) => {
    const [trial] = await inner.db
      .select({ state: trials.state, seed: trials.seed, pausedAt: trials.pausedAt })
      .from(trials)
      .where(eq(trials.id, input.trialId))
      .for("update");
    if (!trial || !takesPeople(trial.state)) throw new Conflict("the trial takes nobody", { key: "trial_not_running" });
    if (trial.pausedAt !== null) throw new Conflict("the trial is paused", { key: "trial_paused" });
    const { cells, applicants } = await loadPool(inner, input.trialId);
    if (applicants.length === 0) throw new Conflict("nobody applied", { key: "nobody_to_draw" });
    const [{ number } = { number: 1 }] = await inner.db
      .select({ number: sql<number>`coalesce(max(${waves.number}), 0)::int + 1` })
      .from(waves)
      .where(eq(waves.trialId, input.trialId));
    const seed = seedFor(trial.seed, `wave-${number}`);
    const log = draw({ applications: applicants, cells, places: input.places, seed });
    const [wave] = await inner.db
      .insert(waves)
      .values({ trialId: input.trialId, number, seed, places: input.places, log, drawnBy: actorId(ctx.actor), drawnAt: ctx.now })
      .returning({ id: waves.id });
    if (!wave) throw new Error("The wave was not written");
    await applyOutcome(inner, input.trialId, wave.id, log, after(ctx.now, (input.answerDays ?? defaultAnswerDays) * dayInMs));
    const chosen = log.entries.filter(({ outcome }) => outcome === "chosen").length;
    await record(inner, {
      kind: "wave.drawn",
      subject: { kind: "trial", id: input.trialId },
      data: { waveId: wave.id, number, chosen, waiting: log.entries.length - chosen },
    });
    return { waveId: wave.id, chosen, waiting: log.entries.length - chosen };
  });
};
