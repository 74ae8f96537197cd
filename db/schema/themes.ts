// What people wrote in their own words, sorted into themes: the codebook of each open question, and who coded which answer as what.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, type AnyPgColumn } from "drizzle-orm/pg-core";
import type { ActBefore, CodingActKind, Tone } from "../../app/features/themes/theme";
import { people } from "./accounts";
import { at, createdAt, id, localizedText } from "./columns";
import { responses } from "./questionnaires";
import { trials } from "./trials";

export const themes = pgTable(
  "themes",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    name: localizedText().notNull(),
    /** When an answer belongs here and when it does not, for whoever codes. */
    definition: text().notNull().default(""),
    position: integer().notNull(),
    /** What was coded with this theme counts for that one. Codings keep their own, so that a merge can be undone. */
    mergedInto: integer().references((): AnyPgColumn => themes.id),
    removedAt: at(),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index("themes_question").on(t.trialId, t.questionKey, t.position), check("themes_merged", sql`${t.mergedInto} <> ${t.id}`)],
);

/** One coder's reading of one answer. A settled reading stands above those of the coders who differed. */
export const codings = pgTable(
  "codings",
  {
    id: id(),
    responseId: integer()
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    coderId: integer()
      .notNull()
      .references(() => people.id),
    isSettled: boolean().notNull().default(false),
    /** How it sounds, where the coder said so. */
    tone: text().$type<Tone>(),
    at: createdAt(),
  },
  (t) => [
    uniqueIndex("codings_coder")
      .on(t.responseId, t.questionKey, t.coderId)
      .where(sql`not ${t.isSettled}`),
    uniqueIndex("codings_settled")
      .on(t.responseId, t.questionKey)
      .where(sql`${t.isSettled}`),
    check("codings_tone", sql`${t.tone} in ('positive', 'mixed', 'negative')`),
  ],
);

/** None for an answer that somebody read and that fits no theme. */
export const codingThemes = pgTable(
  "coding_themes",
  {
    codingId: integer()
      .notNull()
      .references(() => codings.id, { onDelete: "cascade" }),
    themeId: integer()
      .notNull()
      .references(() => themes.id),
  },
  (t) => [primaryKey({ columns: [t.codingId, t.themeId] }), index("coding_themes_theme").on(t.themeId)],
);

/** Every act of coding with what stood before it, so that its coder can undo it. */
export const codingActs = pgTable(
  "coding_acts",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    by: integer()
      .notNull()
      .references(() => people.id),
    kind: text().$type<CodingActKind>().notNull(),
    before: jsonb().$type<ActBefore>().notNull(),
    at: createdAt(),
    undoneAt: at(),
  },
  (t) => [index("coding_acts_of_coder").on(t.trialId, t.questionKey, t.by, t.id)],
);

/** From this moment on somebody sees how the others coded, and no longer codes what they coded. */
export const codingComparisons = pgTable(
  "coding_comparisons",
  {
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    questionKey: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    at: createdAt(),
  },
  (t) => [unique("coding_comparisons_once").on(t.trialId, t.questionKey, t.personId)],
);
