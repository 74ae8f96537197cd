import { useT } from "~/i18n/language";
import { TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { KanoConfig } from "./kano";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<KanoConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-5">
      <TextPair
        label={t("builder.feature")}
        help={t("builder.feature_help")}
        value={config.feature}
        onChange={(feature) => onChange({ ...config, feature })}
        isReadOnly={isReadOnly}
        maxLength={160}
      />
      <Tick
        label={t("builder.asks_importance")}
        isOn={config.asksImportance}
        onChange={(asksImportance) => onChange({ ...config, asksImportance })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
};
