import { useEffect, useRef, useState } from "react";
import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { entriesOf, inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import type { ConstantSumConfig } from "./constant-sum";

const sumOf = (list: HTMLElement | null): number =>
  [...(list?.querySelectorAll("input") ?? [])].reduce((sum, input) => sum + (/^\d{1,4}$/.test(input.value.trim()) ? Number(input.value) : 0), 0);

export const Field = ({ config, name, value, locale, legend, describedBy, isInvalid }: FieldProps<ConstantSumConfig>) => {
  const t = useT();
  const given = entriesOf(value);
  const list = useRef<HTMLUListElement>(null);
  const [sum, setSum] = useState<number | null>(null);
  useEffect(() => setSum(sumOf(list.current)), []);
  const left = config.total - (sum ?? 0);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      <ul ref={list} className="grid gap-2" onInput={() => setSum(sumOf(list.current))}>
        {inShownOrder(config.items, config.shown).map((item, index) => (
          <li key={item.value} className="rounded-control border-[1.5px] border-line bg-surface px-4 py-2">
            <label className="flex items-center justify-between gap-3">
              <span className="font-[550]">{localized(item.label, locale)}</span>
              <input
                id={controlId(name, index)}
                name={`${name}.${item.value}`}
                className="control num w-24 flex-none text-end text-[18px] font-semibold"
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                defaultValue={given[item.value] === undefined ? "" : String(given[item.value] as number)}
                aria-invalid={isInvalid || undefined}
              />
            </label>
          </li>
        ))}
      </ul>
      {/* Without JavaScript nobody counts along; then the total alone is said. */}
      <p role="status" className={`num text-end font-semibold ${sum === null || left === 0 ? "text-ink-2" : left < 0 ? "text-brick" : "text-turmeric-ink"}`}>
        {sum === null
          ? t("questions.points_total", { total: config.total })
          : left === 0
            ? t("questions.points_done")
            : left > 0
              ? t("questions.points_left", { count: left })
              : t("questions.points_over", { count: -left })}
      </p>
    </QuestionFieldset>
  );
};
