import { useT } from "~/i18n/language";
import { NumberBox, TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { NumberConfig } from "./number";

export const Editor = ({ config, onChange, screens, isReadOnly }: EditorProps<NumberConfig>) => {
  const t = useT();
  const { screening } = config;
  return (
    <div className="grid gap-5">
      <TextPair label={t("builder.unit")} value={config.unit} onChange={(unit) => onChange({ ...config, unit })} isReadOnly={isReadOnly} maxLength={40} />
      <div className="flex flex-wrap gap-4">
        <NumberBox
          label={t("builder.from")}
          value={config.min}
          onChange={(min = 0) => onChange({ ...config, min })}
          isReadOnly={isReadOnly}
          step={config.step}
        />
        <NumberBox label={t("builder.to")} value={config.max} onChange={(max = 0) => onChange({ ...config, max })} isReadOnly={isReadOnly} step={config.step} />
        <NumberBox
          label={t("builder.step")}
          value={config.step}
          onChange={(step = 1) => step > 0 && onChange({ ...config, step })}
          isReadOnly={isReadOnly}
          step={0.1}
        />
      </div>
      {screens && (
        <div className="grid gap-2">
          <Tick
            label={t("builder.screen_by_number")}
            isOn={screening !== null}
            onChange={(isOn) => onChange({ ...config, screening: isOn ? { min: config.min, max: config.max } : null })}
            isReadOnly={isReadOnly}
          />
          {screening && (
            <div className="flex flex-wrap gap-4">
              <NumberBox
                label={t("builder.from")}
                value={screening.min}
                onChange={(min = 0) => onChange({ ...config, screening: { ...screening, min } })}
                isReadOnly={isReadOnly}
              />
              <NumberBox
                label={t("builder.to")}
                value={screening.max}
                onChange={(max = 0) => onChange({ ...config, screening: { ...screening, max } })}
                isReadOnly={isReadOnly}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
};
