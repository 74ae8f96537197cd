// Every condition that a segment can be made of, as boxes to check: a group of boxes for each fact and each question.
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { boxOf, type Choice } from "./segment";

const Boxes = ({ choice }: { choice: Choice }) => {
  const locale = useLocale();
  // A phone has room for two short words beside each other.
  const isShort = choice.options.every(({ label }) => localized(label, locale).length <= 14);
  return (
    <fieldset className="grid content-start gap-1">
      <legend className="pb-1 text-label font-semibold">{localized(choice.label, locale)}</legend>
      <div className={`grid gap-x-4 ${isShort ? "grid-cols-2" : "min-[520px]:grid-cols-2"}`}>
        {choice.options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-2.5 text-label">
            <input type="checkbox" name="only" value={boxOf(choice, value)} className="size-5 shrink-0 accent-leaf" />
            <span className="min-w-0 wrap-anywhere" dir="auto">
              {localized(label, locale)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** What is known about people stands open; questions, of which there may be many, open one by one. */
export const SegmentChoices = ({ choices }: { choices: Choice[] }) => {
  const t = useT();
  const locale = useLocale();
  const questions = choices.filter(({ kind }) => kind === "answer");
  return (
    <div className="grid gap-6">
      <div className="grid gap-x-8 gap-y-6 min-[860px]:grid-cols-2">
        {choices
          .filter(({ kind }) => kind !== "answer")
          .map((choice) => (
            <Boxes key={`${choice.kind} ${choice.of}`} choice={choice} />
          ))}
      </div>
      {questions.length > 0 && (
        <div className="grid gap-1">
          <h3>{t("segments.by_answer")}</h3>
          <p className="max-w-[70ch] text-note text-ink-3">{t("segments.by_answer_help")}</p>
          {questions.map((choice) => (
            <details key={choice.of} className="border-b border-line">
              <summary className="min-h-11 py-2.5 text-label font-semibold">{localized(choice.label, locale)}</summary>
              <div className="pb-3">
                <Boxes choice={choice} />
              </div>
            </details>
          ))}
        </div>
      )}
    </div>
  );
};
