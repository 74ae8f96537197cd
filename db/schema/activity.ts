// What happened, append-only: it feeds notifications and audit. A trigger refuses UPDATE and DELETE.
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns";

export const activity = pgTable(
  "activity",
  {
    id: id(),
    at: createdAt(),
    /** Null for the house itself and for visitors. */
    actorId: integer(),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** Never a personal value: ids, states, counts and the like. */
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index("activity_subject").on(t.subjectKind, t.subjectId, t.id), index("activity_kind").on(t.kind, t.id), index("activity_actor").on(t.actorId, t.id)],
);

/** The answer that a form with this key was given; a twin waits for it and replays it. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    key: text().primaryKey(),
    personId: integer(),
    use: text().notNull(),
    answer: jsonb().$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [index("idempotency_keys_created").on(t.createdAt)],
);

/** What somebody was typing, kept until it is sent. `scope` names the form, for example `idea:new`. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    personId: integer().notNull(),
    scope: text().notNull(),
    body: jsonb().$type<Record<string, string>>().notNull(),
    revision: integer().notNull().default(1),
    updatedAt: at().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("drafts_scope").on(t.personId, t.scope)],
);
