import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import type { Theme } from "../theme";

/** One theme for every answer that is ticked. Stands inside the form that the boxes of the answers belong to. */
export const BulkBar = ({ question, themes }: { question: string; themes: readonly Theme[] }) => {
  const t = useT();
  const locale = useLocale();
  if (themes.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2 rounded-card bg-sunken px-4 py-3 text-label">
      <legend className="sr-only">{t("themes.bulk")}</legend>
      <input type="hidden" name="question" value={question} />
      <label className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t("themes.bulk_label")}</span>
        <select name="themes" className="control w-auto!" required defaultValue="">
          <option value="" disabled>
            {t("themes.choose_theme")}
          </option>
          {themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {localized(name, locale)}
            </option>
          ))}
        </select>
      </label>
      <button name="act" value="add" className="button quiet small">
        {t("themes.bulk_add")}
      </button>
      <button name="act" value="remove" className="button quiet small">
        {t("themes.bulk_remove")}
      </button>
    </fieldset>
  );
};
