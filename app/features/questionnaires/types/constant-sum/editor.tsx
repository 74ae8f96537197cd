import { useT } from "~/i18n/language";
import { NumberBox } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { OrderPick } from "../order-pick";
import type { ConstantSumConfig } from "./constant-sum";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<ConstantSumConfig>) => {
  const t = useT();
  const change = (part: Partial<ConstantSumConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <ItemsEditor legend={t("builder.items")} stem="item" items={config.items} onChange={(items) => change({ items })} isReadOnly={isReadOnly} mayBeAnchored />
      <OrderPick order={config.order} onChange={(order) => change({ order })} isReadOnly={isReadOnly} />
      <NumberBox
        label={t("builder.points_to_divide")}
        value={config.total}
        onChange={(total) => total !== undefined && total >= 2 && total <= 1000 && change({ total: Math.round(total) })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
};
