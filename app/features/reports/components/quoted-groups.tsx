// What people said in their own words, by what it is about.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import type { Quotation, QuotedGroup } from "../question-result";
import { useNameOf } from "./prototype-names";

export const Quoted = ({ quotation: { code, excerpt } }: { quotation: Quotation }) => {
  const t = useT();
  const nameOf = useNameOf();
  return (
    <>
      {excerpt === null ? (
        <p className="text-label text-ink-3">{t("reports.quotation_withdrawn")}</p>
      ) : (
        <blockquote className="quote text-[17px]">“{excerpt}”</blockquote>
      )}
      {code && <p className="text-note text-ink-3">{nameOf(code)}</p>}
    </>
  );
};

export const QuotedGroups = ({ groups }: { groups: readonly QuotedGroup[] }) => {
  const locale = useLocale();
  return (
    <div className="mt-4 grid gap-4">
      {groups.map(({ label, quotations }) => (
        <section key={label.en} className="grid gap-2">
          <h4 className="text-label font-semibold">{localized(label, locale)}</h4>
          <ul className="grid gap-3">
            {quotations.map((quotation) => (
              <li key={quotation.response}>
                <Quoted quotation={quotation} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
