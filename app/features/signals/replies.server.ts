// Prepared words to an author, in the author's language, for the moderator to send as they are or to change.
import type { Locale } from "~/core/locale";
import { declineReasons } from "~/features/moderation/case";
import { translatorFor } from "~/i18n/strings.server";

/** One text per decline reason, and one that asks for a change. */
export const preparedReplies = (locale: Locale): Record<string, string> => {
  const t = translatorFor(locale);
  const replies = Object.fromEntries(declineReasons.filter((reason) => reason !== "other").map((reason) => [reason, t(`moderation.reply_${reason}`)]));
  return { ...replies, change: t("moderation.reply_change") };
};
