import { useT } from "~/i18n/language";
import { NumberBox, Pick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { PriceSensitivityConfig } from "./price-sensitivity";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<PriceSensitivityConfig>) => {
  const t = useT();
  return (
    <div className="flex flex-wrap gap-4">
      <Pick
        label={t("builder.currency")}
        value={config.currency}
        onChange={(currency) => onChange({ ...config, currency })}
        isReadOnly={isReadOnly}
        options={(["IDR", "USD", "EUR"] as const).map((value) => ({ value, label: value }))}
      />
      <NumberBox
        label={t("builder.highest_price")}
        value={config.most}
        onChange={(most) => most !== undefined && most >= 1 && onChange({ ...config, most: Math.round(most) })}
        isReadOnly={isReadOnly}
        step={1000}
      />
    </div>
  );
};
