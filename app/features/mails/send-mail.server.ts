// Sending hands a mail to the mail server. Without one nothing leaves the house: the mail stays in the outbox and is never called sent.
import { createHash } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Transporter } from "nodemailer";
import type { Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { mails } from "~db/schema/index";

/** Mails about accounts carry one-time links; their keys begin like this, and their text is not kept once it was sent. */
export const accountMailPrefix = "account:";
const keepDays = 90;

export type MailTransport = Pick<Transporter, "sendMail">;

let transport: Promise<MailTransport> | undefined;
const configuredTransport = (): Promise<MailTransport> | null => {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return null;
  return (transport ??= import("nodemailer").then((nodemailer) => nodemailer.createTransport(SMTP_URL)));
};

/** A repeat after a crash carries the same Message-ID, so that a mailbox shows one mail. */
export const messageIdOf = (messageKey: string): string =>
  `<${createHash("sha256").update(messageKey).digest("hex").slice(0, 40)}@${new URL(env().PUBLIC_ORIGIN).hostname}>`;

/** Sends one mail once. An error of the mail server is thrown, so that the job is tried again later. */
export const sendMail = async (ctx: Context, { mailId }: { mailId: number }, given?: MailTransport): Promise<void> => {
  const through = given ?? (await configuredTransport());
  const [mail] = await ctx.db
    .select()
    .from(mails)
    .where(and(eq(mails.id, mailId), isNull(mails.sentAt)));
  if (!mail) return;
  if (!through) {
    if (env().NODE_ENV === "production" && !env().KAWAN_DEMO) log.warn({ mailId }, "SMTP_URL is not set: this mail stays in the outbox");
    return;
  }
  const { to, subject, html, text, messageKey } = mail;
  await through.sendMail({
    from: env().MAIL_FROM,
    to,
    subject,
    html,
    text,
    messageId: messageIdOf(messageKey),
    headers: { "Auto-Submitted": "auto-generated" },
  });
  const forgotten = messageKey.startsWith(accountMailPrefix) ? { html: "", text: "" } : {};
  await ctx.db
    .update(mails)
    .set({ sentAt: ctx.now, ...forgotten })
    .where(eq(mails.id, mailId));
};

/** Mails are kept for three months, to answer questions about them. */
export const deleteOldMails = async (ctx: Context): Promise<void> => {
  await ctx.db.delete(mails).where(lt(mails.createdAt, before(ctx.now, keepDays * dayInMs)));
};
