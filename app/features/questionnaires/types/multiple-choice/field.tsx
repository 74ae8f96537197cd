import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { otherText } from "../single-choice/single-choice";
import type { MultipleChoiceConfig } from "./multiple-choice";

/** How many may be chosen, where that is limited. */
const useHowMany = ({ min, max }: MultipleChoiceConfig): string => {
  const t = useT();
  if (min && max) return min === max ? t("questions.choose_exactly", { count: min }) : t("questions.choose_between", { min, max });
  if (max) return t("questions.choose_at_most", { count: max });
  return min && min > 1 ? t("questions.choose_at_least", { count: min }) : t("questions.choose_all");
};

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<MultipleChoiceConfig>) => {
  const howMany = useHowMany(config);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const own = chosen.flatMap((each) => otherText(each) ?? [])[0];
  const t = useT();
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy} anchors={howMany}>
      <p className="-mt-2 pb-1 text-label text-ink-3" aria-hidden="true">
        {howMany}
      </p>
      {inShownOrder(config.options, config.shown).map((option, index) => (
        <ChoiceCard
          key={option.value}
          type="checkbox"
          id={controlId(name, index)}
          name={name}
          value={option.value}
          isChosen={chosen.includes(option.value)}
          isInvalid={isInvalid}
          digit={index < 9 ? index + 1 : undefined}
          isExclusive={option.exclusive}
        >
          {localized(option.label, locale)}
        </ChoiceCard>
      ))}
      {config.allowOther && (
        <div className="group/other grid gap-[9px]">
          <ChoiceCard type="checkbox" id={controlId(name, config.options.length)} name={name} value="other" isChosen={own !== undefined} isInvalid={isInvalid}>
            {t("questions.other")}
          </ChoiceCard>
          <label className="hidden gap-1.5 ps-9 group-has-[:checked]/other:grid">
            <span className="text-label font-semibold">{t("questions.other_which")}</span>
            <input className="control" name={`${name}.other`} defaultValue={own ?? ""} maxLength={300} autoComplete="off" />
          </label>
        </div>
      )}
    </QuestionFieldset>
  );
};
