import { localized } from "~/core/locale";
import { useFormat, useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, legendId, QuestionFieldset } from "../question-fieldset";
import type { NumberConfig } from "./number";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<NumberConfig>) => {
  const t = useT();
  const format = useFormat();
  const decimals = Number.isInteger(config.step) ? 0 : Math.min(3, String(config.step).split(".")[1]?.length ?? 0);
  const typed = typeof value === "number" ? String(value).replace(".", locale === "id" ? "," : ".") : typeof value === "string" ? value : "";
  const unit = localized(config.unit, locale);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="flex items-center gap-3">
        {/* Not type="number": that one takes the comma or the point by the browser's language, not by the reader's. */}
        <input
          className="control num max-w-[12ch] text-[20px] font-semibold"
          id={controlId(name)}
          name={name}
          defaultValue={typed}
          inputMode={decimals > 0 ? "decimal" : config.min < 0 ? "text" : "numeric"}
          autoComplete="off"
          aria-labelledby={`${legendId(name)} unit-${name}`}
          aria-describedby={`range-${name}`}
          aria-invalid={isInvalid || undefined}
        />
        <span id={`unit-${name}`} className="font-semibold text-ink-2">
          {unit}
        </span>
      </div>
      <p id={`range-${name}`} className="text-note text-ink-3">
        {t("questions.between", { min: format.number(config.min, decimals), max: format.number(config.max, decimals) })}
      </p>
    </QuestionFieldset>
  );
};
