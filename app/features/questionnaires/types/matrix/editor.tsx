import { useT } from "~/i18n/language";
import { NumberBox, TextPair } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { OrderPick } from "../order-pick";
import { codesOfMatrix, type MatrixConfig } from "./matrix";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<MatrixConfig>) => {
  const t = useT();
  const change = (part: Partial<MatrixConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <ItemsEditor
        legend={t("builder.rows")}
        stem="row"
        items={config.rows}
        onChange={(rows) => change({ rows })}
        isReadOnly={isReadOnly}
        mayBeAnchored
        mayBeReversed
      />
      <OrderPick order={config.order} onChange={(order) => change({ order })} isReadOnly={isReadOnly} />
      <NumberBox
        label={t("builder.points")}
        value={config.points}
        onChange={(points) => points !== undefined && Number.isInteger(points) && points >= 2 && points <= 11 && change({ points })}
        isReadOnly={isReadOnly}
      />
      {codesOfMatrix(config).map((code) => (
        <TextPair
          key={code}
          label={t("builder.words_for", { code: String(code) })}
          value={config.labels[code] ?? { en: "", id: "" }}
          onChange={(label) => change({ labels: { ...config.labels, [code]: label } })}
          isReadOnly={isReadOnly}
          maxLength={200}
        />
      ))}
    </div>
  );
};
