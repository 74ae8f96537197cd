import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { entriesOf } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RadioRow } from "../radio-row";
import { feelings, leadOf, type KanoConfig } from "./kano";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid, pipe }: FieldProps<KanoConfig>) => {
  const t = useT();
  const given = entriesOf(value);
  const words = (part: "functional" | "dysfunctional" | "importance") => pipe(localized(leadOf(part, config), locale));
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="grid gap-7">
        {(["functional", "dysfunctional"] as const).map((part) => (
          <fieldset key={part} className="grid min-w-0 gap-[9px]">
            <legend className="pb-2 font-semibold">{words(part)}</legend>
            {feelings.map((feeling, index) => (
              <ChoiceCard
                key={feeling.en}
                type="radio"
                id={part === "functional" ? controlId(name, index) : `${controlId(name, index)}-${part}`}
                name={`${name}.${part}`}
                value={index + 1}
                isChosen={given[part] === index + 1}
                isInvalid={isInvalid && given[part] === undefined}
              >
                {localized(feeling, locale)}
              </ChoiceCard>
            ))}
          </fieldset>
        ))}
        {config.asksImportance && (
          <RadioRow
            name={`${name}.importance`}
            legend={words("importance")}
            choices={Array.from({ length: 9 }, (_, index) => ({ value: index + 1, label: String(index + 1) }))}
            chosen={given.importance}
            isInvalid={isInvalid && given.importance === undefined}
            ends={[t("questions.not_important"), t("questions.very_important")]}
          />
        )}
      </div>
    </QuestionFieldset>
  );
};
