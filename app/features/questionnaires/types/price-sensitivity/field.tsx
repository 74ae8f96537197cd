import { localized } from "~/core/locale";
import type { FieldProps } from "../field-props";
import { entriesOf } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { priceLeads, priceParts, type PriceSensitivityConfig } from "./price-sensitivity";

const signs = { IDR: "Rp", USD: "US$", EUR: "€" } as const;

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid, pipe }: FieldProps<PriceSensitivityConfig>) => {
  const given = entriesOf(value);
  const shown = (amount: unknown) =>
    typeof amount === "number" ? amount.toLocaleString(locale === "id" ? "id-ID" : "en-GB") : typeof amount === "string" ? amount : "";
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="grid gap-5">
        {priceParts.map((part, index) => (
          <div key={part} className="grid gap-2">
            <label htmlFor={controlId(name, index)} className="font-semibold">
              {pipe(localized(priceLeads[part], locale))}
            </label>
            <span className="flex items-center gap-2">
              <span className="font-semibold text-ink-2">{signs[config.currency]}</span>
              <input
                className="control num max-w-[14ch] text-[18px] font-semibold"
                id={controlId(name, index)}
                name={`${name}.${part}`}
                defaultValue={shown(given[part])}
                inputMode="numeric"
                autoComplete="off"
                aria-invalid={(isInvalid && typeof given[part] !== "number") || undefined}
              />
            </span>
          </div>
        ))}
      </div>
    </QuestionFieldset>
  );
};
