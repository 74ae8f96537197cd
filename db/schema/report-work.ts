// What a team says to each other while they write a report, and who sees to which block. None of it is ever part of a version.
import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { BlockName } from "../../app/features/reports/report";
import { people } from "./accounts";
import { at, createdAt, id } from "./columns";
import { reports } from "./reports";

export const reportComments = pgTable(
  "report_comments",
  {
    id: id(),
    reportId: integer()
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    block: text().$type<BlockName>().notNull(),
    /** Replies go one level deep: the parent is always a comment without a parent. */
    parentId: integer(),
    authorId: integer().references(() => people.id),
    body: text().notNull(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    editedAt: at(),
    /** The words are shown to nobody any more, that somebody said something is. */
    removedAt: at(),
    /** Of the comment that opens a thread: what it was about is settled. */
    resolvedAt: at(),
    resolvedBy: integer().references(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("cascade"),
    index("report_comments_report").on(t.reportId, t.id),
    check("report_comments_resolved", sql`${t.parentId} is null or ${t.resolvedAt} is null`),
  ],
);

/** A block that somebody was asked to see to. */
export const reportBlockAssignments = pgTable(
  "report_block_assignments",
  {
    reportId: integer()
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    block: text().$type<BlockName>().notNull(),
    assigneeId: integer()
      .notNull()
      .references(() => people.id),
    dueOn: date({ mode: "string" }),
    assignedBy: integer().references(() => people.id),
    assignedAt: createdAt(),
    readyAt: at(),
    readyBy: integer().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.block] }), index("report_block_assignments_assignee").on(t.assigneeId)],
);
