// The words of a report while it is written: a headline and a summary, in both languages.
import { sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { authorize } from "~/policy/can";
import { reports } from "~db/schema/index";
import { getReport } from "./queries.server";
import { emptyDraft, type ReportDraft } from "./report";

/** Makes the row where there is none and holds it until the transaction ends. */
export const holdReport = async (ctx: Context, trialId: number): Promise<{ id: number; draft: ReportDraft; revision: number }> => {
  await ctx.db.insert(reports).values({ trialId, draft: emptyDraft, createdAt: ctx.now, revision: 0 }).onConflictDoNothing();
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(sql`${reports.trialId} = ${trialId}`)
    .for("update");
  if (!row) throw new Error("The report was not created");
  return { id: row.id, draft: { ...emptyDraft, ...row.draft }, revision: row.revision };
};

export const writeDraft = async (ctx: Context, report: { id: number; revision: number }, draft: ReportDraft): Promise<void> => {
  await ctx.db
    .update(reports)
    .set({ draft, revision: report.revision + 1 })
    .where(sql`${reports.id} = ${report.id}`);
};

export const saveDraft = async (ctx: Context, input: { trialId: number; headline: LocalizedText; summary: LocalizedText; revision: number }): Promise<void> => {
  const { trial } = await getReport(ctx, input.trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  await inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, input.trialId);
    const { headline, summary } = report.draft;
    if (report.revision !== input.revision) {
      const values = { "headline.en": headline.en, "headline.id": headline.id, "summary.en": summary.en, "summary.id": summary.id };
      throw new Conflict("the report was changed meanwhile", { key: "stale" }, { revision: report.revision, values });
    }
    await writeDraft(inner, report, { ...report.draft, headline: input.headline, summary: input.summary });
  });
};
