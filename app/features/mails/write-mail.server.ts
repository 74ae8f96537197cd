// A mail is a row first, written in the transaction of what it tells; sending it is a job of its own.
import type { Context } from "~/core/context";
import type { Locale } from "~/core/locale";
import { translatorFor } from "~/i18n/strings.server";
import { addJob } from "~/platform/jobs.server";
import { mails } from "~db/schema/index";
import type { MailContent } from "./mail";

type NewMail = {
  /** The same for every attempt to tell the same person the same thing. */
  messageKey: string;
  to: string;
  locale: Locale;
  content: MailContent;
};

/** Writes the mail and puts down the job that sends it; a second mail with the same key is not written. */
export const writeMail = async (ctx: Context, { messageKey, to, locale, content }: NewMail): Promise<void> => {
  const { renderMail } = await import("./render-mail");
  const { html, text } = await renderMail(content, locale, translatorFor(locale)("common.app_name"));
  const [row] = await ctx.db
    .insert(mails)
    .values({ messageKey, to, subject: content.subject, html, text, createdAt: ctx.now })
    .onConflictDoNothing({ target: mails.messageKey })
    .returning({ id: mails.id });
  if (row) await addJob(ctx, "send-mail", { mailId: row.id });
};
