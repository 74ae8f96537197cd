// Publishing turns the draft into a numbered version that nobody can change, and tells everybody who took part.
import { and, desc, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { reportVersions, trials, trialStates } from "~db/schema/index";
import { version as softwareVersion } from "../../../package.json";
import { canonicalJson } from "./canonical-json";
import { computeReport } from "./compute-report.server";
import { loadReportData } from "./data.server";
import { getReport, isLocked } from "./queries.server";
import { holdReport } from "./save-draft.server";

/** The first version ends the analysis. Who reads it at once may still find a slip, so people are told half a minute later. */
const markReported = async (ctx: Context, trialId: number): Promise<void> => {
  const [moved] = await ctx.db
    .update(trials)
    .set({ state: "reported" })
    .where(and(eq(trials.id, trialId), eq(trials.state, "analysis")))
    .returning({ id: trials.id });
  if (!moved) return;
  await ctx.db.insert(trialStates).values({ trialId, state: "reported", by: actorId(ctx.actor), at: ctx.now });
  await record(ctx, { kind: "trial.state_changed", subject: { kind: "trial", id: trialId }, data: { from: "analysis", to: "reported" } });
  await record(ctx, { kind: "trial.reported", subject: { kind: "trial", id: trialId }, tellAfterMs: 30 * secondInMs });
};

/** The number of the new version. A draft that says exactly what the newest version says is not published again. */
export const publishReport = async (ctx: Context, { trialId }: { trialId: number }): Promise<number> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!isLocked(trial.state)) throw new Conflict("fieldwork is not over", { key: "report_not_yet" });
  return inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    const data = await loadReportData(inner, trial, report.draft.exclusions);
    const content = await computeReport(inner, data, report.draft, report.id);
    const [newest] = await inner.db.select().from(reportVersions).where(eq(reportVersions.reportId, report.id)).orderBy(desc(reportVersions.number)).limit(1);
    if (newest && newest.dataHash === data.dataHash && canonicalJson(newest.content) === canonicalJson(content)) {
      throw new Conflict("nothing has changed", { key: "report_unchanged", values: { number: newest.number } });
    }
    const number = (newest?.number ?? 0) + 1;
    const row = { reportId: report.id, number, content, dataHash: data.dataHash, softwareVersion, publishedBy: actorId(ctx.actor), publishedAt: ctx.now };
    await inner.db.insert(reportVersions).values(row);
    await record(inner, { kind: "report.published", subject: { kind: "trial", id: trialId }, data: { number } });
    await markReported(inner, trialId);
    return number;
  });
};
