import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";
import { fewestDoubleCoded, wantedDoubleCoded, type Agreement } from "../agreement";
import type { Theme } from "../theme";

const tones = { good: "chip leaf", tentative: "chip turmeric", poor: "chip brick", few: "chip", undefined: "chip" } as const;

/** How far the coders agree beyond chance, in plain words first. */
export const AgreementCard = ({ agreement, themes, total }: { agreement: Agreement; themes: readonly Theme[]; total: number }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { answers, alpha, interval, kappa, kappaKind, reading } = agreement;
  const show = (value: number | null) => (value === null ? "–" : format.number(value, 2).replace(/^-/, "−"));
  const wanted = Math.min(total, wantedDoubleCoded);
  return (
    <section className="card grid gap-4">
      <div className="grid gap-1.5">
        <h2 className="text-[20px]">{t(`themes.reading_${reading}`)}</h2>
        <p className="num flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
          <span className={tones[reading]}>α = {show(alpha)}</span>
          {interval && <span>{t("themes.interval", { lower: show(interval.lower), upper: show(interval.upper) })}</span>}
          {kappaKind && <span>{`${t(`themes.kappa_${kappaKind}`)} = ${show(kappa)}`}</span>}
          <span>{t("themes.coded_twice", { answers: format.number(answers), total: format.number(total) })}</span>
        </p>
        {answers < wanted && <p className="text-label text-ink-2">{t("themes.wanted", { count: wanted })}</p>}
      </div>
      <WideTable label={t("themes.agreement_table")}>
        <table className="table num">
          <caption className="sr-only">{t("themes.agreement_table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("themes.theme")}</th>
              <th scope="col" className="text-end!">
                {t("themes.used")}
              </th>
              <th scope="col" className="text-end!">
                α
              </th>
              {kappaKind && (
                <th scope="col" className="text-end!">
                  {t(`themes.kappa_${kappaKind}`)}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {agreement.themes.map(({ themeId, used, ...own }) => (
              <tr key={themeId}>
                <th scope="row">{localized(themes.find(({ id }) => id === themeId)?.name, locale)}</th>
                <td className="text-end!">{format.number(used)}</td>
                <td className="text-end!">
                  <span className="whitespace-nowrap">{show(own.alpha)}</span>
                  {own.interval && (
                    <span className="whitespace-nowrap text-ink-3 max-sm:block">{` (${show(own.interval.lower)} – ${show(own.interval.upper)})`}</span>
                  )}
                </td>
                {kappaKind && <td className="text-end!">{show(own.kappa)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <div className="grid gap-1 border-t border-line pt-2.5 text-note text-ink-3">
        <p>{t("themes.agreement_method")}</p>
        <p>{t(`themes.kappa_method_${answers < fewestDoubleCoded ? "few" : (kappaKind ?? "none")}`)}</p>
      </div>
    </section>
  );
};
