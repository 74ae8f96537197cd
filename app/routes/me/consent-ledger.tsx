import { localized } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
import type { ConsentEvent } from "~/features/accounts/consent.server";
import { useFormat, useLocale, useT } from "~/i18n/language";

/** Every consent ever given and withdrawn, as it is kept. */
export const ConsentLedger = ({ ledger }: { ledger: readonly ConsentEvent[] }) => {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  return (
    <section className="card grid gap-3" aria-labelledby="ledger">
      <h2 id="ledger">{t("accounts.ledger_title")}</h2>
      <p className="text-label text-ink-2">{t(ledger.length === 0 ? "accounts.ledger_empty" : "accounts.ledger_lead")}</p>
      {ledger.length > 0 && (
        <ol className="grid divide-y divide-line">
          {ledger.map((event) => (
            <li key={event.id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2.5 text-label">
              <span>
                <b className="font-semibold">{localized(consentNotices[event.purpose]?.title, locale)}</b>:{" "}
                {t(event.given ? "accounts.ledger_given" : event.isRefusal ? "accounts.ledger_refused" : "accounts.ledger_withdrawn")}
              </span>
              <span className="text-ink-3">
                {format.dateTime(event.at)} · {t("accounts.ledger_version", { version: event.noticeVersion })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
