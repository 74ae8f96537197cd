// Fieldwork of a trial: parcels and addresses, invitations, complaints, diaries, reminders, and what staff did for many at once.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ParcelState } from "../../app/features/parcels/parcel";
import type { ComplaintKind } from "../../app/features/trials/complaint";
import { people } from "./accounts";
import { at, bytea, createdAt, id } from "./columns";
import { files } from "./questionnaires";
import { participants, trials } from "./trials";

export const parcels = pgTable(
  "parcels",
  {
    id: id(),
    participantId: integer()
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    state: text().$type<ParcelState>().notNull().default("waiting"),
    courier: text().notNull().default(""),
    trackingNumber: text().notNull().default(""),
    packedAt: at(),
    sentAt: at(),
    /** When the courier says it was handed over; three days later it counts as received. */
    deliveredAt: at(),
    receivedAt: at(),
    /** Confirmed by the participant, or counted as received because nobody said otherwise. */
    receivedBy: text().$type<"participant" | "time">(),
    returnedAt: at(),
  },
  (t) => [unique("parcels_participant").on(t.participantId), index("parcels_state").on(t.state)],
);

/** AES-256-GCM; read only by fulfilment, every read recorded, deleted 30 days after delivery. */
export const addresses = pgTable("addresses", {
  participantId: integer()
    .primaryKey()
    .references(() => participants.id, { onDelete: "cascade" }),
  keyId: text().notNull(),
  ciphertext: bytea().notNull(),
  createdAt: createdAt(),
  deleteAfter: at(),
});

/** Members who were invited to apply because their profile matches. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    wave: integer().notNull(),
    by: integer().references(() => people.id),
    at: createdAt(),
  },
  (t) => [unique("invitations_person").on(t.trialId, t.personId), index("invitations_of_person").on(t.personId)],
);

/** "I have a problem with the product." */
export const complaints = pgTable(
  "complaints",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    participantId: integer()
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    kind: text().$type<ComplaintKind>().notNull(),
    body: text().notNull(),
    state: text().$type<"open" | "answered">().notNull().default("open"),
    answer: text().notNull().default(""),
    answeredBy: integer().references(() => people.id),
    answeredAt: at(),
    createdAt: createdAt(),
  },
  (t) => [index("complaints_trial").on(t.trialId, t.state, t.id), index("complaints_participant").on(t.participantId)],
);

/** A short note in the diary: one per participant, prototype and day. */
export const diaryEntries = pgTable(
  "diary_entries",
  {
    id: id(),
    participantId: integer()
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    /** Days after receipt that the note was due on. */
    day: integer().notNull(),
    used: boolean().notNull(),
    /** From 1 (badly) to 5 (well); null where it was not used. */
    mood: integer(),
    remark: text().notNull().default(""),
    fileId: text().references(() => files.id, { onDelete: "set null" }),
    isLate: boolean().notNull(),
    writtenAt: createdAt(),
  },
  (t) => [unique("diary_entries_day").on(t.participantId, t.day), check("diary_entries_mood", sql`${t.mood} between 1 and 5`)],
);

/** One act on many participants, which can be undone until it has left the house. */
export const fieldworkActs = pgTable(
  "fieldwork_acts",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    kind: text().$type<"drop" | "remind">().notNull(),
    /** Each participant with the state it had before. */
    before: jsonb().$type<{ participantId: number; state: string }[]>().notNull(),
    by: integer().references(() => people.id),
    at: createdAt(),
    settledAt: at(),
    undoneAt: at(),
  },
  (t) => [index("fieldwork_acts_trial").on(t.trialId, t.id)],
);

/** Prepared by staff: which of today's reminders a participant already had. */
export const trialReminders = pgTable(
  "trial_reminders",
  {
    participantId: integer()
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    sentAt: createdAt(),
    wasNeeded: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.participantId, t.kind] })],
);
