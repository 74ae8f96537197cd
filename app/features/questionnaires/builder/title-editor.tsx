import { useState } from "react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { TextPair } from "../types/editor-controls";

type Props = { title: LocalizedText; kind: "screener" | "evaluation"; isReadOnly: boolean; onSave: (title: LocalizedText) => Promise<unknown> };

/** The title, which is what members read first; opened to be rewritten. */
export const TitleEditor = ({ title, kind, isReadOnly, onSave }: Props) => {
  const t = useT();
  const locale = useLocale();
  const [typed, setTyped] = useState<LocalizedText | null>(null);
  return (
    <div className="grid gap-2">
      <p className="text-note font-semibold text-ink-3">{t(`builder.kind_${kind}`)}</p>
      <h1 className="text-[21px]">{localized(typed ?? title, locale)}</h1>
      {typed ? (
        <div className="grid gap-2">
          <TextPair label={t("builder.title")} hidesLabel value={typed} onChange={setTyped} isReadOnly={false} maxLength={160} />
          <p className="flex gap-2">
            <button type="button" className="button small" onClick={() => void onSave(typed).then(() => setTyped(null))}>
              {t("common.save")}
            </button>
            <button type="button" className="button quiet small" onClick={() => setTyped(null)}>
              {t("common.cancel")}
            </button>
          </p>
        </div>
      ) : (
        !isReadOnly && (
          <button type="button" className="link min-h-9 justify-self-start text-label" onClick={() => setTyped(title)}>
            {t("builder.rewrite_title")}
          </button>
        )
      )}
    </div>
  );
};
