// Documents are made by the worker, so that pages stay quick, and kept for a day: a version never changes, but words may be taken back.
import { and, eq, lt, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { before, dayInMs, minuteInMs } from "~/core/time";
import { addJob } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { authorize } from "~/policy/can";
import { participants, reportFiles, reports, reportVersions } from "~db/schema/index";
import { canonicalJson } from "../canonical-json";
import { getVersion } from "../queries.server";
import { isDocument, type DocumentFormat } from "./formats";
import { makeDocument } from "./make-document.server";

type Version = Awaited<ReturnType<typeof getVersion>>;
export type FileState = "absent" | "asked" | "made" | "failed";

/** Beyond this the worker was interrupted, and is asked again. */
const longestMs = 5 * minuteInMs;

/** The words as they may be shown now; a workbook holds answers too, so it also depends on who is still in. */
const madeOfWhat = async (ctx: Context, { trial, content, version }: Version, format: DocumentFormat): Promise<string> => {
  const hash = createHash("sha256").update(version.softwareVersion).update(canonicalJson(content));
  if (format === "xlsx") {
    const out = sql<number>`count(*) filter (where ${participants.state} in ('excluded', 'withdrawn'))::int`;
    const [people] = await ctx.db
      .select({ all: sql<number>`count(*)::int`, out })
      .from(participants)
      .where(eq(participants.trialId, trial.id));
    hash.update(`${people!.all} ${people!.out}`);
  }
  return hash.digest("hex");
};

const fileOf = async (ctx: Context, version: Version, format: DocumentFormat, locale: Locale) => {
  const madeOf = await madeOfWhat(ctx, version, format);
  const own = { reportVersionId: version.version.id, format, locale, madeOf };
  const isOwn = and(
    eq(reportFiles.reportVersionId, own.reportVersionId),
    eq(reportFiles.format, format),
    eq(reportFiles.locale, locale),
    eq(reportFiles.madeOf, madeOf),
  );
  return { own, isOwn };
};

/** The bytes of a document that has been made from what the version says now, else null. */
export const madeFile = async (ctx: Context, version: Version, format: DocumentFormat, locale: Locale): Promise<Uint8Array | null> => {
  const { isOwn } = await fileOf(ctx, version, format, locale);
  const [row] = await ctx.db.select({ bytes: reportFiles.bytes }).from(reportFiles).where(isOwn);
  return row?.bytes ?? null;
};

type Wanted = { trialId: number; number: number; format: string; locale: Locale };

const getDocumentVersion = async (ctx: Context, { trialId, number, format }: Wanted) => {
  const version = await getVersion(ctx, trialId, number);
  if (!isDocument(format)) throw new NotFound("format");
  authorize(ctx.actor, "see-report", { teamId: version.trial.teamId });
  return { version, format };
};

export const stateOfFile = async (ctx: Context, wanted: Wanted): Promise<{ state: FileState; version: Version }> => {
  const { version, format } = await getDocumentVersion(ctx, wanted);
  const { isOwn } = await fileOf(ctx, version, format, wanted.locale);
  const [row] = await ctx.db.select({ state: reportFiles.state, askedAt: reportFiles.askedAt }).from(reportFiles).where(isOwn);
  const isLate = row?.state === "asked" && row.askedAt.getTime() < ctx.now.getTime() - longestMs;
  return { state: row ? (isLate ? "failed" : row.state) : "absent", version };
};

/** Asked for twice, it is made once; one that failed or was interrupted is made again. */
export const askForFile = async (ctx: Context, wanted: Wanted): Promise<void> => {
  const { version, format } = await getDocumentVersion(ctx, wanted);
  const { own } = await fileOf(ctx, version, format, wanted.locale);
  await inTransaction(ctx, async (inner) => {
    const [asked] = await inner.db
      .insert(reportFiles)
      .values({ ...own, askedAt: ctx.now })
      .onConflictDoUpdate({
        target: [reportFiles.reportVersionId, reportFiles.format, reportFiles.locale, reportFiles.madeOf],
        set: { state: "asked", askedAt: ctx.now },
        setWhere: sql`${reportFiles.state} = 'failed' or (${reportFiles.state} = 'asked' and ${reportFiles.askedAt} < ${before(ctx.now, longestMs).toISOString()}::timestamptz)`,
      })
      .returning({ id: reportFiles.id });
    if (asked) await addJob(inner, "make-report-file", { fileId: asked.id }, { key: `report-file-${asked.id}` });
  });
};

export const makeReportFile = async (ctx: Context, { fileId }: { fileId: number }): Promise<void> => {
  const [file] = await ctx.db
    .select({ format: reportFiles.format, locale: reportFiles.locale, state: reportFiles.state, trialId: reports.trialId, number: reportVersions.number })
    .from(reportFiles)
    .innerJoin(reportVersions, eq(reportVersions.id, reportFiles.reportVersionId))
    .innerJoin(reports, eq(reports.id, reportVersions.reportId))
    .where(eq(reportFiles.id, fileId));
  if (!file || file.state === "made" || !isDocument(file.format)) return;
  try {
    const version = await getVersion(ctx, file.trialId, file.number);
    // It is kept under what it was made of: whatever was taken back meanwhile is looked for under another name.
    const madeOf = await madeOfWhat(ctx, version, file.format);
    const bytes = Buffer.from(await makeDocument(ctx, version, file.format, file.locale));
    await ctx.db.update(reportFiles).set({ state: "made", bytes, madeAt: ctx.now, madeOf }).where(eq(reportFiles.id, fileId));
  } catch (error) {
    log.error({ err: error, fileId }, "a file of a report could not be made");
    await ctx.db.update(reportFiles).set({ state: "failed" }).where(eq(reportFiles.id, fileId));
  }
};

export const forgetReportFiles = async (ctx: Context): Promise<number> => {
  const gone = await ctx.db
    .delete(reportFiles)
    .where(lt(reportFiles.askedAt, before(ctx.now, dayInMs)))
    .returning({ id: reportFiles.id });
  return gone.length;
};
