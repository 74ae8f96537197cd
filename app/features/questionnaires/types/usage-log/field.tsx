import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import type { Use, UsageLogConfig } from "./usage-log";

/** Empty rows offered without JavaScript, where none can be added on the page. */
const emptyRows = 3;

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<UsageLogConfig>) => {
  const t = useT();
  const uses = (Array.isArray(value) ? value : []) as Partial<Use>[];
  const [count, setCount] = useState(Math.min(config.maxRows, uses.length + emptyRows));
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    setLive(true);
    setCount(Math.min(config.maxRows, Math.max(1, uses.length)));
  }, []);
  const unit = localized(config.unit, locale);
  const box = "control min-h-11";
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <ol className="grid gap-3">
        {Array.from({ length: count }, (_, index) => {
          const use = uses[index] ?? {};
          const row = `${name}.${index}`;
          return (
            <li key={index} className="grid gap-3 rounded-card border-[1.5px] border-line bg-surface p-4">
              <fieldset className="grid min-w-0 gap-3">
                <legend className="pb-2 text-label font-semibold text-ink-2">{t("questions.use_number", { number: index + 1 })}</legend>
                <div className="grid gap-3 min-[420px]:grid-cols-2">
                  <label className="grid gap-1 text-label font-semibold">
                    {t("questions.day")}
                    <input
                      type="date"
                      id={index === 0 ? controlId(name) : undefined}
                      name={`${row}.day`}
                      className={`${box} num`}
                      defaultValue={use.at?.slice(0, 10)}
                      aria-invalid={isInvalid || undefined}
                    />
                  </label>
                  <label className="grid gap-1 text-label font-semibold">
                    {t("questions.time")}
                    <input type="time" name={`${row}.time`} className={`${box} num`} defaultValue={use.at?.slice(11)} />
                  </label>
                  {config.unit && (
                    <label className="grid gap-1 text-label font-semibold">
                      {unit ? t("questions.amount_in", { unit }) : t("questions.amount")}
                      <input name={`${row}.amount`} className={`${box} num`} inputMode="decimal" autoComplete="off" defaultValue={use.amount} />
                    </label>
                  )}
                  {config.contexts.length > 0 && (
                    <label className="grid gap-1 text-label font-semibold">
                      {t("questions.situation")}
                      <select name={`${row}.context`} className={box} defaultValue={use.context ?? ""}>
                        <option value="">–</option>
                        {config.contexts.map((context) => (
                          <option key={context.value} value={context.value}>
                            {localized(context.label, locale)}
                          </option>
                        ))}
                      </select>
                    </label>
                  )}
                </div>
                {config.asksProblem && (
                  <label className="grid gap-1 text-label font-semibold">
                    {t("questions.went_wrong")}
                    <input name={`${row}.problem`} className={box} maxLength={500} defaultValue={use.problem} />
                  </label>
                )}
              </fieldset>
            </li>
          );
        })}
      </ol>
      {isLive && count < config.maxRows && (
        <button type="button" className="button quiet small justify-self-start" onClick={() => setCount(count + 1)}>
          <Plus className="size-4" aria-hidden="true" />
          {t("questions.add_use")}
        </button>
      )}
    </QuestionFieldset>
  );
};
