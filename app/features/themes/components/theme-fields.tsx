import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import { themeLimits } from "../theme";

/** The name of a theme in both languages. Many of these stand on one page, so labels hold their fields instead of naming them. */
export const ThemeNameFields = ({ name }: { name: LocalizedText }) => {
  const t = useT();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="text-label font-semibold">{t("themes.name")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {(["id", "en"] as const).map((language) => (
          <label key={language} className="grid gap-1.5 text-label text-ink-3">
            {t(language === "en" ? "common.in_english" : "common.in_indonesian")}
            <input name={`name.${language}`} lang={language} className="control text-ink" required maxLength={themeLimits.name} defaultValue={name[language]} />
          </label>
        ))}
      </div>
    </fieldset>
  );
};

export const ThemeDefinitionField = ({ definition }: { definition: string }) => {
  const t = useT();
  return (
    <label className="grid gap-1.5">
      <span className="text-label font-semibold">
        {t("themes.definition")} <span className="font-normal text-ink-3">({t("common.optional")})</span>
      </span>
      <textarea name="definition" className="control" rows={2} maxLength={themeLimits.definition} defaultValue={definition} />
    </label>
  );
};
