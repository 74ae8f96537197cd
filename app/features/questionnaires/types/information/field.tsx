import { localized } from "~/core/locale";
import type { FieldProps } from "../field-props";
import { QuestionFieldset } from "../question-fieldset";
import type { InformationConfig } from "./information";

export const Field = ({ config, name, locale, legend, describedBy }: FieldProps<InformationConfig>) => (
  <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
    {/* Going on says that it was read, so that coming back leads past it. */}
    <input type="hidden" name={name} value="read" />
    <p className="max-w-[60ch] whitespace-pre-line">{localized(config.body, locale)}</p>
  </QuestionFieldset>
);
