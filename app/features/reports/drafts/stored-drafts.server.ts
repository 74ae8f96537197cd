// What a page shows as it was last computed, and asking the worker for a newer one. At most one of a kind is on its way at a time.
import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import { addJob } from "~/platform/jobs.server";
import { env } from "~/platform/env.server";
import { computations } from "~db/schema/index";
import { findQuestions } from "../data.server";
import { addResults, nothing } from "../later/add-results.server";
import type { Progress, StoredMethod } from "../later/computation";
import { askFor, progressOfStored } from "../later/computations.server";
import type { ReportContent } from "../report";
import type { ComputedNow } from "./compute-stored.server";
import { stampOf, type Stamped } from "./stamp.server";
import type { Freshness, StoredResult } from "./stored";

/** Many answers are not read by a process that others wait for. `most` is a setting; tests give their own. */
export const isLarge = async (ctx: Context, { id, questionnaireVersionId }: Stamped["trial"], most = env().DRAFT_ANSWERS_IN_PAGE): Promise<boolean> => {
  if (questionnaireVersionId === null) return false;
  const questions = await findQuestions(ctx, questionnaireVersionId);
  // Counting stops where it no longer matters.
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from responses r join participants p on p.id = r.participant_id
      where r.version_id = ${questionnaireVersionId} and r.state = 'submitted' and p.trial_id = ${id} limit ${Math.ceil(most / Math.max(1, questions.length)) + 1}) r`);
  return row!.n * questions.length > most;
};

const isAbout = (trialId: number, segmentId: number | null, method: StoredMethod) =>
  and(
    eq(computations.trialId, trialId),
    segmentId === null ? isNull(computations.segmentId) : eq(computations.segmentId, segmentId),
    eq(computations.method, method),
  );

type Result<Kind> = Extract<StoredResult, { kind: Kind }>;
type Found<Kind> = { result: Result<Kind>; computedAt: Date };

const columns = { result: computations.result, computedAt: computations.finishedAt };
const asFound = <Kind extends StoredMethod>(method: Kind, row: { result: unknown; computedAt: Date | null } | undefined): Found<Kind> | null => {
  const result = row?.result as Result<Kind> | null | undefined;
  return row?.computedAt && result?.kind === method ? { result, computedAt: row.computedAt } : null;
};

const findStamped = async <Kind extends StoredMethod>(
  ctx: Context,
  method: Kind,
  { trial, segmentId }: Stamped,
  stamp: string,
): Promise<Found<Kind> | null> => {
  const [row] = await ctx.db
    .select(columns)
    .from(computations)
    .where(and(isAbout(trial.id, segmentId, method), eq(computations.dataHash, stamp), eq(computations.state, "done")));
  return asFound(method, row);
};

/** What was computed from exactly what there is now. */
export const findCurrent = async <Kind extends StoredMethod>(ctx: Context, method: Kind, stamped: Stamped): Promise<Result<Kind> | null> =>
  (await findStamped(ctx, method, stamped, await stampOf(ctx, stamped)))?.result ?? null;

const findNewest = async <Kind extends StoredMethod>(ctx: Context, method: Kind, { trial, segmentId }: Stamped): Promise<Found<Kind> | null> => {
  const [row] = await ctx.db
    .select(columns)
    .from(computations)
    .where(and(isAbout(trial.id, segmentId, method), eq(computations.state, "done"), isNotNull(computations.result)))
    .orderBy(desc(computations.finishedAt), desc(computations.id))
    .limit(1);
  return asFound(method, row);
};

/** The id of the computation to wait for: the one under way, also if it began with less than there is now, else a new one. */
const askForNewer = (ctx: Context, method: StoredMethod, { trial, segmentId }: Stamped, stamp: string): Promise<number> =>
  inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('stored computation'), ${trial.id})`);
    const about = isAbout(trial.id, segmentId, method);
    const [open] = await inner.db
      .select({ id: computations.id })
      .from(computations)
      .where(and(about, inArray(computations.state, ["waiting", "running"])))
      .limit(1);
    if (open) return open.id;
    const begun = { state: "waiting" as const, run: 0, done: 0, steps: 0, createdAt: ctx.now };
    const [made] = await inner.db
      .insert(computations)
      .values({ trialId: trial.id, segmentId, method, seed: trial.seed, dataHash: stamp, ...begun })
      .onConflictDoUpdate({
        target: [computations.trialId, computations.boardId, computations.segmentId, computations.method, computations.dataHash],
        set: begun,
        setWhere: eq(computations.state, "superseded"),
      })
      .returning({ id: computations.id });
    if (made) {
      await addJob(inner, "compute-later", {}, { key: "compute-later" });
      return made.id;
    }
    // Interrupted too often, or done in this moment.
    const [known] = await inner.db
      .select({ id: computations.id })
      .from(computations)
      .where(and(about, eq(computations.dataHash, stamp)));
    return known!.id;
  });

/** What the worker has finished since joins the numbers when they are shown or published: it is about the same answers. */
export const joinFinished = async (ctx: Context, trial: Stamped["trial"], content: ReportContent, dataHash: string) =>
  isUnblinded(trial.state)
    ? addResults(ctx, { trial, questions: await findQuestions(ctx, trial.questionnaireVersionId), dataHash }, content)
    : { content, finished: nothing };

type Shown<Kind extends StoredMethod> = { result: Result<Kind> | null; freshness: Freshness };

/** During fieldwork something changes all the time, so a page that is looked at does not ask again and again. */
const restMs = 60_000;

/** What there is, asking for a newer one where anything it depends on has changed since. */
export const showStored = async <Kind extends StoredMethod>(ctx: Context, method: Kind, stamped: Stamped): Promise<Shown<Kind>> => {
  const stamp = await stampOf(ctx, stamped);
  const current = await findStamped(ctx, method, stamped, stamp);
  if (current) return { result: current.result, freshness: { computedAt: current.computedAt, base: current.result.base, isCurrent: true, awaited: null } };
  const newest = await findNewest(ctx, method, stamped);
  const isResting = !isUnblinded(stamped.trial.state) && newest !== null && ctx.now.getTime() - newest.computedAt.getTime() < restMs;
  const awaited = isResting ? null : await askForNewer(ctx, method, stamped, stamp);
  return {
    result: newest?.result ?? null,
    freshness: { computedAt: newest?.computedAt ?? null, base: newest?.result.base ?? null, isCurrent: false, awaited },
  };
};

/** How far that is which a page waits for. */
export const listAwaited = async (ctx: Context, trialId: number, freshness: Freshness | null): Promise<Progress[]> =>
  freshness === null || freshness.awaited === null ? [] : progressOfStored(ctx, trialId, freshness.awaited);

type Own = { id: number; run: number; trialId: number; segmentId: number | null; method: StoredMethod };

/** Keeps what the worker has computed, under the fingerprint of what it found, in the place of everything older. */
export const keepStored = (ctx: Context, own: Own, { result, stamp, wanted }: ComputedNow, finishedAt: Date): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const isOwn = and(eq(computations.id, own.id), eq(computations.run, own.run), eq(computations.state, "running"));
    const held = await inner.db.select({ id: computations.id }).from(computations).where(isOwn).for("update");
    // A newer run has it.
    if (held.length === 0) return;
    await inner.db.delete(computations).where(and(isAbout(own.trialId, own.segmentId, own.method), ne(computations.id, own.id)));
    await inner.db.update(computations).set({ state: "done", result, dataHash: stamp, finishedAt }).where(isOwn);
    if (wanted.length > 0) await askFor(inner, { trialId: own.trialId, segmentId: own.segmentId }, result.dataHash, wanted);
  });
