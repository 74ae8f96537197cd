import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { Pick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { attentionLabels, type AttentionConfig } from "./attention";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<AttentionConfig>) => {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="max-w-md">
      <Pick
        label={t("builder.expected_answer")}
        value={String(config.expected)}
        onChange={(expected) => onChange({ expected: Number(expected) })}
        isReadOnly={isReadOnly}
        options={attentionLabels.map(({ code, label }) => ({ value: String(code), label: localized(label, locale) }))}
      />
    </div>
  );
};
