// The question as the member will see it on a phone: the same fields, in either language, while it is being written.
import { useState } from "react";
import { localized, type Locale } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { InsteadOfAnswer } from "../answering/instead-of-answer";
import { Piped } from "../answering/piped";
import { Segments } from "../answering/segments";
import { pipeConfig, pipeText } from "../piping";
import { fieldOf } from "../types/fields";
import type { Draft } from "./builder-store";
import { InLanguage, LanguageChoice } from "./in-language";

const Screen = ({ draft, drafts, codes }: { draft: Draft; drafts: readonly Draft[]; codes: readonly string[] }) => {
  const t = useT();
  const locale = useLocale();
  const Field = fieldOf(draft.type);
  const told = { codes, questions: drafts };
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

type Props = { draft: Draft | undefined; drafts: readonly Draft[]; codes: readonly string[] };

export const Preview = ({ draft, drafts, codes }: Props) => {
  const t = useT();
  const pageLocale = useLocale();
  const [locale, setLocale] = useState<Locale>(pageLocale);
  return (
    <section aria-label={t("builder.preview")} className="grid content-start justify-items-center gap-3">
      <LanguageChoice locale={locale} onChoose={setLocale} />
      <div className="h-[680px] w-full max-w-[360px] overflow-y-auto rounded-[34px] border-[7px] border-line-2 bg-paper px-4 py-6 text-[16px]">
        {draft ? (
          <InLanguage locale={locale}>
            <Screen draft={draft} drafts={drafts} codes={codes} />
          </InLanguage>
        ) : (
          <p className="pt-24 text-center text-label text-ink-3">{t("builder.preview_empty")}</p>
        )}
      </div>
    </section>
  );
};
