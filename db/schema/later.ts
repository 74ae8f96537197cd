// Computations that take too long for a page: asked for by a report or a board, carried out by the worker, kept by what they were computed from.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { ComputationState } from "../../app/features/reports/later/computation";
import type { KeptResult } from "../../app/features/reports/later/task";
import { at, createdAt, id } from "./columns";
import { boards } from "./ideas";
import { reportSegments } from "./segments";
import { trials } from "./trials";

export const computations = pgTable(
  "computations",
  {
    id: id(),
    trialId: integer().references(() => trials.id, { onDelete: "cascade" }),
    boardId: integer().references(() => boards.id, { onDelete: "cascade" }),
    /** The segment that the report is narrowed to. */
    segmentId: integer().references(() => reportSegments.id, { onDelete: "cascade" }),
    /** Which analysis, and of which question: "liking_groups", "prices:q4"; or what a page shows as it was last computed: "draft". */
    method: text().notNull(),
    /** SHA-256 of the answers that it is about, for a draft of everything it depends on; another hash is another computation. */
    dataHash: text().notNull(),
    seed: text().notNull(),
    state: text().$type<ComputationState>().notNull().default("waiting"),
    /** How often it was begun. Whoever reports a result must be the newest run. */
    run: integer().notNull().default(0),
    done: integer().notNull().default(0),
    steps: integer().notNull().default(0),
    createdAt: createdAt(),
    /** The last sign of life of the run. */
    beatAt: at(),
    finishedAt: at(),
    result: jsonb().$type<KeptResult>(),
  },
  (t) => [
    unique("computations_once").on(t.trialId, t.boardId, t.segmentId, t.method, t.dataHash).nullsNotDistinct(),
    index("computations_open")
      .on(t.id)
      .where(sql`${t.state} in ('waiting', 'running')`),
    check("computations_subject", sql`(${t.trialId} is null) <> (${t.boardId} is null)`),
    check("computations_state", sql`${t.state} in ('waiting', 'running', 'done', 'interrupted', 'superseded')`),
  ],
);
