import { useT } from "~/i18n/language";
import { NumberBox, TextPair, Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import type { UsageLogConfig } from "./usage-log";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<UsageLogConfig>) => {
  const t = useT();
  const change = (part: Partial<UsageLogConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <NumberBox
        label={t("builder.most_rows")}
        value={config.maxRows}
        onChange={(maxRows) => maxRows !== undefined && maxRows >= 1 && maxRows <= 31 && change({ maxRows: Math.round(maxRows) })}
        isReadOnly={isReadOnly}
      />
      <Tick
        label={t("builder.asks_amount")}
        isOn={config.unit !== null}
        onChange={(isOn) => change({ unit: isOn ? { en: "", id: "" } : null })}
        isReadOnly={isReadOnly}
      />
      {config.unit && <TextPair label={t("builder.unit")} value={config.unit} onChange={(unit) => change({ unit })} isReadOnly={isReadOnly} maxLength={40} />}
      <ItemsEditor
        legend={t("builder.situations")}
        stem="situation"
        items={config.contexts}
        onChange={(contexts) => change({ contexts })}
        isReadOnly={isReadOnly}
      />
      <Tick label={t("builder.asks_problem")} isOn={config.asksProblem} onChange={(asksProblem) => change({ asksProblem })} isReadOnly={isReadOnly} />
    </div>
  );
};
