import { useT } from "~/i18n/language";
import { NumberBox, TextPair } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { SliderConfig } from "./slider";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<SliderConfig>) => {
  const t = useT();
  const change = (part: Partial<SliderConfig>) => onChange({ ...config, ...part });
  const whole = (value: number | undefined, part: (value: number) => Partial<SliderConfig>) =>
    value !== undefined && Number.isInteger(value) && change(part(value));
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-4">
        <NumberBox label={t("builder.from")} value={config.min} onChange={(value) => whole(value, (min) => ({ min }))} isReadOnly={isReadOnly} />
        <NumberBox label={t("builder.to")} value={config.max} onChange={(value) => whole(value, (max) => ({ max }))} isReadOnly={isReadOnly} />
        <NumberBox
          label={t("builder.step")}
          value={config.step}
          onChange={(value) => whole(value, (step) => (step >= 1 ? { step } : {}))}
          isReadOnly={isReadOnly}
        />
      </div>
      <TextPair label={t("builder.words_low")} value={config.low} onChange={(low) => change({ low })} isReadOnly={isReadOnly} maxLength={120} />
      <TextPair label={t("builder.words_high")} value={config.high} onChange={(high) => change({ high })} isReadOnly={isReadOnly} maxLength={120} />
    </div>
  );
};
