import { useT } from "~/i18n/language";
import { Pick } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { PhotoConfig } from "./photo";

const amounts = ["1", "2", "3", "4", "5", "6"] as const;

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<PhotoConfig>) => {
  const t = useT();
  return (
    <div className="max-w-56">
      <Pick
        label={t("builder.photos_most")}
        value={String(config.max) as (typeof amounts)[number]}
        onChange={(max) => onChange({ max: Number(max) })}
        isReadOnly={isReadOnly}
        options={amounts.map((value) => ({ value, label: value }))}
      />
    </div>
  );
};
