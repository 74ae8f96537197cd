// Reports as those who work with the trial's team see them: the draft as it stands, and every published version as it was.
import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { isUnblinded } from "~/features/trials/trial";
import { authorize } from "~/policy/can";
import { decisionOutcomes, decisions, people, reports, reportVersions } from "~db/schema/index";
import { assembleReport } from "./assembling/assemble-report.server";
import { computeBaseReport, computeWithResults, withWordsOf } from "./compute-report.server";
import { findTrialFacts, loadReportData, type TrialFacts } from "./data.server";
import { loadFrame } from "./drafts/frame.server";
import type { Stamped } from "./drafts/stamp.server";
import { isLarge, joinFinished, listAwaited, showStored } from "./drafts/stored-drafts.server";
import { nothing } from "./later/add-results.server";
import { askFor, listProgress } from "./later/computations.server";
import { planComputations } from "./later/plan.server";
import { consentingResponses } from "./quotable.server";
import { findSegment } from "./segments/queries.server";
import type { Quotation } from "./question-result";
import { emptyDraft, type DecisionChoice, type ReportBlock, type ReportContent, type ReportDraft } from "./report";

export type ReportRow = { id: number | null; draft: ReportDraft; revision: number };

const findReport = async (ctx: Context, trialId: number): Promise<ReportRow> => {
  const [row] = await ctx.db.select().from(reports).where(eq(reports.trialId, trialId));
  return row ? { id: row.id, draft: { ...emptyDraft, ...row.draft }, revision: row.revision } : { id: null, draft: emptyDraft, revision: 0 };
};

/** The trial and its report, for somebody who works on it. */
export const getReport = async (ctx: Context, trialId: number): Promise<{ trial: TrialFacts; report: ReportRow }> => {
  authorize(ctx.actor, "enter-workshop", null);
  const trial = await findTrialFacts(ctx, trialId);
  authorize(ctx.actor, "see-report", { teamId: trial.teamId });
  return { trial, report: await findReport(ctx, trialId) };
};

/** The report as it would be published now; of a large trial as the worker last computed it, with a newer one asked for where something has changed.
 * `computed` has all of its blocks, before anybody put them together; `finished` names what the worker has added to them. */
export const getLiveReport = async (ctx: Context, trialId: number, segmentId: number | null = null, mostInPage?: number) => {
  const { trial, report } = await getReport(ctx, trialId);
  const hasResults = isUnblinded(trial.state);
  const segment = segmentId !== null && hasResults ? await findSegment(ctx, trialId, segmentId) : null;
  if (segmentId !== null && segment === null) throw new NotFound("segment");
  if (await isLarge(ctx, trial, mostInPage)) return { trial, report, hasResults, ...(await findStoredDraft(ctx, { trial, report, segmentId })) };
  const data = await loadReportData(ctx, trial, report.draft.exclusions, segment);
  const { content: computed, finished } = hasResults
    ? await computeWithResults(ctx, data, report.draft, report.id)
    : { content: await computeBaseReport(ctx, data, report.draft), finished: nothing };
  const later = hasResults ? await askFor(ctx, { trialId, segmentId }, data.dataHash, planComputations(data)) : [];
  return { trial, report, content: assembleReport(computed, report.draft), computed, hasResults, dataHash: data.dataHash, finished, later, freshness: null };
};

/** Words of people who have withdrawn since, and what was written about the report, are never as old as the numbers. */
const findStoredDraft = async (ctx: Context, stamped: Stamped & { report: ReportRow }) => {
  const { trial, report, segmentId } = stamped;
  const { result, freshness } = await showStored(ctx, "draft", stamped);
  const awaited = await listAwaited(ctx, trial.id, freshness);
  if (result === null) {
    const frame = await loadFrame(ctx, trial, report.draft, segmentId);
    return { content: frame, computed: frame, dataHash: "", finished: nothing, later: awaited, freshness };
  }
  const { content, finished } = await joinFinished(ctx, trial, result.content, result.dataHash);
  const computed = withWordsOf(await withoutWithdrawnWords(ctx, content), report.draft);
  return {
    content: assembleReport(computed, report.draft),
    computed,
    dataHash: result.dataHash,
    finished,
    later: [...awaited, ...(await listProgress(ctx, { trialId: trial.id, segmentId }, result.dataHash))],
    freshness,
  };
};

