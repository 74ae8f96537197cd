import { useT } from "~/i18n/language";
import { NumberBox } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { OptionsEditor } from "../options-editor";
import type { MultipleChoiceConfig } from "./multiple-choice";

export const Editor = ({ config, onChange, screens, isReadOnly }: EditorProps<MultipleChoiceConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-4">
      <OptionsEditor
        options={config.options}
        onChange={(options) => onChange({ ...config, options })}
        screens={screens}
        isReadOnly={isReadOnly}
        mayBeExclusive
      />
      <div className="flex flex-wrap gap-4">
        <NumberBox label={t("builder.choose_least")} value={config.min} onChange={(min) => onChange({ ...config, min })} isReadOnly={isReadOnly} isOptional />
        <NumberBox label={t("builder.choose_most")} value={config.max} onChange={(max) => onChange({ ...config, max })} isReadOnly={isReadOnly} isOptional />
      </div>
    </div>
  );
};
