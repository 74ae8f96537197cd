// A scale of bare numbers from left to right, with its two ends said below.
import { localized } from "~/core/locale";
import type { FieldProps } from "../field-props";
import { controlId } from "../question-fieldset";
import { codesOf, type RatingConfig } from "./rating";

export const NumberRow = ({ config, name, value, locale, isInvalid }: FieldProps<RatingConfig>) => {
  const codes = codesOf({ ...config, highIsGood: false });
  const end = (code: number) => localized(config.labels[code], locale);
  return (
    <>
      <div className={`grid gap-1.5 ${codes.length > 7 ? "grid-cols-6 min-[520px]:grid-cols-11" : "auto-cols-fr grid-flow-col"}`}>
        {codes.map((code, index) => (
          <label
            key={code}
            className="num grid min-h-12 cursor-pointer place-items-center rounded-control border-[1.5px] border-line bg-surface text-[17px] font-semibold hover:border-edge has-[:checked]:border-leaf has-[:checked]:bg-leaf has-[:checked]:text-on-leaf has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leaf"
          >
            <input
              type="radio"
              id={controlId(name, index)}
              name={name}
              value={code}
              defaultChecked={value === code}
              aria-invalid={isInvalid || undefined}
              data-digit={code >= 0 && code <= 9 ? code : undefined}
              className="sr-only"
            />
            {code}
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="flex justify-between gap-6 text-label text-ink-2">
        <span>{end(config.min)}</span>
        <span className="text-end">{end(config.max)}</span>
      </p>
    </>
  );
};
