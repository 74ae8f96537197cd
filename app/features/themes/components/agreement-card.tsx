import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { WideTable } from "~/ui/wide-table";
import { wantedDoubleCoded, type Agreement } from "../agreement";
import type { Theme } from "../theme";

const tones = { good: "chip leaf", tentative: "chip turmeric", poor: "chip brick", few: "chip", undefined: "chip" } as const;

/** How far the coders agree beyond chance, in plain words first. */
export const AgreementCard = ({ agreement, themes, total }: { agreement: Agreement; themes: readonly Theme[]; total: number }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { answers, alpha, interval, reading } = agreement;
  const show = (value: number | null) => (value === null ? "–" : format.number(value, 2).replace(/^-/, "−"));
  const wanted = Math.min(total, wantedDoubleCoded);
  return (
    <section className="card grid gap-4">
      <div className="grid gap-1.5">
        <h2 className="text-[20px]">{t(`themes.reading_${reading}`)}</h2>
        <p className="num flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
          <span className={tones[reading]}>α = {show(alpha)}</span>
          {interval && <span>{t("themes.interval", { lower: show(interval.lower), upper: show(interval.upper) })}</span>}
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
            </tr>
          </thead>
          <tbody>
            {agreement.themes.map(({ themeId, used, alpha: own }) => (
              <tr key={themeId}>
                <th scope="row">{localized(themes.find(({ id }) => id === themeId)?.name, locale)}</th>
                <td className="text-end!">{format.number(used)}</td>
                <td className="text-end!">{show(own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="border-t border-line pt-2.5 text-note text-ink-3">{t("themes.agreement_method")}</p>
    </section>
  );
};
