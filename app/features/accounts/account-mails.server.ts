// Mails about accounts are written by the worker, which alone looks whether the address is known: a form does the same work for every address.
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { isLocale, type Locale } from "~/core/locale";
import type { MailContent } from "~/features/mails/mail";
import { accountMailPrefix } from "~/features/mails/send-mail.server";
import { writeMail } from "~/features/mails/write-mail.server";
import type { TranslationKey } from "~/i18n/keys";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { addJob } from "~/platform/jobs.server";
import { people } from "~db/schema/index";
import { createToken, tokenLifeMs } from "./tokens.server";

/** The account that somebody asked for, as it waits in a token until its address is confirmed. */
export type JoinRequest = { email: string; displayName: string; passwordHash: string; birthYear: number; locale: Locale; intent: string; next: string };

export type AccountMail =
  { kind: "join"; request: JoinRequest } | { kind: "reset"; email: string; locale: Locale } | { kind: "password_changed"; personId: number };

/** Puts down the job that answers; what it writes depends on whether there is such an account. */
export const askForAccountMail = (ctx: Context, mail: AccountMail): Promise<void> =>
  addJob(ctx, "account-mail", { ...mail, messageKey: accountMailPrefix + randomUUID() });

const absolute = (path: string): string => env().PUBLIC_ORIGIN + path;

type Sentences = "join" | "known" | "reset" | "changed";

const contentOf = (locale: Locale, kind: Sentences, href: string, name: string): MailContent => {
  const t = translatorFor(locale);
  const say = (part: string) => t(`accounts.mail_${kind}_${part}` as TranslationKey, { name, minutes: tokenLifeMs / 60_000 });
  return {
    subject: say("subject"),
    heading: say("heading"),
    paragraphs: [say("text")],
    button: { label: say("button"), href },
    note: say("note"),
    footer: { text: t("accounts.mail_footer"), link: { label: t("common.privacy"), href: absolute(paths.privacy()) } },
  };
};

/** The job: one mail, whatever happens in between. */
export const writeAccountMail = (ctx: Context, mail: AccountMail & { messageKey: string }): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    if (mail.kind === "join") return answerJoin(inner, mail.request, mail.messageKey);
    if (mail.kind === "reset") return answerReset(inner, mail.email, mail.messageKey);
    const [person] = await inner.db.select().from(people).where(eq(people.id, mail.personId));
    if (!person || person.erasedAt) return;
    const content = contentOf(person.locale, "changed", absolute(paths.forgotPassword()), person.displayName);
    await writeMail(inner, { messageKey: mail.messageKey, to: person.email, locale: person.locale, content });
  });

/** To a new address the link that makes the account; to a known one a link that signs in. Both carry out what the person came to do. */
const answerJoin = async (ctx: Context, request: JoinRequest, messageKey: string): Promise<void> => {
  const [known] = await ctx.db.select().from(people).where(eq(people.email, request.email));
  if (known?.suspendedAt || known?.erasedAt) return;
  const { intent, next } = request;
  const token = await createToken(ctx, known ? { purpose: "join", person: known, payload: { intent, next } } : { purpose: "join", payload: request });
  const locale = known?.locale ?? request.locale;
  const content = contentOf(locale, known ? "known" : "join", absolute(paths.enter(token)), known?.displayName ?? request.displayName);
  await writeMail(ctx, { messageKey, to: request.email, locale, content });
};

const answerReset = async (ctx: Context, email: string, messageKey: string): Promise<void> => {
  const [person] = await ctx.db.select().from(people).where(eq(people.email, email));
  if (!person || person.suspendedAt || person.erasedAt) return;
  const token = await createToken(ctx, { purpose: "reset", person });
  const content = contentOf(person.locale, "reset", absolute(paths.enter(token)), person.displayName);
  await writeMail(ctx, { messageKey, to: person.email, locale: person.locale, content });
};

/** What was waiting in a token, or null when it holds no request to join. */
export const joinRequestIn = (payload: Record<string, unknown>): JoinRequest | null => {
  const { email, displayName, passwordHash, birthYear, locale } = payload;
  const isComplete =
    typeof email === "string" && typeof displayName === "string" && typeof passwordHash === "string" && typeof birthYear === "number" && isLocale(locale);
  return isComplete ? (payload as JoinRequest) : null;
};
