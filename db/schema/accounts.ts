// People, how they sign in, what they consented to, and the teams that product managers belong to.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Role } from "../../app/core/context";
import type { Locale } from "../../app/core/locale";
import { at, createdAt, id } from "./columns";

export const people = pgTable(
  "people",
  {
    id: id(),
    /** Always lower case and trimmed. Replaced by an unroutable address when the person is erased. */
    email: text().notNull(),
    displayName: text().notNull(),
    passwordHash: text(),
    emailVerifiedAt: at(),
    role: text().$type<Role>().notNull().default("member"),
    locale: text().$type<Locale>().notNull().default("id"),
    theme: text().$type<"system" | "light" | "dark">().notNull().default("system"),
    birthYear: smallint(),
    /** Grows with every change of password, address or role; tokens made for an older one are void. */
    credentialVersion: integer().notNull().default(1),
    suspendedAt: at(),
    erasedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("people_email").on(t.email),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    check("people_role", sql`${t.role} in ('member', 'moderator', 'product_manager', 'administrator')`),
  ],
);

/** `id` is the SHA-256 of the token in the cookie, so that a copy of this table signs nobody in. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: at().notNull(),
    /** The session ends here however much it is used. */
    endsAt: at().notNull(),
    createdAt: createdAt(),
    lastSeenAt: createdAt(),
    /** Browser and system in words, for the list of sessions. */
    device: text().notNull().default(""),
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_expires").on(t.expiresAt)],
);

/** One-time links in mails. Only the hash of the token is kept. */
export const tokens = pgTable(
  "tokens",
  {
    hash: text().primaryKey(),
    purpose: text().$type<"join" | "reset" | "set_up">().notNull(),
    personId: integer().references(() => people.id, { onDelete: "cascade" }),
    credentialVersion: integer(),
    /** What the person came to do, carried out when the link is opened, and for `join` the account to be made. */
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    expiresAt: at().notNull(),
    usedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [index("tokens_expires").on(t.expiresAt)],
);

/** One fact a trial may match on, such as household size; which facts exist is written in `features/accounts/profile.ts`. */
export const profileFacts = pgTable(
  "profile_facts",
  {
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    fact: text().notNull(),
    value: text().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.fact] }), index("profile_facts_value").on(t.fact, t.value)],
);

/** Append-only proof of every consent given and withdrawn. The newest row of a purpose is in force. */
export const consentEvents = pgTable(
  "consent_events",
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    purpose: text().notNull(),
    noticeVersion: integer().notNull(),
    given: boolean().notNull(),
    locale: text().$type<Locale>().notNull(),
    /** The trial it belongs to, where the consent is for one trial only. */
    trialId: integer(),
    at: createdAt(),
  },
  (t) => [index("consent_events_person").on(t.personId, t.purpose, t.id)],
);

export const teams = pgTable("teams", { id: id(), name: text().notNull(), createdAt: createdAt() });

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: integer()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index("team_members_person").on(t.personId)],
);
