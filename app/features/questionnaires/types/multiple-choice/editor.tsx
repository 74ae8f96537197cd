import { useT } from "~/i18n/language";
import { NumberBox, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { OptionsEditor } from "../options-editor";
import { OrderPick } from "../order-pick";
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
        mayBeAnchored
      />
      <OrderPick order={config.order} onChange={(order) => onChange({ ...config, order })} isReadOnly={isReadOnly} />
      <Tick
        label={t("builder.allow_other")}
        isOn={config.allowOther ?? false}
        onChange={(isOn) => onChange({ ...config, allowOther: isOn || undefined })}
        isReadOnly={isReadOnly}
      />
      <div className="flex flex-wrap gap-4">
        <NumberBox label={t("builder.choose_least")} value={config.min} onChange={(min) => onChange({ ...config, min })} isReadOnly={isReadOnly} isOptional />
        <NumberBox label={t("builder.choose_most")} value={config.max} onChange={(max) => onChange({ ...config, max })} isReadOnly={isReadOnly} isOptional />
      </div>
    </div>
  );
};
