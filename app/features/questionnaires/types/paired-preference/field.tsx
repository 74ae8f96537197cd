import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import { ChoiceCard } from "../choice-card";
import type { FieldProps } from "../field-props";
import { entriesOf } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RadioRow } from "../radio-row";
import { noPreference, sidesOf, type PairedPreferenceConfig } from "./paired-preference";

/** Where the trial's codes are not known, as in the builder, two made-up ones stand for them. */
const examples = ["482", "615"].map((code) => ({ value: code, label: { en: `Sample ${code}`, id: `Contoh ${code}` } }));

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<PairedPreferenceConfig>) => {
  const t = useT();
  const given = entriesOf(value);
  const sides = config.between === "samples" && !config.pair ? examples : sidesOf(config);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <input type="hidden" name={`${name}.left`} value={sides[0]?.value ?? ""} />
      <input type="hidden" name={`${name}.right`} value={sides[1]?.value ?? ""} />
      <div className="grid grid-cols-2 gap-3">
        {sides.map((side, index) => (
          <label
            key={side.value}
            className="grid min-h-32 cursor-pointer place-items-center rounded-card border-[1.5px] border-line bg-surface p-4 text-center text-[19px] font-bold hover:border-edge has-[:checked]:border-leaf has-[:checked]:bg-leaf-tint has-[:checked]:shadow-[inset_0_0_0_1px_var(--leaf)] has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leaf"
          >
            <input
              type="radio"
              id={controlId(name, index)}
              name={name}
              value={side.value}
              defaultChecked={given.choice === side.value}
              aria-invalid={isInvalid || undefined}
              data-digit={index + 1}
              className="sr-only"
            />
            {localized(side.label, locale)}
          </label>
        ))}
      </div>
      {config.allowsNone && (
        <ChoiceCard
          type="radio"
          id={controlId(name, 2)}
          name={name}
          value={noPreference}
          isChosen={given.choice === noPreference}
          isInvalid={isInvalid}
          digit={3}
        >
          {t("questions.no_preference")}
        </ChoiceCard>
      )}
      {config.asksStrength && (
        <div className="pt-4">
          <RadioRow
            name={`${name}.strength`}
            legend={t("questions.how_strongly")}
            choices={(["slight", "strong"] as const).map((strength) => ({ value: strength, label: t(`questions.strength_${strength}`) }))}
            chosen={given.strength}
            isInvalid={false}
          />
        </div>
      )}
    </QuestionFieldset>
  );
};
