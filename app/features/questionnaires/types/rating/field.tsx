import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { Face } from "./face";
import { codesOf, type RatingConfig } from "./rating";
import { NumberRow } from "./number-row";

export const Field = (props: FieldProps<RatingConfig>) => {
  const t = useT();
  const { config, name, value, locale, legend, describedBy, isInvalid } = props;
  const codes = codesOf(config);
  const [low, high] = [localized(config.labels[config.min], locale), localized(config.labels[config.max], locale)];
  const isWorded = codes.every((code) => localized(config.labels[code], locale));
  const anchors = t("questions.scale_anchors", { min: String(config.min), low, max: String(config.max), high });
  if (config.display === "row")
    return (
      <QuestionFieldset name={name} legend={legend} describedBy={describedBy} anchors={anchors}>
        <NumberRow {...props} />
      </QuestionFieldset>
    );
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy} anchors={isWorded ? undefined : anchors}>
      {codes.map((code, index) => {
        const label = localized(config.labels[code], locale);
        return (
          <ChoiceCard
            key={code}
            type="radio"
            id={controlId(name, index)}
            name={name}
            value={code}
            isChosen={value === code}
            isInvalid={isInvalid}
            digit={code >= 0 && code <= 9 ? code : undefined}
            aside={label ? code : undefined}
          >
            {config.display === "faces" ? (
              <span className="flex items-center gap-3">
                <Face happiness={(config.highIsGood ? code - config.min : config.max - code) / (config.max - config.min)} />
                {label || <span className="num">{code}</span>}
              </span>
            ) : (
              label || <span className="num">{code}</span>
            )}
          </ChoiceCard>
        );
      })}
    </QuestionFieldset>
  );
};
