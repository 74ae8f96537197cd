import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import type { DateTimeConfig } from "./date-time";

export const Field = ({ config, name, value, legend, describedBy, isInvalid }: FieldProps<DateTimeConfig>) => {
  const t = useT();
  const text = typeof value === "string" ? value : "";
  const [day, time] = text.includes("-") ? [text.slice(0, 10), text.slice(11)] : ["", text];
  const shared = { className: "control num w-full max-w-[22ch] text-[18px]", "aria-invalid": isInvalid || undefined };
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <div className="flex flex-wrap gap-4">
        {config.asks !== "time" && (
          <label className="grid gap-1.5 text-label font-semibold">
            {t("questions.day")}
            <input
              type="date"
              id={controlId(name)}
              name={`${name}.day`}
              defaultValue={day}
              min={config.earliest ?? undefined}
              max={config.latest ?? undefined}
              {...shared}
            />
          </label>
        )}
        {config.asks !== "date" && (
          <label className="grid gap-1.5 text-label font-semibold">
            {t("questions.time")}
            <input type="time" id={config.asks === "time" ? controlId(name) : controlId(name, 1)} name={`${name}.time`} defaultValue={time} {...shared} />
          </label>
        )}
      </div>
    </QuestionFieldset>
  );
};
