// Cases of the queue, members' flags, and the verdicts with their reasons.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { CaseReason, CaseSubject, Verdict } from "../../app/features/moderation/case";
import { people } from "./accounts";
import { at, createdAt, id } from "./columns";

export const cases = pgTable(
  "cases",
  {
    id: id(),
    subjectKind: text().$type<CaseSubject>().notNull(),
    subjectId: integer().notNull(),
    /** Why it is here: named holds, each shown to the moderator and weighed in the priority. */
    reasons: jsonb().$type<CaseReason[]>().notNull(),
    priority: integer().notNull(),
    state: text().$type<"open" | "closed">().notNull().default("open"),
    openedAt: createdAt(),
    closedAt: at(),
    claimedBy: integer().references(() => people.id),
    claimedUntil: at(),
    /** Grows with every claim, verdict and undo: the second of two moderators is told. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("cases_open_subject")
      .on(t.subjectKind, t.subjectId)
      .where(sql`${t.state} = 'open'`),
    index("cases_subject").on(t.subjectKind, t.subjectId),
    index("cases_queue").on(t.state, t.priority.desc(), t.id),
    check("cases_state", sql`${t.state} in ('open', 'closed')`),
  ],
);

export const flags = pgTable(
  "flags",
  {
    id: id(),
    subjectKind: text().$type<CaseSubject>().notNull(),
    subjectId: integer().notNull(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    reason: text().$type<"spam" | "rude" | "off_topic" | "personal_data" | "other">().notNull(),
    note: text().notNull().default(""),
    caseId: integer().references(() => cases.id),
    createdAt: createdAt(),
  },
  (t) => [unique("flags_person").on(t.subjectKind, t.subjectId, t.personId), index("flags_case").on(t.caseId)],
);

export const verdicts = pgTable(
  "verdicts",
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => cases.id),
    verdict: text().$type<Verdict>().notNull(),
    /** Key of a reason in `features/moderation/case.ts`, and the moderator's words to the author. */
    reason: text().notNull().default(""),
    message: text().notNull().default(""),
    by: integer()
      .notNull()
      .references(() => people.id),
    at: createdAt(),
    /** The state of the subject before, so that undo puts it back. */
    before: text().notNull(),
    undoneAt: at(),
    undoneBy: integer().references(() => people.id),
  },
  (t) => [index("verdicts_case").on(t.caseId, t.id), index("verdicts_by").on(t.by, t.at)],
);
