import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { getMail } from "~/features/mails/queries.server";
import { page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => {
  const { to, subject, html, text, createdAt } = await getMail(ctx, idFrom(params.id));
  return { to, subject, html, text, createdAt };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }];

/** The addresses in a plain text become links. */
const Linked = ({ text }: { text: string }) => (
  <>
    {text.split(/(https?:\/\/\S+)/).map((part, index) =>
      index % 2 === 1 ? (
        <a key={index} className="link break-all" href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);

export default function OutboxMail() {
  const t = useT();
  const format = useFormat();
  const mail = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-[760px] gap-6">
      <div className="grid gap-2">
        <a className="link justify-self-start py-2 text-label" href={paths.outbox()}>
          {t("accounts.outbox_title")}
        </a>
        <h1>{mail.subject}</h1>
        <p className="text-ink-2">
          {t("accounts.outbox_to", { address: mail.to })} · {format.dateTime(mail.createdAt)}
        </p>
      </div>
      {mail.html === "" ? (
        <p className="card">{t("accounts.outbox_forgotten")}</p>
      ) : (
        <>
          <section className="card grid gap-3">
            <h2>{t("accounts.outbox_plain")}</h2>
            <p className="whitespace-pre-line">
              <Linked text={mail.text} />
            </p>
          </section>
          <section className="grid gap-3">
            <h2>{t("accounts.outbox_pretty")}</h2>
            <iframe
              title={mail.subject}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={mail.html}
              className="h-[640px] w-full rounded-card border border-line bg-white"
            />
          </section>
        </>
      )}
    </div>
  );
}
