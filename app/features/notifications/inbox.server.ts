// One's own inbox: newest first, read when opened or all at once.
import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { authorize } from "~/policy/can";
import { prepared } from "~db/prepared.server";
import { notifications, notificationSettings } from "~db/schema/index";
import { notificationTopics, type NotificationData, type NotificationTopic } from "./notification";

const pageSize = 20;

export type InboxEntry = { id: number; kind: string; data: NotificationData; path: string; createdAt: Date; isRead: boolean };

export const listMyNotifications = async (ctx: Context, cursorText?: string | null): Promise<Page<InboxEntry>> => {
  authorize(ctx.actor, "use-own-account", null);
  const cursor = decodeNumberCursor(cursorText, 2);
  const isOlder =
    cursor && sql`(${notifications.createdAt}, ${notifications.id}) < (${new Date(cursor[0] ?? 0).toISOString()}::timestamptz, ${cursor[1]}::int)`;
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, actorId(ctx.actor) ?? 0), isOlder || undefined))
    .orderBy(sql`${notifications.createdAt} desc nulls last, ${notifications.id} desc nulls last`)
    .limit(pageSize + 1);
  const entries = rows.map(({ id, kind, data, path, createdAt, readAt }) => ({ id, kind, data, path, createdAt, isRead: readAt !== null }));
  return toPage(entries, pageSize, (entry) => [entry.createdAt.getTime(), entry.id]);
};

const unread = prepared((db) =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(notifications)
    .where(and(eq(notifications.personId, sql.placeholder("personId")), isNull(notifications.readAt)))
    .prepare("unread"),
);

/** How many entries were not read yet; nothing is asked of the database for visitors. */
export const countUnread = async (ctx: Context): Promise<number> => {
  if (ctx.actor.kind !== "person") return 0;
  const [row] = await unread(ctx.db).execute({ personId: ctx.actor.id });
  return row?.count ?? 0;
};

/** Marks one's own entry as read and says where it leads. */
export const openNotification = async (ctx: Context, id: number): Promise<string> => {
  authorize(ctx.actor, "use-own-account", null);
  const [row] = await ctx.db
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(and(eq(notifications.id, id), eq(notifications.personId, actorId(ctx.actor) ?? 0)))
    .returning({ path: notifications.path });
  if (!row) throw new NotFound("notification");
  return row.path;
};

/** Marks everything up to the newest entry that was on the page: what came in the meantime stays unread. */
export const markAllRead = async (ctx: Context, upToId: number): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(and(eq(notifications.personId, actorId(ctx.actor) ?? 0), isNull(notifications.readAt), lte(notifications.id, upToId)));
};

/** For each topic whether mails are wanted. */
export const myNotificationSettings = async (ctx: Context): Promise<Record<NotificationTopic, boolean>> => {
  authorize(ctx.actor, "use-own-account", null);
  const rows = await ctx.db
    .select()
    .from(notificationSettings)
    .where(eq(notificationSettings.personId, actorId(ctx.actor) ?? 0));
  return Object.fromEntries(notificationTopics.map((topic) => [topic, rows.find((row) => row.topic === topic)?.byMail ?? true])) as Record<
    NotificationTopic,
    boolean
  >;
};

export const setNotificationTopic = async (ctx: Context, { topic, byMail }: { topic: NotificationTopic; byMail: boolean }): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  const personId = actorId(ctx.actor) ?? 0;
  await ctx.db
    .insert(notificationSettings)
    .values({ personId, topic, byMail, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: [notificationSettings.personId, notificationSettings.topic], set: { byMail, updatedAt: ctx.now } });
};
