// Asking for long computations, and finding what became of them. What was computed from the same answers is never computed twice.
import { and, eq, inArray, isNull, ne, notInArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { addJob } from "~/platform/jobs.server";
import { computations } from "~db/schema/index";
import { isStoredMethod, progressOf, storedMethods, type Progress } from "./computation";
import type { KeptResult, LongResult } from "./task";

/** What the answers belong to. */
export type Subject = { trialId: number; /** The segment that a report is narrowed to. */ segmentId: number | null } | { boardId: number };
type Wanted = { method: string; seed: string };

const isAbout = (subject: Subject) =>
  "trialId" in subject
    ? and(
        eq(computations.trialId, subject.trialId),
        subject.segmentId === null ? isNull(computations.segmentId) : eq(computations.segmentId, subject.segmentId),
      )
    : eq(computations.boardId, subject.boardId);

/** Without the results, which may be large. */
const standing = {
  method: computations.method,
  state: computations.state,
  isTooLarge: sql<boolean>`coalesce(${computations.result} ->> 'kind' = 'too_large', false)`,
  done: computations.done,
  steps: computations.steps,
  beatAt: computations.beatAt,
};

/** Drafts are found by what they depend on, which is more than the answers. */
const find = (ctx: Context, subject: Subject, dataHash: string) =>
  ctx.db
    .select(standing)
    .from(computations)
    .where(and(isAbout(subject), eq(computations.dataHash, dataHash), notInArray(computations.method, [...storedMethods])));

/** What a page waits for; where it has gone, something newer has taken its place and is to be looked at. */
export const progressOfStored = async (ctx: Context, trialId: number, id: number): Promise<Progress[]> => {
  const [row] = await ctx.db
    .select(standing)
    .from(computations)
    .where(and(eq(computations.id, id), eq(computations.trialId, trialId)));
  return [row ? progressOf(row, ctx.now) : { method: "draft", state: "done", part: 1 }];
};

const isLong = (result: KeptResult): result is LongResult => result.kind !== "too_large" && !isStoredMethod(result.kind);

/** Results about exactly these answers of a trial by method, as far as they are there; the same answers may be looked at as a segment and as a whole. */
export const findResults = async (ctx: Context, trialId: number, dataHash: string): Promise<Map<string, { result: LongResult; seed: string }>> => {
  const rows = await ctx.db
    .select()
    .from(computations)
    .where(and(eq(computations.trialId, trialId), eq(computations.dataHash, dataHash), eq(computations.state, "done")));
  return new Map(rows.flatMap(({ method, seed, result }) => (result && isLong(result) ? [[method, { result, seed }] as const] : [])));
};

/** How far the computations about these answers are. */
export const listProgress = async (ctx: Context, subject: Subject, dataHash: string): Promise<Progress[]> =>
  (await find(ctx, subject, dataHash)).filter(({ state }) => state !== "superseded").map((row) => progressOf(row, ctx.now));

/** Puts down what is wanted and not there yet; what was wanted of other answers is given up. Says how far each is. */
export const askFor = async (ctx: Context, subject: Subject, dataHash: string, wanted: readonly Wanted[]): Promise<Progress[]> => {
  const methods = new Set(wanted.map(({ method }) => method));
  const progress = async () => (await listProgress(ctx, subject, dataHash)).filter(({ method }) => methods.has(method));
  const known = await find(ctx, subject, dataHash);
  const isKnown = ({ method }: Wanted) => known.some((row) => row.method === method && row.state !== "superseded");
  const missing = wanted.filter((each) => !isKnown(each));
  if (missing.length === 0) return progress();
  await inTransaction(ctx, async (inner) => {
    await inner.db
      .update(computations)
      .set({ state: "superseded" })
      .where(
        and(
          isAbout(subject),
          ne(computations.dataHash, dataHash),
          inArray(computations.state, ["waiting", "running"]),
          notInArray(computations.method, [...storedMethods]),
        ),
      );
    const begun = { state: "waiting" as const, run: 0, done: 0, steps: 0, createdAt: ctx.now };
    await inner.db
      .insert(computations)
      .values(missing.map(({ method, seed }) => ({ ...subject, method, seed, dataHash, ...begun })))
      .onConflictDoUpdate({
        target: [computations.trialId, computations.boardId, computations.segmentId, computations.method, computations.dataHash],
        set: begun,
        setWhere: eq(computations.state, "superseded"),
      });
    await addJob(inner, "compute-later", {}, { key: "compute-later" });
  });
  return progress();
};

/** What was interrupted too often begins anew. */
export const beginAnew = async (ctx: Context, subject: Subject): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const begun = await inner.db
      .update(computations)
      .set({ state: "waiting", run: 0, done: 0, steps: 0, result: null })
      .where(and(isAbout(subject), eq(computations.state, "interrupted")))
      .returning({ id: computations.id });
    if (begun.length > 0) await addJob(inner, "compute-later", {}, { key: "compute-later" });
  });
