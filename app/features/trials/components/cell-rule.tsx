import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { quotaFacts } from "../quota-facts";
import type { CellRule } from "../trial";

/** The rule of a cell in words: each fact with the values that fit. */
export const CellRuleText = ({ rule }: { rule: CellRule }) => {
  const t = useT();
  const locale = useLocale();
  if (rule.all.length === 0) return <p className="text-label text-ink-2">{t("fieldwork.everyone_fits")}</p>;
  return (
    <ul className="text-label text-ink-2">
      {rule.all.map(({ fact, values }) => {
        const known = quotaFacts.find(({ key }) => key === fact);
        const shown = values.map((value) => localized(known?.options.find((option) => option.value === value)?.label, locale) || value);
        return (
          <li key={fact}>
            {localized(known?.label, locale) || fact}: <b className="font-semibold">{shown.join(", ")}</b>
          </li>
        );
      })}
    </ul>
  );
};
