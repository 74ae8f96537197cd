// The job that tells people of an event: once per event and person, never whoever did it, the mail in the same transaction as the entry in the inbox.
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { after, dayInMs } from "~/core/time";
import type { ActivityKind } from "~/features/activity/activity";
import type { MailContent } from "~/features/mails/mail";
import { writeMail } from "~/features/mails/write-mail.server";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { activity, notifications, notificationSettings, people } from "~db/schema/index";
import { comesByMail, notificationSentence, topicOf, type NotificationData } from "./notification";
import { ideaTellers } from "./tell-of-ideas.server";
import { reportWorkTellers } from "./tell-of-report-work.server";
import { trialTellers } from "./tell-of-trials.server";
import type { Event, Teller, Telling } from "./telling";

const tellers: Partial<Record<ActivityKind, Teller>> = { ...ideaTellers, ...trialTellers, ...reportWorkTellers };
const atOnce = 50;
/** News that is older than this when it is told comes into the inbox as read, and no mail is sent about it. */
const oldNewsMs = 7 * dayInMs;

export const notify = async (ctx: Context, { activityId }: { activityId: number }): Promise<void> => {
  const [event] = await ctx.db.select().from(activity).where(eq(activity.id, activityId));
  const teller = event && tellers[event.kind as ActivityKind];
  const telling = teller && (await teller(ctx, event));
  if (!telling) return;
  const recipients = telling.recipients.filter(({ personId }) => personId !== event.actorId);
  for (let from = 0; from < recipients.length; from += atOnce) await tell(ctx, event, telling, recipients.slice(from, from + atOnce));
};

const tell = (ctx: Context, event: Event, telling: Telling, recipients: Telling["recipients"]): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const kind = event.kind as ActivityKind;
    const isOldNews = after(event.at, oldNewsMs) < ctx.now;
    const reachable = await whoCanBeTold(inner, recipients, kind);
    const rows = recipients.flatMap(({ personId, variant }) => {
      const data: NotificationData = variant ? { ...telling.data, variant } : telling.data;
      return reachable.has(personId)
        ? [{ personId, activityId: event.id, kind, data, path: telling.path, createdAt: event.at, readAt: isOldNews ? event.at : null }]
        : [];
    });
    if (rows.length === 0) return;
    const fresh = await inner.db.insert(notifications).values(rows).onConflictDoNothing().returning();
    if (isOldNews || !comesByMail(kind)) return;
    for (const row of fresh) {
      const person = reachable.get(row.personId);
      if (!person?.byMail) continue;
      await writeMail(inner, {
        messageKey: `${event.id}:${row.personId}`,
        to: person.email,
        locale: person.locale,
        content: mailOf(row, person.locale, telling),
      });
    }
  });

/** Address, language and wish of those who still have a confirmed account. */
const whoCanBeTold = async (ctx: Context, recipients: Telling["recipients"], kind: ActivityKind) => {
  const rows = await ctx.db
    .select({ id: people.id, email: people.email, locale: people.locale, byMail: sql<boolean>`coalesce(${notificationSettings.byMail}, true)` })
    .from(people)
    .leftJoin(notificationSettings, and(eq(notificationSettings.personId, people.id), eq(notificationSettings.topic, topicOf(kind))))
    .where(
      and(
        inArray(
          people.id,
          recipients.map(({ personId }) => personId),
        ),
        isNotNull(people.emailVerifiedAt),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
};

const mailOf = (row: typeof notifications.$inferSelect, locale: "en" | "id", telling: Telling): MailContent => {
  const t = translatorFor(locale);
  const sentence = notificationSentence(t, locale, row);
  const detail = telling.detail?.(locale);
  return {
    subject: sentence,
    heading: sentence,
    paragraphs: detail?.paragraphs ?? [],
    quote: detail?.quote,
    button: { label: t("notifications.open"), href: env().PUBLIC_ORIGIN + row.path },
    footer: {
      text: t("notifications.mail_footer"),
      link: { label: t("notifications.mail_settings"), href: env().PUBLIC_ORIGIN + paths.notificationSettings() },
    },
  };
};
