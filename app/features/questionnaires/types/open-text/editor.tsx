import { useT } from "~/i18n/language";
import { NumberBox, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { OpenTextConfig } from "./open-text";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<OpenTextConfig>) => {
  const t = useT();
  const whole = (value: number | undefined, least: number) => Math.min(5000, Math.max(least, Math.round(value ?? least)));
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-4">
        <NumberBox
          label={t("builder.least_characters")}
          value={config.minLength}
          onChange={(value) => onChange({ ...config, minLength: whole(value, 0) })}
          isReadOnly={isReadOnly}
        />
        <NumberBox
          label={t("builder.most_characters")}
          value={config.maxLength}
          onChange={(value) => onChange({ ...config, maxLength: whole(value, 1) })}
          isReadOnly={isReadOnly}
        />
      </div>
      <Tick
        label={t("builder.offers_idea")}
        help={t("builder.offers_idea_help")}
        isOn={config.offersIdea}
        onChange={(offersIdea) => onChange({ ...config, offersIdea })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
};
