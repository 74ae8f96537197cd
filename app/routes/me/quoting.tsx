import { localized } from "~/core/locale";
import { consentNotices } from "~/features/accounts/consent";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";

/** Asks once whether words of the answers may be quoted; both answers weigh the same, and either is written down. */
export const Quoting = ({ state }: { state: "asked" | "noted" }) => {
  const t = useT();
  const locale = useLocale();
  const { text, withdrawal } = consentNotices.quotations;
  return (
    <section id="quoting" className="grid w-full gap-3 rounded-card bg-leaf-tint p-5" aria-labelledby="quoting-title">
      <h2 id="quoting-title" className="text-[19px]">
        {t("questions.quote_title")}
      </h2>
      {state === "asked" ? (
        <>
          <p>{localized(text, locale)}</p>
          <p className="text-note text-ink-2">{localized(withdrawal, locale)}</p>
          <form method="post" className="flex flex-wrap gap-3">
            {(["yes", "no"] as const).map((said) => (
              <button key={said} name="quoting" value={said} className="button quiet">
                {t(`questions.quote_${said}`)}
              </button>
            ))}
          </form>
        </>
      ) : (
        <>
          <p role="status">{t("questions.quote_noted")}</p>
          <a className="link justify-self-start text-label" href={paths.myPrivacy()}>
            {t("accounts.link_privacy")}
          </a>
        </>
      )}
    </section>
  );
};
