// A field in percent for each group of each fact.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { useProblem, type Reply } from "~/ui/field";
import { fieldOf, type Target, type WeightChoice } from "./weighting";

type Field = { name: string; label: string; value: string; reply: Reply };

const Share = ({ name, label, value, reply }: Field) => {
  const t = useT();
  const problem = useProblem(reply, name);
  return (
    <div className="grid gap-1">
      <label className="grid grid-cols-[1fr_auto] items-center gap-3 text-label" htmlFor={`field-${name}`}>
        <span className="min-w-0 wrap-anywhere" dir="auto">
          {label}
        </span>
        <span className="flex items-center gap-1.5">
          <input
            id={`field-${name}`}
            name={name}
            inputMode="decimal"
            className="control num w-20 text-end"
            maxLength={6}
            defaultValue={reply?.values?.[name] ?? value}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `problem-${name}` : undefined}
          />
          <span aria-hidden="true">%</span>
          <span className="sr-only">{t("segments.percent")}</span>
        </span>
      </label>
      {problem && (
        <p id={`problem-${name}`} className="text-label font-semibold text-brick">
          {problem}
        </p>
      )}
    </div>
  );
};

export const TargetFields = ({ choices, targets, reply }: { choices: WeightChoice[]; targets: Target[]; reply: Reply }) => {
  const locale = useLocale();
  return (
    <div className="grid gap-x-10 gap-y-7 min-[860px]:grid-cols-2">
      {choices.map(({ fact, label, options }, index) => (
        <fieldset key={fact} className="grid content-start gap-2">
          <legend className="pb-1 text-label font-semibold">{localized(label, locale)}</legend>
          {options.map(({ value, label: words }, place) => {
            const share = targets.find((target) => target.fact === fact)?.shares[value];
            return (
              <Share key={value} name={fieldOf(index, place)} label={localized(words, locale)} value={share === undefined ? "" : String(share)} reply={reply} />
            );
          })}
        </fieldset>
      ))}
    </div>
  );
};
