import { useT } from "~/i18n/language";
import { Pick, TextPair } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { JustAboutRightConfig } from "./just-about-right";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<JustAboutRightConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-5">
      <TextPair
        label={t("builder.attribute")}
        help={t("builder.attribute_help")}
        value={config.attribute}
        onChange={(attribute) => onChange({ ...config, attribute })}
        isReadOnly={isReadOnly}
        maxLength={80}
      />
      <div className="max-w-md">
        <Pick
          label={t("builder.points")}
          value={String(config.points) as "3" | "5"}
          onChange={(points) => onChange({ ...config, points: points === "3" ? 3 : 5 })}
          isReadOnly={isReadOnly}
          options={[
            { value: "5", label: t("builder.points_5") },
            { value: "3", label: t("builder.points_3") },
          ]}
        />
      </div>
    </div>
  );
};
