import { localized } from "~/core/locale";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { consentWords, type ConsentConfig } from "./consent";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<ConsentConfig>) => (
  <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
    <p className="mb-2 rounded-card bg-sunken p-4 whitespace-pre-line">{localized(config.statement, locale)}</p>
    {(["yes", "no"] as const).map((choice, index) => (
      <ChoiceCard
        key={choice}
        type="radio"
        id={controlId(name, index)}
        name={name}
        value={choice}
        isChosen={value === choice}
        isInvalid={isInvalid}
        digit={index + 1}
      >
        {localized(consentWords[choice], locale)}
      </ChoiceCard>
    ))}
  </QuestionFieldset>
);
