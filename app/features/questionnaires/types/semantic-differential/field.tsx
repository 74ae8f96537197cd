import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { entriesOf, inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RadioRow } from "../radio-row";
import { steps, type SemanticDifferentialConfig } from "./semantic-differential";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<SemanticDifferentialConfig>) => {
  const t = useT();
  const given = entriesOf(value);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="grid gap-6">
        {inShownOrder(config.pairs, config.shown).map((pair, index) => {
          const isFlipped = config.flipped?.includes(pair.value) ?? false;
          const [left, right] = isFlipped
            ? [localized(pair.high, locale), localized(pair.low, locale)]
            : [localized(pair.low, locale), localized(pair.high, locale)];
          return (
            <RadioRow
              key={pair.value}
              id={index === 0 ? controlId(name) : undefined}
              name={`${name}.${pair.value}`}
              legend={
                <span className="flex justify-between gap-4">
                  <span>{left}</span>
                  <span className="sr-only">–</span>
                  <span className="text-end">{right}</span>
                </span>
              }
              choices={(isFlipped ? steps.toReversed() : steps).map((step, place) => ({
                value: step,
                label:
                  place === 3 ? t("questions.between_both") : t("questions.nearer_to", { word: place < 3 ? left : right, step: String(Math.abs(place - 3)) }),
                short: place === 3 ? "0" : String(Math.abs(place - 3)),
              }))}
              chosen={given[pair.value]}
              isInvalid={isInvalid && given[pair.value] === undefined}
            />
          );
        })}
      </div>
    </QuestionFieldset>
  );
};
