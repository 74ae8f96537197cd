import { useT } from "~/i18n/language";
import { Tick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { OrderPick } from "../order-pick";
import type { CataConfig } from "./cata";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<CataConfig>) => {
  const t = useT();
  const change = (part: Partial<CataConfig>) => onChange({ ...config, ...part });
  return (
    <div className="grid gap-5">
      <ItemsEditor legend={t("builder.terms")} stem="term" items={config.terms} onChange={(terms) => change({ terms })} isReadOnly={isReadOnly} mayBeAnchored />
      <OrderPick order={config.order} onChange={(order) => change({ order })} isReadOnly={isReadOnly} />
      <Tick label={t("builder.allows_none")} isOn={config.allowsNone} onChange={(allowsNone) => change({ allowsNone })} isReadOnly={isReadOnly} />
      <Tick
        label={t("builder.describes_ideal")}
        help={t("builder.describes_ideal_help")}
        isOn={config.describesIdeal ?? false}
        onChange={(describesIdeal) => change({ describesIdeal })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
};
