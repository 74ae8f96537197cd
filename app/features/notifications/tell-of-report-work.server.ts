// Reports while they are written: people in a conversation hear that it goes on, and whoever is given a block hears of it. What was said stays in the house: no mail quotes it.
import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { Context } from "~/core/context";
import { findAssignments, whereSeesReport } from "~/features/reports/assigning/queries.server";
import { blockHeading, isBlockName } from "~/features/reports/block-names";
import type { BlockName } from "~/features/reports/report";
import { formatter } from "~/i18n/format";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { people, products, reportComments, reports, trials } from "~db/schema/index";
import type { NotificationData } from "./notification";
import { numberIn, textIn, type Event, type Teller } from "./telling";

const reportOf = async (ctx: Context, trialId: number) => {
  const [row] = await ctx.db
    .select({ id: reports.id, trialId: trials.id, name: trials.name, teamId: products.teamId })
    .from(reports)
    .innerJoin(trials, eq(trials.id, reports.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .where(eq(reports.trialId, trialId));
  return row ?? null;
};

const dataOf = ({ name }: { name: { en: string; id: string } }, block: BlockName): NotificationData => ({
  title_en: name.en,
  title_id: name.id,
  block_en: translatorFor("en")(blockHeading(block)),
  block_id: translatorFor("id")(blockHeading(block)),
});

/** Whoever may not see the report any more is not told. */
const whoStillSees = async (ctx: Context, teamId: number, ids: readonly number[]): Promise<Set<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...ids]), whereSeesReport(teamId)));
  return new Set(rows.map(({ id }) => id));
};

const blockIn = (event: Event): BlockName | null => {
  const block = textIn(event, "block");
  return isBlockName(block) ? block : null;
};

const aboutComment: Teller = async (ctx, event) => {
  const [comment] = await ctx.db
    .select()
    .from(reportComments)
    .where(eq(reportComments.id, Number(event.subjectId)));
  const report = await reportOf(ctx, numberIn(event, "trialId") ?? 0);
  if (!comment || comment.removedAt !== null || !report) return null;
  const opening = comment.parentId ?? comment.id;
  // Those who had spoken by then.
  const thread = await ctx.db
    .select({ authorId: reportComments.authorId })
    .from(reportComments)
    .where(and(or(eq(reportComments.id, opening), eq(reportComments.parentId, opening)), lt(reportComments.id, comment.id), isNull(reportComments.removedAt)));
  const assignee = (await findAssignments(ctx, report.id)).find(({ block }) => block === comment.block)?.assigneeId;
  // The closest tie decides the words: a block that one sees to, a conversation that one is in.
  const variants = new Map<number, string>();
  for (const { authorId } of thread) if (authorId !== null) variants.set(authorId, "thread");
  if (assignee !== undefined) variants.set(assignee, "assigned");
  if (comment.authorId !== null) variants.delete(comment.authorId);
  const seeing = await whoStillSees(ctx, report.teamId, [...variants.keys()]);
  return {
    path: `${paths.reportBlock(report.trialId, comment.block)}#comment-${comment.id}`,
    data: dataOf(report, comment.block),
    recipients: [...variants].filter(([personId]) => seeing.has(personId)).map(([personId, variant]) => ({ personId, variant })),
  };
};

const aboutAssignment: Teller = async (ctx, event) => {
  const report = await reportOf(ctx, Number(event.subjectId));
  const block = blockIn(event);
  if (!report || !block) return null;
  const assigned = (await findAssignments(ctx, report.id)).find((each) => each.block === block);
  // Taken back, or given to somebody else, before anybody was told.
  if (!assigned || assigned.assigneeId !== numberIn(event, "assigneeId")) return null;
  const seeing = await whoStillSees(ctx, report.teamId, [assigned.assigneeId]);
  const { dueOn } = assigned;
  return {
    path: paths.reportBlock(report.trialId, block),
    data: dataOf(report, block),
    recipients: [...seeing].map((personId) => ({ personId })),
    detail: (locale) => (dueOn ? { paragraphs: [translatorFor(locale)("notifications.block_due", { date: formatter(locale).date(dueOn) })] } : {}),
  };
};

export const reportWorkTellers = {
  "report.commented": aboutComment,
  "report.block_assigned": aboutAssignment,
} satisfies Record<string, Teller>;
