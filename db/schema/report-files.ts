// Files of published versions that take long to make: made once by the worker, kept for a day.
import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, bytea, createdAt, id } from "./columns";
import { reportVersions } from "./reports";

export const reportFiles = pgTable(
  "report_files",
  {
    id: id(),
    reportVersionId: integer()
      .notNull()
      .references(() => reportVersions.id),
    format: text().notNull(),
    locale: text().$type<"en" | "id">().notNull(),
    /** What it is made of: after words were taken back, or somebody withdrew, another file is made. */
    madeOf: text().notNull(),
    state: text().$type<"asked" | "made" | "failed">().notNull().default("asked"),
    bytes: bytea(),
    askedAt: createdAt(),
    madeAt: at(),
  },
  (t) => [unique("report_files_once").on(t.reportVersionId, t.format, t.locale, t.madeOf)],
);
