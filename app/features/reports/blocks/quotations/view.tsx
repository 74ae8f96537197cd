import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { Quoted } from "../../components/quoted-groups";
import type { QuotationsBlock } from "./result";

export const QuotationsView = ({ block }: { block: QuotationsBlock }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="card grid gap-6">
      <div>
        <h2>{t("reports.quotations_heading")}</h2>
        <p className="text-label text-ink-2">{t("reports.quotations_sub")}</p>
      </div>
      {block.questions.map(({ key, text, remarks, quotations }) => (
        <div key={key} className="grid gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3>{localized(text, locale)}</h3>
            <span className="num text-label text-ink-2">{t("reports.remarks", { count: remarks })}</span>
          </div>
          {quotations.length === 0 && <p className="text-label text-ink-3">{t("reports.no_quotations")}</p>}
          <ul className="grid gap-x-8 gap-y-4 min-[860px]:grid-cols-2">
            {quotations.map((quotation) => (
              <li key={quotation.response}>
                <Quoted quotation={quotation} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
