import { localized } from "~/core/locale";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { attentionLabels, type AttentionConfig } from "./attention";

export const Field = ({ name, value, locale, legend, describedBy, isInvalid }: FieldProps<AttentionConfig>) => (
  <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
    {attentionLabels.map(({ code, label }, index) => (
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
        {localized(label, locale)}
      </ChoiceCard>
    ))}
  </QuestionFieldset>
);
