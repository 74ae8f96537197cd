import { localized } from "~/core/locale";
import type { FieldProps } from "../field-props";
import { entriesOf, inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RadioRow } from "../radio-row";
import { intensities, type RataConfig } from "./rata";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<RataConfig>) => {
  const given = entriesOf(value);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="grid gap-5">
        {inShownOrder(config.terms, config.shown).map((term, index) => (
          <RadioRow
            key={term.value}
            id={index === 0 ? controlId(name) : undefined}
            name={`${name}.${term.value}`}
            legend={localized(term.label, locale)}
            choices={intensities.map((label, code) => ({ value: code, label: localized(label, locale) }))}
            chosen={given[term.value]}
            isInvalid={isInvalid && given[term.value] === undefined}
          />
        ))}
      </div>
    </QuestionFieldset>
  );
};
