// Publishing turns the draft into a numbered version that nobody can change, and tells everybody who took part.
import { desc, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { moveTrial } from "~/features/trials/move-trial.server";
import { isUnblinded } from "~/features/trials/trial";
import { authorize } from "~/policy/can";
import { reportVersions } from "~db/schema/index";
import { version as softwareVersion } from "../../../package.json";
import { assembleReport } from "./assembling/assemble-report.server";
import { canonicalJson } from "./canonical-json";
import { computeWithResults, withWordsOf } from "./compute-report.server";
import { loadReportData } from "./data.server";
import type { Stamped } from "./drafts/stamp.server";
import type { DraftResult } from "./drafts/stored";
import { findCurrent, isLarge, joinFinished } from "./drafts/stored-drafts.server";
import { getReport } from "./queries.server";
import { holdReport } from "./save-draft.server";
import { findSegment } from "./segments/queries.server";
import type { SavedSegment } from "./segments/segment";

/**
 * A large trial is published as the worker computed it, if nothing that it depends on has changed since: the report is held, so that
 * nobody leaves people out meanwhile, and the fingerprint is worked out in the same transaction that numbers the version.
 */
const contentNow = async (
  ctx: Context,
  stamped: Stamped,
  segment: SavedSegment | null,
  mostInPage?: number,
): Promise<Pick<DraftResult, "content" | "dataHash"> & { finished: string }> => {
  const { trial, report } = stamped;
  if (await isLarge(ctx, trial, mostInPage)) {
    const computed = await findCurrent(ctx, "draft", stamped);
    if (computed === null) throw new Conflict("the numbers are older than what they depend on", { key: "report_being_computed" });
    const { content, dataHash } = computed;
    return { ...(await joinFinished(ctx, trial, withWordsOf(content, report.draft), dataHash)), dataHash };
  }
  const data = await loadReportData(ctx, trial, report.draft.exclusions, segment);
  return { ...(await computeWithResults(ctx, data, report.draft, report.id)), dataHash: data.dataHash };
};

type Input = {
  trialId: number;
  segmentId?: number | null;
  /** What had been added to the numbers that somebody looked at; null for any. */ finished?: string | null;
  /** See `isLarge`. */ mostInPage?: number;
};

/** The number of the new version. A draft that says exactly what the newest version says is not published again. */
export const publishReport = async (ctx: Context, { trialId, segmentId = null, finished = null, mostInPage }: Input): Promise<number> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!isUnblinded(trial.state)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  return inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    const segment = segmentId === null ? null : await findSegment(inner, trialId, segmentId);
    if (segmentId !== null && segment === null) throw new NotFound("segment");
    const { content: computed, dataHash, finished: present } = await contentNow(inner, { trial, report, segmentId }, segment, mostInPage);
    if (finished !== null && finished !== present) throw new Conflict("something has been added to the numbers", { key: "report_added_to" });
    const content = assembleReport(computed, report.draft);
    if (content.segment && content.segment.state !== "shown") throw new Conflict("the segment is too small", { key: "segment_too_small" });
    const [newest] = await inner.db.select().from(reportVersions).where(eq(reportVersions.reportId, report.id)).orderBy(desc(reportVersions.number)).limit(1);
    if (newest && newest.dataHash === dataHash && canonicalJson(newest.content) === canonicalJson(content)) {
      throw new Conflict("nothing has changed", { key: "report_unchanged", values: { number: newest.number } });
    }
    const number = (newest?.number ?? 0) + 1;
    const madeFrom = { draft: report.draft, segmentId };
    const row = { reportId: report.id, number, content, dataHash, softwareVersion, madeFrom, publishedBy: actorId(ctx.actor), publishedAt: ctx.now };
    await inner.db.insert(reportVersions).values(row);
    await record(inner, { kind: "report.published", subject: { kind: "trial", id: trialId }, data: { number } });
    // The first version ends the analysis, and everybody who took part is told.
    if (trial.state === "analysis") await moveTrial(inner, { trialId, to: "reported", reason: "" });
    return number;
  });
};
