// Questionnaires while they are written, the versions frozen at launch, and what people answered.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { FlagReason } from "../../app/features/questionnaires/flag-reason";
import type { AnswerStatus, FrozenQuestionnaire, QuestionDraft } from "../../app/features/questionnaires/questionnaire";
import { people } from "./accounts";
import { at, createdAt, id, localizedText } from "./columns";

export const questionnaires = pgTable("questionnaires", {
  id: id(),
  kind: text().$type<"screener" | "evaluation">().notNull(),
  title: localizedText().notNull(),
  /** Grows with every change to any of its questions. */
  revision: integer().notNull().default(1),
  createdBy: integer().references(() => people.id),
  createdAt: createdAt(),
});

export const questions = pgTable(
  "questions",
  {
    id: id(),
    questionnaireId: integer()
      .notNull()
      .references(() => questionnaires.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    /** The name of the column in exports; unique in its questionnaire. */
    key: text().notNull(),
    type: text().notNull(),
    body: jsonb().$type<QuestionDraft>().notNull(),
    revision: integer().notNull().default(1),
  },
  (t) => [unique("questions_key").on(t.questionnaireId, t.key), index("questions_position").on(t.questionnaireId, t.position)],
);

/** Immutable: a trigger refuses UPDATE and DELETE. */
export const questionnaireVersions = pgTable(
  "questionnaire_versions",
  {
    id: id(),
    questionnaireId: integer()
      .notNull()
      .references(() => questionnaires.id),
    number: integer().notNull(),
    definition: jsonb().$type<FrozenQuestionnaire>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("questionnaire_versions_number").on(t.questionnaireId, t.number)],
);

/** One person's filled-in questionnaire, about one prototype where there is one. */
export const responses = pgTable(
  "responses",
  {
    id: id(),
    versionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    /** For a screener: who applies. For an imported study and an evaluation by a participant: null. */
    personId: integer().references(() => people.id),
    /** The trial's participant; without a foreign key, because trials stand above questionnaires. */
    participantId: integer(),
    prototypeId: integer(),
    /** Place in the order of presentation, from 1. */
    position: integer(),
    state: text().$type<"open" | "submitted">().notNull().default("open"),
    /** Grows with every saved answer. */
    revision: integer().notNull().default(0),
    startedAt: createdAt(),
    submittedAt: at(),
  },
  (t) => [
    uniqueIndex("responses_participant")
      .on(t.participantId, t.prototypeId)
      .where(sql`${t.participantId} is not null`),
    uniqueIndex("responses_screener")
      .on(t.versionId, t.personId)
      .where(sql`${t.personId} is not null`),
    index("responses_version").on(t.versionId, t.state),
    check("responses_state", sql`(${t.state} = 'submitted') = (${t.submittedAt} is not null)`),
  ],
);

export const answers = pgTable(
  "answers",
  {
    responseId: integer()
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    status: text().$type<AnswerStatus>().notNull().default("answered"),
    /** Shape by question type; null unless `status` is `answered`. */
    value: jsonb().$type<unknown>(),
    /** The revision of the response when this answer was saved; a save made on an older one is refused. */
    revision: integer().notNull().default(0),
    updatedAt: createdAt(),
    /** Time the question was on screen, in milliseconds, summed over visits. */
    shownMs: integer().notNull().default(0),
    changes: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.questionKey] }),
    check("answers_status", sql`${t.status} in ('answered', 'skipped', 'dont_know', 'not_applicable', 'prefer_not_to_say')`),
  ],
);

/** Questions that somebody keeps to use again. */
export const libraryQuestions = pgTable(
  "library_questions",
  {
    id: id(),
    ownerId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    type: text().notNull(),
    key: text().notNull(),
    body: jsonb().$type<QuestionDraft>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("library_questions_owner").on(t.ownerId, t.id)],
);

/** Why somebody should look at a response, found when it was handed in, and what a person decided about it. */
export const responseFlags = pgTable(
  "response_flags",
  {
    responseId: integer()
      .primaryKey()
      .references(() => responses.id, { onDelete: "cascade" }),
    versionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    reasons: jsonb().$type<FlagReason[]>().notNull(),
    decision: text().$type<"kept" | "left_out">(),
    decidedBy: integer().references(() => people.id),
    decidedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    index("response_flags_version").on(t.versionId, t.decision),
    check(
      "response_flags_decision",
      sql`${t.decision} in ('kept', 'left_out') and ${t.decidedAt} is not null or ${t.decision} is null and ${t.decidedAt} is null`,
    ),
  ],
);

/** The fingerprints of longer open answers, to find the same words twice. */
export const answerPrints = pgTable(
  "answer_prints",
  {
    responseId: integer()
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    versionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    /** Texts that are alike share at least one of these. */
    bands: integer().array().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.questionKey] }), index("answer_prints_alike").using("gin", t.bands)],
);

/** Pictures that people upload, rebuilt from their pixels. `key` is random; clients never choose it. */
export const files = pgTable(
  "files",
  {
    id: text().primaryKey(),
    ownerId: integer().references(() => people.id),
    responseId: integer().references(() => responses.id, { onDelete: "cascade" }),
    state: text().$type<"pending" | "attached">().notNull().default("pending"),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("files_owner").on(t.ownerId), index("files_pending").on(t.state, t.createdAt)],
);
