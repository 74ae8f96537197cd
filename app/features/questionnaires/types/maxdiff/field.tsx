import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { labelOf } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import type { MaxdiffAnswer, MaxdiffConfig } from "./maxdiff";

const radio =
  "size-[26px] appearance-none rounded-full border-2 border-edge bg-surface outline-none checked:border-[8px] checked:border-leaf focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-leaf forced-colors:appearance-auto";

/** In the builder there is no response yet: the first items stand for a task. */
const exampleOf = ({ items, perTask }: MaxdiffConfig) => [items.slice(0, perTask).map((item) => item.value)];

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<MaxdiffConfig>) => {
  const t = useT();
  const given = (Array.isArray(value) ? value : []) as Partial<MaxdiffAnswer[number]>[];
  const tasks = config.shown ?? exampleOf(config);
  const [most, least] = [localized(config.most, locale), localized(config.least, locale)];
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="grid gap-6">
        {tasks.map((codes, index) => {
          const task = `${name}.${index}`;
          return (
            <div key={codes.join(" ")} className="overflow-hidden rounded-card border-[1.5px] border-line bg-surface">
              <input type="hidden" name={`${task}.shown`} value={codes.join(" ")} />
              <div className="grid grid-cols-[72px_1fr_72px] items-end gap-2 bg-sunken px-2 py-2 text-center text-note font-semibold text-ink-2">
                <span id={`${task}-most`}>{most}</span>
                <span className="num">{t("questions.task_of", { number: index + 1, total: config.shown ? tasks.length : config.tasks })}</span>
                <span id={`${task}-least`}>{least}</span>
              </div>
              {codes.map((code, place) => {
                const label = localized(labelOf(config.items, code), locale);
                const box = (which: "best" | "worst") => (
                  <label className="grid min-h-13 cursor-pointer place-items-center">
                    <input
                      type="radio"
                      id={which === "best" ? (index === 0 ? controlId(name, place) : `${controlId(name, place)}-${index}`) : undefined}
                      name={`${task}.${which}`}
                      value={code}
                      defaultChecked={given[index]?.[which] === code}
                      aria-label={`${which === "best" ? most : least}: ${label}`}
                      aria-invalid={(isInvalid && !given[index]?.[which]) || undefined}
                      className={radio}
                    />
                  </label>
                );
                return (
                  <div key={code} className="grid grid-cols-[72px_1fr_72px] items-center gap-2 border-t border-line px-2">
                    {box("best")}
                    <span className="py-2 text-center font-[550]">{label}</span>
                    {box("worst")}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </QuestionFieldset>
  );
};
