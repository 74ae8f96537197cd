// One text in both languages, side by side, so that neither is forgotten.
import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import { TextArea, TextField, type Reply } from "./field";

type Props = {
  name: string;
  label: string;
  value?: LocalizedText | null;
  reply?: Reply;
  rows?: number;
  required?: boolean;
  maxLength?: number;
  help?: string;
  optional?: boolean;
};

/** Two fields, `<name>.en` and `<name>.id`; with `rows` they are text areas. */
export const LocalizedField = ({ name, label, value, reply, rows, required, maxLength, help, optional }: Props) => {
  const t = useT();
  const field = (language: "en" | "id") => {
    const shared = {
      name: `${name}.${language}`,
      label: t(language === "en" ? "common.in_english" : "common.in_indonesian"),
      reply,
      defaultValue: value?.[language],
      required,
      maxLength,
      lang: language,
    };
    return rows ? <TextArea key={language} {...shared} rows={rows} /> : <TextField key={language} {...shared} />;
  };
  return (
    <fieldset className="grid gap-1.5">
      <legend className="text-label font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-3"> ({t("common.optional")})</span>}
      </legend>
      {help && <p className="text-note text-ink-3">{help}</p>}
      <div className="mt-1.5 grid gap-3 sm:grid-cols-2 [&_label]:font-normal [&_label]:text-ink-3">
        {field("id")}
        {field("en")}
      </div>
    </fieldset>
  );
};
