// Groups of people that a report can be narrowed to, chosen from what is known and kept by name.
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Condition } from "../../app/features/reports/segments/segment";
import { people } from "./accounts";
import { at, createdAt, id } from "./columns";
import { trials } from "./trials";

/** Never changed, and removed by a date only: what was once shown must stay known, or the difference to the next one would tell on somebody. */
export const reportSegments = pgTable(
  "report_segments",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    name: text().notNull(),
    conditions: jsonb().$type<Condition[]>().notNull(),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
    removedAt: at(),
  },
  (t) => [index("report_segments_trial").on(t.trialId, t.id)],
);
