import { useT } from "~/i18n/language";
import { TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { ConsentConfig } from "./consent";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<ConsentConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-5">
      <TextPair
        label={t("builder.statement")}
        value={config.statement}
        onChange={(statement) => onChange({ ...config, statement })}
        isReadOnly={isReadOnly}
        maxLength={4000}
        rows={6}
      />
      <Tick
        label={t("builder.must_agree")}
        help={t("builder.must_agree_help")}
        isOn={config.mustAgree}
        onChange={(mustAgree) => onChange({ ...config, mustAgree })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
};
