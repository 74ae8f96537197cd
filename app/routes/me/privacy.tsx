// Consents as switches, the ledger that proves them, and what Kawan knows.
import { redirect } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { NotFound } from "~/core/errors";
import { localized } from "~/core/locale";
import { consentNotices, consentPurposes, isConsentPurpose, offeredPurposes } from "~/features/accounts/consent";
import { consentsInForce, listMyConsents, setConsent } from "~/features/accounts/consent.server";
import { countWhatIsKnown, getMyAccount } from "~/features/accounts/my-account.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ConsentLedger } from "./consent-ledger";
import { MyPage } from "./my-page";
import { Switch } from "./switch";
import { WhatIsKnown } from "./what-is-known";

export const loader = page(async ({ ctx }) => {
  const ledger = await listMyConsents(ctx);
  return {
    title: pageTitle(ctx, "accounts.link_privacy"),
    ledger,
    inForce: consentsInForce(ledger),
    account: await getMyAccount(ctx),
    counts: await countWhatIsKnown(ctx),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  const purpose = form.get("purpose");
  if (!isConsentPurpose(purpose)) throw new NotFound("purpose");
  await setConsent(ctx, { purpose, given: form.get("on") === "true" });
  return redirect(paths.myPrivacy());
});

export default function Privacy() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { ledger, inForce, account, counts } = useLoaderData<typeof loader>();
  return (
    <MyPage title={t("accounts.link_privacy")} lead={t("accounts.privacy_lead")}>
      <section className="card grid gap-1 py-2" aria-labelledby="consents">
        <h2 id="consents" className="pt-3">
          {t("accounts.consents_title")}
        </h2>
        <ul className="divide-y divide-line">
          {consentPurposes
            .filter((purpose) => offeredPurposes.includes(purpose) || inForce[purpose]?.given)
            .map((purpose) => {
              const notice = consentNotices[purpose];
              const event = inForce[purpose];
              const isOn = event?.given ?? false;
              return (
                <li key={purpose} className="py-5">
                  <Switch
                    name="purpose"
                    value={purpose}
                    isOn={isOn}
                    label={localized(notice.title, locale)}
                    state={t(isOn ? "accounts.consent_on" : "accounts.consent_off")}
                    help={
                      <div className="grid gap-1.5">
                        <p>{localized(notice.text, locale)}</p>
                        <p className="text-note text-ink-3">{localized(notice.withdrawal, locale)}</p>
                        <p className="text-note text-ink-3">
                          {event
                            ? t(isOn ? "accounts.consent_given_on" : event.isRefusal ? "accounts.consent_refused_on" : "accounts.consent_withdrawn_on", {
                                date: format.date(event.at),
                                version: event.noticeVersion,
                              })
                            : t("accounts.consent_never")}
                        </p>
                      </div>
                    }
                  />
                </li>
              );
            })}
        </ul>
      </section>
      <WhatIsKnown account={account} counts={counts} />
      <ConsentLedger ledger={ledger} />
      <p className="text-label text-ink-2">
        {t("accounts.privacy_more")}{" "}
        <a className="link" href={paths.privacy()}>
          {t("accounts.read_privacy")}
        </a>
      </p>
    </MyPage>
  );
}
