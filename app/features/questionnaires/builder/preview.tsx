// The question as the member will see it on a phone: the same fields, in either language, while it is being written.
import { useContext, useEffect, useState, type ReactNode } from "react";
import { locales, localized, type Locale } from "~/core/locale";
import { LanguageProvider, StringsContext, useLocale, useT } from "~/i18n/language";
import type { Strings } from "~/i18n/translate";
import { InsteadOfAnswer } from "../answering/instead-of-answer";
import { Piped } from "../answering/piped";
import { Segments } from "../answering/segments";
import { pipeConfig, pipeText } from "../piping";
import { fieldOf } from "../types/fields";
import type { Draft } from "./builder-store";

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

/** A code that no label carries: the real ones are drawn when recruiting starts. */
const sampleCode = "482";

const Screen = ({ draft, drafts, code }: { draft: Draft; drafts: readonly Draft[]; code: string | null }) => {
  const t = useT();
  const locale = useLocale();
  const Field = fieldOf(draft.type);
  const told = { code, questions: drafts };
  const help = localized(draft.help, locale);
  return (
    <div lang={locale} className="flex h-full flex-col">
      <Segments questions={drafts} current={draft.key} />
      <div className="flex-1 pt-5">
        {/* A field keeps what was pressed; another question, type or scale is another field. */}
        <Field
          key={`${draft.key}-${locale}`}
          config={pipeConfig(draft.config, told)}
          name={`preview.${draft.key}`}
          value={undefined}
          locale={locale}
          legend={<Piped question={draft} told={told} locale={locale} />}
          pipe={(text) => pipeText(text, told, locale)}
          describedBy={undefined}
          isInvalid={false}
        />
        {help && <p className="mt-3 text-label text-ink-2">{help}</p>}
        {draft.dataClass === "health" && <p className="mt-4 rounded-card bg-sunken p-3 text-note">{t("questions.health_notice")}</p>}
        <InsteadOfAnswer question={draft} chosen={undefined} isShownOnly />
      </div>
      <div aria-hidden="true" className="flex items-center justify-between gap-3 pt-5">
        <span className="button quiet small">{t("common.back")}</span>
        <span className="button small">{t("common.next")}</span>
      </div>
    </div>
  );
};

type Props = { draft: Draft | undefined; drafts: readonly Draft[]; hasCode: boolean };

export const Preview = ({ draft, drafts, hasCode }: Props) => {
  const t = useT();
  const pageLocale = useLocale();
  const [locale, setLocale] = useState<Locale>(pageLocale);
  return (
    <section aria-label={t("builder.preview")} className="grid content-start justify-items-center gap-3">
      <div role="group" aria-label={t("builder.preview_language")} className="flex gap-1 rounded-full bg-sunken p-1">
        {locales.toReversed().map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={locale === each}
            onClick={() => setLocale(each)}
            className="min-h-9 rounded-full px-4 text-label font-semibold text-ink-2 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-float"
          >
            {t(`builder.language_${each}`)}
          </button>
        ))}
      </div>
      <div className="h-[680px] w-full max-w-[360px] overflow-y-auto rounded-[34px] border-[7px] border-line-2 bg-paper px-4 py-6 text-[16px]">
        {draft ? (
          <InLanguage locale={locale}>
            <Screen draft={draft} drafts={drafts} code={hasCode ? sampleCode : null} />
          </InLanguage>
        ) : (
          <p className="pt-24 text-center text-label text-ink-3">{t("builder.preview_empty")}</p>
        )}
      </div>
    </section>
  );
};
