// The readable outbox: every mail in development and in the demo, where nobody real is written to. Elsewhere it does not exist.
import { and, desc, eq, lt } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { env } from "~/platform/env.server";
import { mails } from "~db/schema/index";

const pageSize = 30;

export const isOutboxReadable = (): boolean => env().KAWAN_DEMO || env().NODE_ENV === "development";

const refuseUnlessReadable = (): void => {
  if (!isOutboxReadable()) throw new NotFound();
};

type MailHead = { id: number; to: string; subject: string; createdAt: Date; sentAt: Date | null };

export const listMails = async (ctx: Context, search: { after?: string | null; to?: string | null }): Promise<Page<MailHead>> => {
  refuseUnlessReadable();
  const cursor = decodeNumberCursor(search.after, 1);
  const rows = await ctx.db
    .select({ id: mails.id, to: mails.to, subject: mails.subject, createdAt: mails.createdAt, sentAt: mails.sentAt })
    .from(mails)
    .where(and(cursor ? lt(mails.id, cursor[0] ?? 0) : undefined, search.to ? eq(mails.to, search.to) : undefined))
    .orderBy(desc(mails.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
};

export const getMail = async (ctx: Context, id: number) => {
  refuseUnlessReadable();
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, id));
  if (!mail) throw new NotFound("mail");
  return mail;
};
