// Links as the team sees them, and the version as a stranger with a link sees it.
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { translatorFor } from "~/i18n/strings.server";
import { authorize } from "~/policy/can";
import { people, reports, reportShares, reportVersions } from "~db/schema/index";
import { getVersion, withoutWithdrawnWords } from "../queries.server";
import type { ReportContent } from "../report";
import { hashOfToken } from "./share-version.server";

/** Newest first. */
export const listShares = async (ctx: Context, trialId: number, number: number) => {
  const { trial, version } = await getVersion(ctx, trialId, number);
  authorize(ctx.actor, "share-report", { teamId: trial.teamId });
  const shares = await ctx.db
    .select({
      id: reportShares.id,
      note: reportShares.note,
      by: people.displayName,
      createdAt: reportShares.createdAt,
      endsAt: reportShares.endsAt,
      revokedAt: reportShares.revokedAt,
      opened: sql<number>`(select count(*)::int from activity a where a.subject_kind = 'report_share' and a.subject_id = ${reportShares.id}::text and a.kind = 'report.share_opened')`,
    })
    .from(reportShares)
    .leftJoin(people, eq(people.id, reportShares.createdBy))
    .where(eq(reportShares.reportVersionId, version.id))
    .orderBy(desc(reportShares.id))
    .limit(100);
  return { trial, shares };
};

/** What leads to a person stays inside: no id, no number of a participant, no words about why somebody was left out. */
const forStrangers = (ctx: Context, content: ReportContent): ReportContent => ({
  ...content,
  blocks: content.blocks.map((block) => {
    if (block.block === "quotations") {
      const questions = block.questions.map((question) => ({
        ...question,
        quotations: question.quotations.filter(({ excerpt }) => excerpt !== null).map((quotation, index) => ({ ...quotation, response: index + 1 })),
      }));
      return { ...block, questions };
    }
    if (block.block !== "base") return block;
    const reason = translatorFor(ctx.locale)("reports.reason_not_shared");
    return { ...block, exclusions: block.exclusions.map(({ responses }, index) => ({ person: index + 1, reason, responses })) };
  }),
});

const tokenPattern = /^[\w-]{43}$/;

/** The token is the permission. A link that never was, has ended or was taken back is the same to whoever holds it. Each opening is recorded. */
export const openSharedVersion = async (ctx: Context, token: string) => {
  if (!tokenPattern.test(token)) throw new NotFound("link");
  const [found] = await ctx.db
    .select({ share: reportShares, version: reportVersions, trialId: reports.trialId })
    .from(reportShares)
    .innerJoin(reportVersions, eq(reportVersions.id, reportShares.reportVersionId))
    .innerJoin(reports, eq(reports.id, reportVersions.reportId))
    .where(and(eq(reportShares.tokenHash, hashOfToken(token)), isNull(reportShares.revokedAt), gt(reportShares.endsAt, ctx.now)));
  if (!found) throw new NotFound("link");
  const { share, version, trialId } = found;
  await record(ctx, { kind: "report.share_opened", subject: { kind: "report_share", id: share.id }, data: { trialId, number: version.number } });
  const content = forStrangers(ctx, await withoutWithdrawnWords(ctx, version.content));
  return { content, number: version.number, publishedAt: version.publishedAt, endsAt: share.endsAt };
};