export type VersionInList = { number: number; publishedAt: Date; by: string | null };

/** Newest first; a trial is reported a handful of times. */
export const listVersions = async (ctx: Context, reportId: number | null): Promise<VersionInList[]> =>
  reportId === null
    ? []
    : ctx.db
        .select({ number: reportVersions.number, publishedAt: reportVersions.publishedAt, by: people.displayName })
        .from(reportVersions)
        .leftJoin(people, eq(people.id, reportVersions.publishedBy))
        .where(eq(reportVersions.reportId, reportId))
        .orderBy(desc(reportVersions.number))
        .limit(100);

const quotationsIn = (block: ReportBlock): Quotation[] => {
  if (!("questions" in block)) return [];
  return block.block === "quotations"
    ? block.questions.flatMap(({ quotations }) => quotations)
    : block.questions.flatMap(({ groups }) => groups ?? []).flatMap(({ quotations }) => quotations);
};

/** Words whose owner has withdrawn the consent since are no longer shown; everything else is as it was published. */
export const withoutWithdrawnWords = async (ctx: Context, content: ReportContent): Promise<ReportContent> => {
  const quotable = await consentingResponses(
    ctx,
    content.blocks.flatMap(quotationsIn).map(({ response }) => response),
  );
  const allowed = <Quoted extends { quotations: Quotation[] }>(quoted: Quoted): Quoted => ({
    ...quoted,
    quotations: quoted.quotations.map((quotation) => (quotable.has(quotation.response) ? quotation : { ...quotation, excerpt: null })),
  });
  const blocks = content.blocks.map((block): ReportBlock => {
    if (!("questions" in block)) return block;
    if (block.block === "quotations") return { ...block, questions: block.questions.map(allowed) };
    return { ...block, questions: block.questions.map((question) => (question.groups ? { ...question, groups: question.groups.map(allowed) } : question)) };
  });
  return { ...content, blocks };
};

export const getVersion = async (ctx: Context, trialId: number, number: number) => {
  const { trial, report } = await getReport(ctx, trialId);
  const [row] =
    report.id === null
      ? []
      : await ctx.db
          .select({ version: reportVersions, by: people.displayName })
          .from(reportVersions)
          .leftJoin(people, eq(people.id, reportVersions.publishedBy))
          .where(and(eq(reportVersions.reportId, report.id), eq(reportVersions.number, number)));
  if (!row) throw new NotFound("version");
  // Who was left out by which id is nobody's business but the recomputation's.
  const { content, madeFrom: _madeFrom, ...version } = row.version;
  return { trial, report, version: { ...version, by: row.by }, content: await withoutWithdrawnWords(ctx, content) };
};

export type DecisionInList = {
  id: number;
  finding: string;
  choice: DecisionChoice;
  note: string;
  by: string | null;
  at: Date;
  owner: string | null;
  dueOn: string | null;
  /** What changed, once it is done. */
  outcome: { text: string; at: Date } | null;
};

const owners = alias(people, "owners");

/** Newest first; the newest of a finding is the decision in force. */
export const listDecisions = async (ctx: Context, versionId: number): Promise<DecisionInList[]> => {
  const rows = await ctx.db
    .select({
      id: decisions.id,
      finding: decisions.finding,
      choice: decisions.choice,
      note: decisions.note,
      by: people.displayName,
      at: decisions.at,
      owner: owners.displayName,
      dueOn: decisions.dueOn,
      outcome: decisionOutcomes.outcome,
      doneAt: decisionOutcomes.at,
    })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.by))
    .leftJoin(owners, eq(owners.id, decisions.ownerId))
    .leftJoin(decisionOutcomes, eq(decisionOutcomes.decisionId, decisions.id))
    .where(eq(decisions.reportVersionId, versionId))
    .orderBy(desc(decisions.id))
    .limit(500);
  return rows.map(({ outcome, doneAt, ...row }) => ({ ...row, outcome: outcome !== null && doneAt !== null ? { text: outcome, at: doneAt } : null }));
};
