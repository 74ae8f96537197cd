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
import { computeReport } from "./compute-report.server";
import { loadReportData } from "./data.server";
import { getReport } from "./queries.server";
import { holdReport } from "./save-draft.server";
import { findSegment } from "./segments/queries.server";

/** The number of the new version. A draft that says exactly what the newest version says is not published again. */
export const publishReport = async (ctx: Context, { trialId, segmentId = null }: { trialId: number; segmentId?: number | null }): Promise<number> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!isUnblinded(trial.state)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  return inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    const segment = segmentId === null ? null : await findSegment(inner, trialId, segmentId);
    if (segmentId !== null && segment === null) throw new NotFound("segment");
    const data = await loadReportData(inner, trial, report.draft.exclusions, segment);
    if (data.segment && data.segment.state !== "shown") throw new Conflict("the segment is too small", { key: "segment_too_small" });
    const content = assembleReport(await computeReport(inner, data, report.draft, report.id), report.draft);
    const [newest] = await inner.db.select().from(reportVersions).where(eq(reportVersions.reportId, report.id)).orderBy(desc(reportVersions.number)).limit(1);
    if (newest && newest.dataHash === data.dataHash && canonicalJson(newest.content) === canonicalJson(content)) {
      throw new Conflict("nothing has changed", { key: "report_unchanged", values: { number: newest.number } });
    }
    const number = (newest?.number ?? 0) + 1;
    const row = { reportId: report.id, number, content, dataHash: data.dataHash, softwareVersion, publishedBy: actorId(ctx.actor), publishedAt: ctx.now };
    await inner.db.insert(reportVersions).values(row);
    await record(inner, { kind: "report.published", subject: { kind: "trial", id: trialId }, data: { number } });
    // The first version ends the analysis, and everybody who took part is told.
    if (trial.state === "analysis") await moveTrial(inner, { trialId, to: "reported", reason: "" });
    return number;
  });
};
