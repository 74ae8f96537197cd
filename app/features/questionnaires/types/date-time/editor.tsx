import { useT } from "~/i18n/language";
import { Pick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { DateTimeConfig } from "./date-time";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<DateTimeConfig>) => {
  const t = useT();
  return (
    <div className="flex flex-wrap gap-4">
      <Pick
        label={t("builder.asks_for")}
        value={config.asks}
        onChange={(asks) => onChange({ ...config, asks })}
        isReadOnly={isReadOnly}
        options={(["date", "time", "both"] as const).map((value) => ({ value, label: t(`builder.asks_${value}`) }))}
      />
      {config.asks !== "time" &&
        (["earliest", "latest"] as const).map((bound) => (
          <label key={bound} className="grid content-start gap-1.5 text-label font-semibold">
            {t(`builder.${bound}`)}
            <input
              type="date"
              className="control num min-h-10 py-2 text-[15px] font-normal"
              value={config[bound] ?? ""}
              readOnly={isReadOnly}
              onChange={(event) => onChange({ ...config, [bound]: event.currentTarget.value || null })}
            />
          </label>
        ))}
    </div>
  );
};
