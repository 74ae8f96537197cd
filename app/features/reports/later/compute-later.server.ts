// The worker's side: takes one computation after the other, says how far it is, and stops when the answers have changed meanwhile.
import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { log } from "~/platform/log.server";
import { Abandoned, computeApart, OutOfMemory } from "~/platform/thread.server";
import { computations } from "~db/schema/index";
import { keepStored } from "../drafts/stored-drafts.server";
import { isStoredMethod, mostRuns, silentAfterMs, storedMethods } from "./computation";
import { readAndCompute, workOut, type Asked, type Outcome } from "./work-out.server";

type Computation = typeof computations.$inferSelect;
type Clock = () => Date;

const beatEveryMs = 1000;

/** Whoever begins with it holds it by its run: an earlier run that wakes up again finds that it is not its turn. */
const isOwn = ({ id, run }: Computation) => and(eq(computations.id, id), eq(computations.run, run), eq(computations.state, "running"));

const ofStored = sql`method = any(${`{${storedMethods.join(",")}}`}::text[])`;
/**
 * What somebody waits for before a page says anything does not wait for what is added to it later, which may take minutes: each kind has a
 * thread of its own, and within its kind one goes after the other.
 */
const lanes = { stored: ofStored, long: sql`not (${ofStored})` };
type Lane = keyof typeof lanes;

const claim = async (ctx: Context, lane: Lane, clock: Clock): Promise<Computation | null> => {
  const silent = new Date(clock().getTime() - silentAfterMs);
  const hasFallenSilent = and(eq(computations.state, "running"), lt(computations.beatAt, silent));
  await ctx.db
    .update(computations)
    .set({ state: "interrupted" })
    .where(and(hasFallenSilent, gte(computations.run, mostRuns)));
  const next = sql`(select id from computations where ${lanes[lane]}
    and (state = 'waiting' or (state = 'running' and beat_at < ${silent.toISOString()}::timestamptz)) order by id limit 1 for update skip locked)`;
  const [row] = await ctx.db
    .update(computations)
    .set({ state: "running", run: sql`${computations.run} + 1`, done: 0, steps: 0, beatAt: clock() })
    .where(eq(computations.id, next))
    .returning();
  return row ?? null;
};

const current = new Set<AbortController>();
let isStopping = false;

const keep = async (ctx: Context, row: Computation, outcome: Outcome, finishedAt: Date): Promise<void> => {
  const { id, run, trialId, segmentId, method } = row;
  if (outcome.kind === "gone") await ctx.db.update(computations).set({ state: "superseded" }).where(isOwn(row));
  else if (outcome.kind === "long") await ctx.db.update(computations).set({ state: "done", result: outcome.result, finishedAt }).where(isOwn(row));
  else if (trialId !== null && isStoredMethod(method))
    await keepStored({ ...ctx, now: finishedAt }, { id, run, trialId, segmentId, method }, outcome.computed, finishedAt);
};

/** Carries out one computation; a result that nobody waits for any more is dropped. */
const carryOut = async (ctx: Context, row: Computation, clock: Clock): Promise<void> => {
  const controller = new AbortController();
  current.add(controller);
  let step = { done: 0, steps: 0 };
  const beat = async () => {
    const still = await ctx.db
      .update(computations)
      .set({ ...step, beatAt: clock() })
      .where(isOwn(row))
      .returning({ id: computations.id });
    if (still.length === 0) controller.abort();
  };
  const timer = setInterval(
    () => void beat().catch((error: unknown) => log.warn({ err: error }, "a long computation could not say how far it is")),
    beatEveryMs,
  );
  try {
    const onStep = (done: number, steps: number) => (step = { done, steps });
    const { trialId, boardId, segmentId, method, seed, dataHash } = row;
    const outcome = await computeApart<Asked, Outcome>({
      task: { trialId, boardId, segmentId, method, seed, dataHash },
      here: (asked, say) => workOut((alsoSay) => readAndCompute({ ...ctx, now: clock() }, asked, alsoSay), say),
      onStep,
      signal: controller.signal,
    });
    await keep(ctx, row, outcome, clock());
  } catch (error) {
    if (error instanceof Abandoned && !isStopping) return;
    // Stopped with the worker: the next one begins anew, and this run does not count.
    if (error instanceof Abandoned)
      await ctx.db
        .update(computations)
        .set({ state: "waiting", run: row.run - 1 })
        .where(isOwn(row));
    else if (error instanceof OutOfMemory) {
      log.error({ computation: row.id, method: row.method }, "a long computation needs more memory than COMPUTE_MEMORY_MB");
      // It would need as much again.
      await ctx.db
        .update(computations)
        .set({ state: "interrupted", result: { kind: "too_large" } })
        .where(isOwn(row));
    } else {
      log.error({ err: error, computation: row.id, method: row.method }, "a long computation failed");
      await ctx.db
        .update(computations)
        .set({ state: row.run >= mostRuns ? "interrupted" : "waiting" })
        .where(isOwn(row));
    }
  } finally {
    clearInterval(timer);
    current.delete(controller);
  }
};

const busy: Record<Lane, boolean> = { stored: false, long: false };
const isAskedAgain: Record<Lane, boolean> = { stored: false, long: false };

const workThrough = async (ctx: Context, lane: Lane, clock: Clock): Promise<void> => {
  if (busy[lane]) {
    isAskedAgain[lane] = true;
    return;
  }
  busy[lane] = true;
  try {
    do {
      isAskedAgain[lane] = false;
      while (!isStopping) {
        const row = await claim(ctx, lane, clock);
        if (row === null) break;
        await carryOut(ctx, row, clock);
      }
    } while (isAskedAgain[lane] && !isStopping);
  } finally {
    busy[lane] = false;
  }
};

/** The others wait in the table, not in front of mails. Also asked every minute, for what a fallen worker left behind. */
export const computeLater = async (ctx: Context, clock: Clock = () => new Date()): Promise<void> => {
  await workThrough(ctx, "stored", clock);
  await workThrough(ctx, "long", clock);
};

export const stopComputing = (): void => {
  isStopping = true;
  for (const controller of current) controller.abort();
};
