import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { labelsOf, type JustAboutRightConfig } from "./just-about-right";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<JustAboutRightConfig>) => (
  <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
    {labelsOf(config).map((label, index) => {
      const code = index + 1;
      return (
        <ChoiceCard
          key={code}
          type="radio"
          id={controlId(name, index)}
          name={name}
          value={code}
          isChosen={value === code}
          isInvalid={isInvalid}
          digit={code}
          aside={code}
        >
          {label[locale] || label[locale === "en" ? "id" : "en"]}
        </ChoiceCard>
      );
    })}
  </QuestionFieldset>
);
