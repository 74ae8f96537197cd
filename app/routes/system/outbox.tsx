// The readable outbox, for development and the demo only.
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { listMails } from "~/features/mails/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Ago } from "~/ui/time";

export const loader = page(async ({ ctx, url }) => ({
  title: pageTitle(ctx, "accounts.outbox_title"),
  mails: await listMails(ctx, { after: url.searchParams.get("after"), to: url.searchParams.get("to") }),
  now: ctx.now,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Outbox() {
  const t = useT();
  const { mails, now } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-[760px] gap-6">
      <div className="grid gap-2">
        <h1>{t("accounts.outbox_title")}</h1>
        <p className="text-ink-2">{t("accounts.outbox_lead")}</p>
      </div>
      {mails.items.length === 0 ? (
        <EmptyState title={t("accounts.outbox_empty_title")}>{t("accounts.outbox_empty_text")}</EmptyState>
      ) : (
        <ul className="card grid divide-y divide-line py-1">
          {mails.items.map((mail) => (
            <li key={mail.id}>
              <a href={paths.outboxMail(mail.id)} className="grid gap-0.5 py-3.5 hover:text-leaf">
                <span className="font-semibold">{mail.subject}</span>
                <span className="text-note text-ink-3">
                  {t("accounts.outbox_to", { address: mail.to })} · <Ago at={mail.createdAt} now={now} /> ·{" "}
                  {t(mail.sentAt ? "accounts.outbox_sent" : "accounts.outbox_kept")}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {mails.next && (
        <a className="button quiet justify-self-start" href={paths.outbox(mails.next)}>
          {t("common.more")}
        </a>
      )}
    </div>
  );
}
