// What members will see, in either language, whatever language the page around it is in.
import { useContext, useEffect, useState, type ReactNode } from "react";
import { locales, type Locale } from "~/core/locale";
import { LanguageProvider, StringsContext, useT } from "~/i18n/language";
import type { Strings } from "~/i18n/translate";

const catalogues: Record<Locale, () => Promise<{ strings: Strings }>> = {
  en: () => import("~/i18n/catalogues/community.en"),
  id: () => import("~/i18n/catalogues/community.id"),
};

/** Shows what is inside in another language than the page's; its words are fetched once they are needed. */
export const InLanguage = ({ locale, children }: { locale: Locale; children: ReactNode }) => {
  const known = useContext(StringsContext);
  const [fetched, setFetched] = useState<Partial<Record<Locale, Strings>>>({});
  const isKnown = known[locale] !== undefined || fetched[locale] !== undefined;
  useEffect(() => {
    if (!isKnown) void catalogues[locale]().then(({ strings }) => setFetched((before) => ({ ...before, [locale]: strings })));
  }, [isKnown, locale]);
  if (!isKnown) return null;
  return (
    <StringsContext.Provider value={{ ...fetched, ...known }}>
      <LanguageProvider locale={locale}>{children}</LanguageProvider>
    </StringsContext.Provider>
  );
};

export const LanguageChoice = ({ locale, onChoose }: { locale: Locale; onChoose: (locale: Locale) => void }) => {
  const t = useT();
  return (
    <div role="group" aria-label={t("builder.preview_language")} className="flex w-fit gap-1 rounded-full bg-sunken p-1">
      {locales.toReversed().map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={locale === each}
          onClick={() => onChoose(each)}
          className="min-h-9 rounded-full px-4 text-label font-semibold text-ink-2 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-float"
        >
          {t(`builder.language_${each}`)}
        </button>
      ))}
    </div>
  );
};

/** Codes that no label carries: the real ones are drawn when recruiting starts. */
export const sampleCodes = ({ kind, isPaired }: { kind: "screener" | "evaluation"; isPaired: boolean }): string[] =>
  kind === "screener" ? [] : isPaired ? ["482", "615"] : ["482"];
