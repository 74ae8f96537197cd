// Who sees to which block of a report, by when, and whether it is ready.
import { and, asc, eq, isNull, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { authorize } from "~/policy/can";
import { whereWorksOnTeam } from "~/policy/teams.server";
import { people, products, reportBlockAssignments, reports, teamMembers, trials } from "~db/schema/index";
import type { BlockName } from "../report";
import type { Assignment, Colleague } from "./assignment";

/** The people who may see a report of this team: `see-report`, asked from the other side. */
export const whereSeesReport = (teamId: number | AnyColumn): SQL =>
  and(
    isNull(people.erasedAt),
    isNull(people.suspendedAt),
    sql`(${people.role} in ('moderator', 'administrator') or (${people.role} = 'product_manager' and exists (
      select 1 from ${teamMembers} m where m.person_id = ${people.id} and m.team_id = ${teamId})))`,
  )!;

export const listColleagues = async (ctx: Context, teamId: number): Promise<Colleague[]> =>
  ctx.db
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(whereSeesReport(teamId))
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(200);

export const findAssignments = async (ctx: Context, reportId: number | null): Promise<Assignment[]> => {
  if (reportId === null) return [];
  const rows = await ctx.db
    .select({
      block: reportBlockAssignments.block,
      assigneeId: reportBlockAssignments.assigneeId,
      assignee: people.displayName,
      dueOn: reportBlockAssignments.dueOn,
      readyAt: reportBlockAssignments.readyAt,
    })
    .from(reportBlockAssignments)
    .innerJoin(people, eq(people.id, reportBlockAssignments.assigneeId))
    .where(eq(reportBlockAssignments.reportId, reportId));
  return rows.map(({ readyAt, ...row }) => ({ ...row, isReady: readyAt !== null }));
};

export type MyBlock = { trialId: number; trial: LocalizedText; block: BlockName; dueOn: string | null };

/** What whoever asks was given to see to and has not finished, the most pressing first. */
export const listMyBlocks = async (ctx: Context): Promise<MyBlock[]> => {
  authorize(ctx.actor, "enter-workshop", null);
  return ctx.db
    .select({ trialId: trials.id, trial: trials.name, block: reportBlockAssignments.block, dueOn: reportBlockAssignments.dueOn })
    .from(reportBlockAssignments)
    .innerJoin(reports, eq(reports.id, reportBlockAssignments.reportId))
    .innerJoin(trials, eq(trials.id, reports.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .where(
      and(eq(reportBlockAssignments.assigneeId, actorId(ctx.actor) ?? 0), isNull(reportBlockAssignments.readyAt), whereWorksOnTeam(ctx.actor, products.teamId)),
    )
    .orderBy(sql`${reportBlockAssignments.dueOn} asc nulls last`, asc(trials.id), asc(reportBlockAssignments.block))
    .limit(100);
};
