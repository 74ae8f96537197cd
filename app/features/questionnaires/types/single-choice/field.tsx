import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { otherText, type SingleChoiceConfig } from "./single-choice";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<SingleChoiceConfig>) => {
  const t = useT();
  const other = typeof value === "string" ? otherText(value) : null;
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      {inShownOrder(config.options, config.shown).map((option, index) => (
        <ChoiceCard
          key={option.value}
          type="radio"
          id={controlId(name, index)}
          name={name}
          value={option.value}
          isChosen={value === option.value}
          isInvalid={isInvalid}
          digit={index < 9 ? index + 1 : undefined}
        >
          {localized(option.label, locale)}
        </ChoiceCard>
      ))}
      {config.allowOther && (
        <div className="group/other grid gap-[9px]">
          <ChoiceCard type="radio" id={controlId(name, config.options.length)} name={name} value="other" isChosen={other !== null} isInvalid={isInvalid}>
            {t("questions.other")}
          </ChoiceCard>
          {/* Hidden only where the browser can show it again by itself, without JavaScript. */}
          <label className="hidden gap-1.5 ps-9 group-has-[:checked]/other:grid">
            <span className="text-label font-semibold">{t("questions.other_which")}</span>
            <input className="control" name={`${name}.other`} defaultValue={other ?? ""} maxLength={300} autoComplete="off" />
          </label>
        </div>
      )}
    </QuestionFieldset>
  );
};
