// The record of what happened, for administrators: newest first, narrowed by kind, by who did it and by what it is about.
import { and, desc, eq, like, lt, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { authorize } from "~/policy/can";
import { activity, people } from "~db/schema/index";
import type { ActivityKind } from "./activity";

const pageSize = 50;

export type AuditFilter = { area?: string | null; actorId?: number | null; subject?: { kind: string; id: string } | null; after?: string | null };
export type AuditEntry = {
  id: number;
  at: Date;
  kind: ActivityKind;
  actorId: number | null;
  actorName: string | null;
  subjectKind: string;
  subjectId: string;
  subjectName: string | null;
  data: Record<string, unknown>;
};

/** The areas of the record: what stands before the point of a kind, such as `account` in `account.role_changed`. */
export const auditAreas = [
  "account",
  "consent",
  "team",
  "access",
  "limit",
  "idea",
  "comment",
  "board",
  "case",
  "product",
  "prototype",
  "trial",
  "application",
  "place",
  "parcel",
  "address",
  "codes",
  "fulfilment",
  "questionnaire",
  "response",
  "participant",
  "report",
  "decision",
  "change",
  "data",
] as const;

export const listActivity = async (ctx: Context, filter: AuditFilter): Promise<Page<AuditEntry>> => {
  authorize(ctx.actor, "read-audit", null);
  const [after] = decodeNumberCursor(filter.after, 1) ?? [];
  const area = auditAreas.find((name) => name === filter.area);
  const rows = await ctx.db
    .select({
      id: activity.id,
      at: activity.at,
      kind: sql<ActivityKind>`${activity.kind}`,
      actorId: activity.actorId,
      actorName: people.displayName,
      subjectKind: activity.subjectKind,
      subjectId: activity.subjectId,
      subjectName: sql<string | null>`(select s.display_name from people s where ${activity.subjectKind} = 'person' and s.id::text = ${activity.subjectId})`,
      data: activity.data,
    })
    .from(activity)
    .leftJoin(people, eq(people.id, activity.actorId))
    .where(
      and(
        after === undefined ? undefined : lt(activity.id, after),
        area ? like(activity.kind, `${area}.%`) : undefined,
        filter.actorId ? eq(activity.actorId, filter.actorId) : undefined,
        filter.subject ? and(eq(activity.subjectKind, filter.subject.kind), eq(activity.subjectId, filter.subject.id)) : undefined,
      ),
    )
    .orderBy(desc(activity.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
};
