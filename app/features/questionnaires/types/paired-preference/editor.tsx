import { useT } from "~/i18n/language";
import { Pick, TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { PairedPreferenceConfig } from "./paired-preference";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<PairedPreferenceConfig>) => {
  const t = useT();
  const change = (part: Partial<PairedPreferenceConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <Pick
        label={t("builder.between")}
        value={config.between}
        onChange={(between) => change({ between })}
        isReadOnly={isReadOnly}
        options={(["samples", "words"] as const).map((value) => ({ value, label: t(`builder.between_${value}`) }))}
      />
      {config.between === "words" &&
        config.sides.map((side, index) => (
          <TextPair
            key={index}
            label={t("builder.option", { number: index + 1 })}
            value={side.label}
            onChange={(label) => change({ sides: config.sides.map((each, place) => (place === index ? { ...each, label } : each)) })}
            isReadOnly={isReadOnly}
            maxLength={300}
          />
        ))}
      <Tick label={t("builder.allows_no_preference")} isOn={config.allowsNone} onChange={(allowsNone) => change({ allowsNone })} isReadOnly={isReadOnly} />
      <Tick label={t("builder.asks_strength")} isOn={config.asksStrength} onChange={(asksStrength) => change({ asksStrength })} isReadOnly={isReadOnly} />
    </div>
  );
};
