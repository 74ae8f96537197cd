// What a person is told, once per event, and the mails that carry it.
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { activity } from "./activity";
import { people } from "./accounts";
import { at, createdAt, id } from "./columns";

export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    kind: text().notNull(),
    /** Values of the sentence in the catalogue, and where it leads. */
    data: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    path: text().notNull(),
    createdAt: createdAt(),
    readAt: at(),
  },
  (t) => [
    unique("notifications_once").on(t.activityId, t.personId),
    index("notifications_person").on(t.personId, t.createdAt.desc(), t.id.desc()),
    index("notifications_unread")
      .on(t.personId)
      .where(sql`${t.readAt} is null`),
  ],
);

/** Whether a person wants mails about a topic; where nothing is written, they do. The inbox always has everything. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    topic: text().notNull(),
    byMail: boolean().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topic] })],
);

/** Every mail the house writes. With no mail server configured this is the readable outbox. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Stable per event and person, so that a repeat after a crash carries the same Message-ID. */
    messageKey: text().notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
    sentAt: at(),
  },
  (t) => [unique("mails_message_key").on(t.messageKey), index("mails_to").on(t.to, t.id.desc())],
);

export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  updatedBy: integer(),
  updatedAt: createdAt(),
});
