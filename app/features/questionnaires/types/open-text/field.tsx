import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, legendId, QuestionFieldset } from "../question-fieldset";
import type { OpenTextConfig } from "./open-text";

export const Field = ({ config, name, value, legend, describedBy, isInvalid }: FieldProps<OpenTextConfig>) => {
  const t = useT();
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <textarea
        className="control min-h-[168px]"
        id={controlId(name)}
        name={name}
        defaultValue={typeof value === "string" ? value : ""}
        maxLength={config.maxLength}
        rows={6}
        aria-labelledby={legendId(name)}
        aria-describedby={`length-${name}`}
        aria-invalid={isInvalid || undefined}
      />
      <p id={`length-${name}`} className="text-note text-ink-3">
        {config.minLength > 1
          ? t("questions.length_between", { min: config.minLength, max: config.maxLength })
          : t("questions.length_at_most", { max: config.maxLength })}
      </p>
    </QuestionFieldset>
  );
};
