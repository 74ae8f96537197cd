import { useState } from "react";
import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, legendId, QuestionFieldset } from "../question-fieldset";
import type { SliderConfig } from "./slider";

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<SliderConfig>) => {
  const t = useT();
  const [place, setPlace] = useState(typeof value === "number" ? value : null);
  const middle = config.min + Math.round((config.max - config.min) / 2 / config.step) * config.step;
  const [low, high] = [localized(config.low, locale), localized(config.high, locale)];
  return (
    <QuestionFieldset
      name={name}
      legend={legend}
      describedBy={describedBy}
      anchors={t("questions.scale_anchors", { min: String(config.min), low, max: String(config.max), high })}
    >
      <div className="grid gap-3 rounded-card border-[1.5px] border-line bg-surface p-4">
        <output htmlFor={controlId(name)} className="num min-h-8 text-center text-[24px] font-bold" aria-hidden="true">
          {place ?? ""}
        </output>
        <input
          type="range"
          id={controlId(name)}
          name={name}
          min={config.min}
          max={config.max}
          step={config.step}
          defaultValue={place ?? middle}
          className={`h-11 w-full accent-leaf ${place === null ? "opacity-45" : ""}`}
          aria-labelledby={legendId(name)}
          aria-valuetext={place === null ? t("questions.slider_unset") : undefined}
          aria-invalid={isInvalid || undefined}
          onInput={(event) => {
            setPlace(Number(event.currentTarget.value));
            const mark = event.currentTarget.form?.elements.namedItem(`${name}.set`);
            if (mark instanceof HTMLInputElement) mark.checked = true;
          }}
        />
        <p aria-hidden="true" className="flex justify-between gap-6 text-label text-ink-2">
          <span>{low}</span>
          <span className="text-end">{high}</span>
        </p>
        <label className="flex min-h-11 items-center gap-3 border-t border-line pt-3 text-label">
          <input
            type="checkbox"
            name={`${name}.set`}
            value="true"
            defaultChecked={place !== null}
            className="size-5 flex-none accent-leaf"
            onChange={(event) => {
              const range = event.currentTarget.form?.elements.namedItem(name);
              setPlace(event.currentTarget.checked && range instanceof HTMLInputElement ? Number(range.value) : null);
            }}
          />
          {t("questions.slider_set")}
        </label>
      </div>
    </QuestionFieldset>
  );
};
