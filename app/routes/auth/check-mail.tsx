import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { Mail } from "lucide-react";
import { tokenLifeMs } from "~/features/accounts/tokens.server";
import { isOutboxReadable } from "~/features/mails/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { minuteInMs } from "~/core/time";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx }) => ({
  title: pageTitle(ctx, "accounts.check_mail_title"),
  minutes: tokenLifeMs / minuteInMs,
  hasOutbox: isOutboxReadable(),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CheckMail() {
  const t = useT();
  const { minutes, hasOutbox } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-[520px] gap-6 pt-4">
      <section className="grid gap-4 rounded-panel bg-leaf-tint p-7">
        <Mail className="size-9 text-leaf-strong" aria-hidden="true" />
        <h1>{t("accounts.check_mail_title")}</h1>
        <p>{t("accounts.check_mail_text", { minutes })}</p>
        <p className="text-label text-ink-2">{t("accounts.check_mail_wait")}</p>
      </section>
      {hasOutbox && (
        <section className="card grid justify-items-start gap-3">
          <p>{t("accounts.check_mail_outbox")}</p>
          <a className="button" href={paths.outbox()}>
            {t("accounts.open_outbox")}
          </a>
        </section>
      )}
      <p className="text-center text-label text-ink-2">
        {t("accounts.check_mail_again")}{" "}
        <a className="link" href={paths.join()}>
          {t("accounts.check_mail_retry")}
        </a>
      </p>
    </div>
  );
}
