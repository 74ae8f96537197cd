import { useEffect, useState } from "react";
import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { inShownOrder } from "../ordered";
import { controlId, QuestionFieldset } from "../question-fieldset";
import { RankingBoard } from "./board";
import { placesOf, type RankingConfig } from "./ranking";

/** A place for each, to choose: this is what works before and without JavaScript. */
const Selects = ({ config, name, value, locale, isInvalid }: FieldProps<RankingConfig>) => {
  const t = useT();
  const ranked = Array.isArray(value) ? (value as string[]) : [];
  const places = Array.from({ length: placesOf(config) }, (_, index) => index + 1);
  return (
    <ul className="grid gap-2">
      {inShownOrder(config.items, config.shown).map((item, index) => (
        <li key={item.value} className="rounded-control border-[1.5px] border-line bg-surface px-4 py-2">
          <label className="flex items-center justify-between gap-3">
            <span className="font-[550]">{localized(item.label, locale)}</span>
            <select
              id={controlId(name, index)}
              name={`${name}.${item.value}`}
              className="control num w-24 flex-none"
              defaultValue={ranked.includes(item.value) ? ranked.indexOf(item.value) + 1 : ""}
              aria-invalid={isInvalid || undefined}
            >
              <option value="">{t("questions.no_place")}</option>
              {places.map((place) => (
                <option key={place} value={place}>
                  {place}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
};

export const Field = (props: FieldProps<RankingConfig>) => {
  const t = useT();
  const { config, name, legend, describedBy } = props;
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const places = placesOf(config);
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      {places < config.items.length && <p className="-mt-2 pb-1 text-label text-ink-3">{t("questions.rank_first", { count: places })}</p>}
      {isLive ? <RankingBoard {...props} /> : <Selects {...props} />}
    </QuestionFieldset>
  );
};
