// Ranking by pressing: the next one to its place, up and down by buttons or by dragging. Hidden fields say the same as the selects would.
import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { localized } from "~/core/locale";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { inShownOrder } from "../ordered";
import { controlId } from "../question-fieldset";
import { placesOf, type RankingConfig } from "./ranking";

const iconButton = "grid size-11 flex-none place-items-center rounded-control text-ink-2 hover:bg-sunken disabled:opacity-30";

export const RankingBoard = ({ config, name, value, locale }: FieldProps<RankingConfig>) => {
  const t = useT();
  const items = inShownOrder(config.items, config.shown);
  const codes = new Set(items.map((item) => item.value));
  const [ranked, setRanked] = useState<string[]>(() => (Array.isArray(value) ? (value as string[]).filter((code) => codes.has(code)) : []));
  const [said, setSaid] = useState("");
  const dragged = useRef<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const isTouched = useRef(false);
  const nameOf = (code: string) => localized(items.find((item) => item.value === code)?.label, locale);
  const places = placesOf(config);

  // The form saves what its fields say; hidden ones have to announce themselves.
  useEffect(() => {
    if (isTouched.current) first.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [ranked]);

  const set = (next: string[], moved?: string) => {
    isTouched.current = true;
    setRanked(next);
    if (moved) setSaid(t("questions.ranked_at", { name: nameOf(moved), place: next.indexOf(moved) + 1 }));
  };
  const moveTo = (code: string, place: number) =>
    set(
      ranked
        .filter((each) => each !== code)
        .toSpliced(place, 0, code)
        .slice(0, places),
      code,
    );
  const rest = items.filter((item) => !ranked.includes(item.value));
  return (
    <div className="grid gap-4">
      <input ref={first} type="hidden" name={`${name}.touched`} value={ranked.join(" ")} readOnly />
      {items.map((item) => (
        <input
          key={item.value}
          type="hidden"
          name={`${name}.${item.value}`}
          value={ranked.includes(item.value) ? ranked.indexOf(item.value) + 1 : ""}
          readOnly
        />
      ))}
      <p role="status" className="sr-only">
        {said}
      </p>
      {ranked.length > 0 && (
        <ol className="grid gap-2">
          {ranked.map((code, index) => (
            <li
              key={code}
              draggable
              onDragStart={() => (dragged.current = code)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current) moveTo(dragged.current, index);
                dragged.current = null;
              }}
              className="flex items-center gap-1 rounded-control border-[1.5px] border-leaf bg-leaf-tint ps-2"
            >
              <GripVertical className="size-4 flex-none cursor-grab text-ink-3 max-[420px]:hidden" aria-hidden="true" />
              <b className="num w-[2.5ch] flex-none text-center">{index + 1}</b>
              <span className="min-w-0 flex-1 py-2 font-[550]">{nameOf(code)}</span>
              <button
                type="button"
                className={iconButton}
                disabled={index === 0}
                onClick={() => moveTo(code, index - 1)}
                aria-label={t("questions.rank_up", { name: nameOf(code) })}
              >
                <ArrowUp className="size-5" aria-hidden="true" />
              </button>
              <button
                type="button"
                className={iconButton}
                disabled={index === ranked.length - 1}
                onClick={() => moveTo(code, index + 1)}
                aria-label={t("questions.rank_down", { name: nameOf(code) })}
              >
                <ArrowDown className="size-5" aria-hidden="true" />
              </button>
              <button
                type="button"
                className={iconButton}
                onClick={() => set(ranked.filter((each) => each !== code))}
                aria-label={t("questions.rank_out", { name: nameOf(code) })}
              >
                <X className="size-5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ol>
      )}
      {rest.length > 0 && ranked.length < places && (
        <div className="grid gap-2">
          <p className="text-label text-ink-2">{t("questions.rank_next", { place: ranked.length + 1 })}</p>
          {rest.map((item, index) => (
            <button
              key={item.value}
              id={index === 0 ? controlId(name) : undefined}
              type="button"
              draggable
              onDragStart={() => (dragged.current = item.value)}
              onClick={() => moveTo(item.value, ranked.length)}
              className="min-h-[50px] rounded-control border-[1.5px] border-line bg-surface px-4 py-2 text-start font-[550] hover:border-edge"
            >
              {localized(item.label, locale)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
