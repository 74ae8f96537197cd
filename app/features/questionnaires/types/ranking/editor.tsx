import { useT } from "~/i18n/language";
import { NumberBox } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { OrderPick } from "../order-pick";
import type { RankingConfig } from "./ranking";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<RankingConfig>) => {
  const t = useT();
  const change = (part: Partial<RankingConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <ItemsEditor legend={t("builder.items")} stem="item" items={config.items} onChange={(items) => change({ items })} isReadOnly={isReadOnly} mayBeAnchored />
      <OrderPick order={config.order} onChange={(order) => change({ order })} isReadOnly={isReadOnly} />
      <NumberBox
        label={t("builder.rank_places")}
        value={config.top ?? undefined}
        onChange={(top) => change({ top: top ?? null })}
        isReadOnly={isReadOnly}
        isOptional
      />
    </div>
  );
};
