import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { entriesOf, inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RadioRow } from "../radio-row";
import { codesOfMatrix, type MatrixConfig } from "./matrix";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<MatrixConfig>) => {
  const t = useT();
  const given = entriesOf(value);
  const word = (code: number) => localized(config.labels[code], locale);
  const [low, high] = [word(1), word(config.points)];
  const isShort = config.points <= 3;
  return (
    <QuestionFieldset
      name={name}
      legend={legend}
      describedBy={describedBy}
      anchors={t("questions.scale_anchors", { min: "1", low, max: String(config.points), high })}
    >
      <div className="grid gap-5">
        {inShownOrder(config.rows, config.shown).map((row, index) => (
          <RadioRow
            key={row.value}
            id={index === 0 ? controlId(name) : undefined}
            name={`${name}.${row.value}`}
            legend={localized(row.label, locale)}
            choices={codesOfMatrix(config).map((code) => ({ value: code, label: word(code) || String(code), short: isShort ? undefined : String(code) }))}
            chosen={given[row.value]}
            isInvalid={isInvalid && given[row.value] === undefined}
            ends={isShort ? undefined : [low, high]}
          />
        ))}
      </div>
    </QuestionFieldset>
  );
};
