// Reports while they are written, their immutable published versions, decisions, and "You said, we did".
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ReportContent, ReportDraft } from "../../app/features/reports/report";
import { people } from "./accounts";
import { at, createdAt, id, localizedText } from "./columns";
import { ideas } from "./ideas";
import { products } from "./products";
import { responses } from "./questionnaires";
import { trials } from "./trials";

export const reports = pgTable(
  "reports",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id),
    draft: jsonb().$type<ReportDraft>().notNull(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique("reports_trial").on(t.trialId)],
);

/** Immutable: a trigger refuses UPDATE and DELETE. */
export const reportVersions = pgTable(
  "report_versions",
  {
    id: id(),
    reportId: integer()
      .notNull()
      .references(() => reports.id),
    number: integer().notNull(),
    content: jsonb().$type<ReportContent>().notNull(),
    /** SHA-256 of the rows that went in. */
    dataHash: text().notNull(),
    softwareVersion: text().notNull(),
    /** What it was made from beside the answers, so that anybody can make it again; null for versions older than this column. */
    madeFrom: jsonb().$type<{ draft: ReportDraft; segmentId: number | null }>(),
    publishedBy: integer().references(() => people.id),
    publishedAt: createdAt(),
  },
  (t) => [unique("report_versions_number").on(t.reportId, t.number)],
);

/** A link by which somebody without an account reads one version, until it ends or is taken back. The link itself is not kept, only its hash. */
export const reportShares = pgTable(
  "report_shares",
  {
    id: id(),
    reportVersionId: integer()
      .notNull()
      .references(() => reportVersions.id),
    tokenHash: text().notNull(),
    /** For whom it was made, in the words of whoever made it. */
    note: text().notNull(),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
    endsAt: at().notNull(),
    revokedAt: at(),
    revokedBy: integer().references(() => people.id),
  },
  (t) => [unique("report_shares_token").on(t.tokenHash), index("report_shares_version").on(t.reportVersionId, t.id)],
);

/** An excerpt of an open answer, picked for the report. Only where the person consented to be quoted. */
export const quotations = pgTable(
  "quotations",
  {
    id: id(),
    reportId: integer()
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    responseId: integer()
      .notNull()
      .references(() => responses.id),
    questionKey: text().notNull(),
    excerpt: text().notNull(),
    pickedBy: integer().references(() => people.id),
    pickedAt: createdAt(),
  },
  (t) => [unique("quotations_once").on(t.reportId, t.responseId, t.questionKey)],
);

/** The newest row of a finding is its decision; older ones are its history. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    reportVersionId: integer()
      .notNull()
      .references(() => reportVersions.id),
    /** Key of the finding in the version's content. */
    finding: text().notNull(),
    choice: text().$type<"change" | "keep" | "test_again" | "stop">().notNull(),
    note: text().notNull().default(""),
    /** Who sees to it, and by when. */
    ownerId: integer().references(() => people.id),
    dueOn: date({ mode: "string" }),
    by: integer().references(() => people.id),
    at: createdAt(),
  },
  (t) => [index("decisions_finding").on(t.reportVersionId, t.finding, t.id), index("decisions_owner").on(t.ownerId)],
);

/** A decision that was carried out, and what changed by it. */
export const decisionOutcomes = pgTable("decision_outcomes", {
  decisionId: integer()
    .primaryKey()
    .references(() => decisions.id),
  outcome: text().notNull(),
  by: integer().references(() => people.id),
  at: createdAt(),
});

/** One thing that changed because of what people said. Public once published. */
export const changes = pgTable(
  "changes",
  {
    id: id(),
    productId: integer()
      .notNull()
      .references(() => products.id),
    trialId: integer().references(() => trials.id),
    decisionId: integer().references(() => decisions.id),
    quotationId: integer().references(() => quotations.id),
    title: localizedText().notNull(),
    said: localizedText().notNull(),
    did: localizedText().notNull(),
    /** A member's words, copied so that they stand as they were consented to. */
    quote: text().notNull().default(""),
    voices: integer().notNull().default(0),
    steps: jsonb().$type<{ label: { en: string; id: string }; on: string }[]>().notNull().default([]),
    revision: integer().notNull().default(1),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
    publishedAt: at(),
  },
  (t) => [index("changes_published").on(t.publishedAt.desc(), t.id.desc())],
);

export const changeIdeas = pgTable(
  "change_ideas",
  {
    changeId: integer()
      .notNull()
      .references(() => changes.id, { onDelete: "cascade" }),
    ideaId: integer()
      .notNull()
      .references(() => ideas.id),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.ideaId] }), index("change_ideas_idea").on(t.ideaId)],
);
