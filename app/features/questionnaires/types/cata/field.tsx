import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { noneOfThese, type CataConfig } from "./cata";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<CataConfig>) => {
  const t = useT();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy} anchors={t("questions.choose_all")}>
      <div className="grid gap-[9px] min-[420px]:grid-cols-2">
        {inShownOrder(config.terms, config.shown).map((term, index) => (
          <ChoiceCard
            key={term.value}
            type="checkbox"
            id={controlId(name, index)}
            name={name}
            value={term.value}
            isChosen={chosen.includes(term.value)}
            isInvalid={isInvalid}
          >
            {localized(term.label, locale)}
          </ChoiceCard>
        ))}
      </div>
      {config.allowsNone && (
        <ChoiceCard
          type="checkbox"
          id={controlId(name, config.terms.length)}
          name={name}
          value={noneOfThese}
          isChosen={chosen.includes(noneOfThese)}
          isInvalid={isInvalid}
          isExclusive
        >
          {t("questions.none_of_these")}
        </ChoiceCard>
      )}
    </QuestionFieldset>
  );
};
