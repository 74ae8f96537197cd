import { useT } from "~/i18n/language";
import { Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { OptionsEditor } from "../options-editor";
import { OrderPick } from "../order-pick";
import type { SingleChoiceConfig } from "./single-choice";

export const Editor = ({ config, onChange, screens, isReadOnly }: EditorProps<SingleChoiceConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-4">
      <OptionsEditor
        options={config.options}
        onChange={(options) => onChange({ ...config, options })}
        screens={screens}
        isReadOnly={isReadOnly}
        mayBeAnchored
      />
      <OrderPick order={config.order} onChange={(order) => onChange({ ...config, order })} isReadOnly={isReadOnly} />
      <Tick label={t("builder.allow_other")} isOn={config.allowOther} onChange={(allowOther) => onChange({ ...config, allowOther })} isReadOnly={isReadOnly} />
    </div>
  );
};
