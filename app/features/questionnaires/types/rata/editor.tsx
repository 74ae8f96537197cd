import { useT } from "~/i18n/language";
import type { EditorProps } from "../editor-props";
import { ItemsEditor } from "../items-editor";
import { OrderPick } from "../order-pick";
import type { RataConfig } from "./rata";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<RataConfig>) => {
  const t = useT();
  return (
    <div className="grid gap-5">
      <ItemsEditor
        legend={t("builder.terms")}
        stem="term"
        items={config.terms}
        onChange={(terms) => onChange({ ...config, terms })}
        isReadOnly={isReadOnly}
        mayBeAnchored
      />
      <OrderPick order={config.order} onChange={(order) => onChange({ ...config, order })} isReadOnly={isReadOnly} />
    </div>
  );
};
