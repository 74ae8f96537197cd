// What is told about which event, and in which words. The same sentence stands in the inbox and over the mail.
import { localized, type Locale } from "~/core/locale";
import type { ActivityKind } from "~/features/activity/activity";
import type { TranslationKey } from "~/i18n/keys";
import type { Translate } from "~/i18n/translate";

/** What a person can switch mails off for. Mails about the account itself always come. */
export const notificationTopics = ["ideas", "trials", "changes", "reports", "digest"] as const;
/** These are only about the work of staff. */
export const staffTopics: readonly NotificationTopic[] = ["reports", "digest"];
export type NotificationTopic = (typeof notificationTopics)[number];
export const isNotificationTopic = (value: unknown): value is NotificationTopic => (notificationTopics as readonly unknown[]).includes(value);

export const topicOf = (kind: ActivityKind): NotificationTopic =>
  kind.startsWith("idea.") || kind.startsWith("comment.")
    ? "ideas"
    : kind.startsWith("change.")
      ? "changes"
      : kind.startsWith("report.")
        ? "reports"
        : "trials";

/** Conversation stays in the inbox; whatever is about the person, their idea or their trial also comes by mail. */
export const comesByMail = (kind: ActivityKind): boolean => kind !== "comment.published" && kind !== "report.commented";

/** The values of a sentence. `title` is as written; `title_en` and `title_id` are of a text that staff wrote in both languages, as are those of `block`. */
export type NotificationData = Record<string, string | number>;

const textIn = (data: NotificationData, name: "title" | "block", locale: Locale): string =>
  typeof data[name] === "string" ? data[name] : localized({ en: String(data[`${name}_en`] ?? ""), id: String(data[`${name}_id`] ?? "") }, locale);

/** "The team has answered “Bigger cap”." `variant` says how it concerns this person. */
export const notificationSentence = (t: Translate, locale: Locale, { kind, data }: { kind: string; data: NotificationData }): string => {
  const name = kind.replace(".", "_");
  const variant = typeof data.variant === "string" ? `_${data.variant}` : "";
  return t(`notifications.${name}${variant}` as TranslationKey, { ...data, title: textIn(data, "title", locale), block: textIn(data, "block", locale) });
};
