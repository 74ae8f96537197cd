import { useT } from "~/i18n/language";
import { TextPair } from "../editor-controls";
import type { EditorProps } from "../editor-props";
import type { InformationConfig } from "./information";

export const Editor = ({ config, onChange, isReadOnly }: EditorProps<InformationConfig>) => {
  const t = useT();
  return <TextPair label={t("builder.body")} value={config.body} onChange={(body) => onChange({ body })} isReadOnly={isReadOnly} maxLength={4000} rows={8} />;
};
