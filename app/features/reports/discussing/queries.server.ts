// Comments on a report, for those who may see it. They are read here and nowhere else: no version and no file is made of them.
import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { authorize } from "~/policy/can";
import { people, reportComments, reports } from "~db/schema/index";
import { findTrialFacts } from "../data.server";
import { getReport } from "../queries.server";
import type { BlockName } from "../report";
import { openThreads, type ReportComment } from "./comment";

const resolvers = alias(people, "resolvers");
export const mostComments = 1000;

export const findComments = async (ctx: Context, reportId: number | null, block?: BlockName): Promise<ReportComment[]> => {
  if (reportId === null) return [];
  const rows = await ctx.db
    .select({ comment: reportComments, author: people.displayName, resolvedBy: resolvers.displayName })
    .from(reportComments)
    .leftJoin(people, eq(people.id, reportComments.authorId))
    .leftJoin(resolvers, eq(resolvers.id, reportComments.resolvedBy))
    .where(and(eq(reportComments.reportId, reportId), block ? eq(reportComments.block, block) : undefined))
    .orderBy(asc(reportComments.id))
    .limit(mostComments);
  return rows.map(({ comment: { reportId: _report, body, ...comment }, author, resolvedBy }) => ({
    ...comment,
    author,
    body: comment.removedAt === null ? body : null,
    resolvedBy,
  }));
};

/** Everything about the report that is not settled, oldest first. */
export const listOpenThreads = async (ctx: Context, trialId: number) => {
  const { trial, report } = await getReport(ctx, trialId);
  return { trial, threads: openThreads(await findComments(ctx, report.id)) };
};

/** A comment and the trial whose report it is about. */
export const getComment = async (ctx: Context, commentId: number) => {
  authorize(ctx.actor, "enter-workshop", null);
  const [row] = await ctx.db
    .select({ comment: reportComments, trialId: reports.trialId })
    .from(reportComments)
    .innerJoin(reports, eq(reports.id, reportComments.reportId))
    .where(eq(reportComments.id, commentId));
  if (!row) throw new NotFound("comment");
  const trial = await findTrialFacts(ctx, row.trialId);
  authorize(ctx.actor, "see-report", { teamId: trial.teamId });
  return { trial, comment: row.comment };
};

export const getOwnComment = async (ctx: Context, commentId: number) => {
  const { trial, comment } = await getComment(ctx, commentId);
  authorize(ctx.actor, "change-report-comment", { teamId: trial.teamId, authorId: comment.authorId });
  if (comment.removedAt !== null) throw new NotFound("comment");
  return { trial, comment };
};
