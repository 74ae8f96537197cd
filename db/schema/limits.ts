// How often something was done lately. Written outside transactions and kept out of the write-ahead log:
// a crash of the database forgets the counts of the last minutes, and in return counting costs next to nothing.
import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** Keys are a limit's name and a keyed hash: the table tells nobody who did what. */
export const limits = pgTable("limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970; from then on the count starts again. */
  expire: bigint({ mode: "number" }),
});
