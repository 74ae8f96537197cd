// A list of items in both languages with the codes that are stored: rows, terms, things to rank.
import type { ReactNode } from "react";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useT } from "~/i18n/language";
import { TextPair, Tick } from "./editor-controls";
import type { Item } from "./ordered";

export const iconButton = "grid size-9 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-35";

export const freeCode = (items: readonly { value: string }[], stem: string): string => {
  for (let number = items.length + 1; ; number++) if (!items.some((item) => item.value === `${stem}_${number}`)) return `${stem}_${number}`;
};

export const CodeBox = ({ value, onChange, isReadOnly }: { value: string; onChange: (value: string) => void; isReadOnly: boolean }) => {
  const t = useT();
  return (
    <label className="flex items-center gap-2 text-note text-ink-3">
      {t("builder.code")}
      <input
        className="control min-h-9 w-36 px-2.5 py-1 font-mono text-[13px]"
        value={value}
        readOnly={isReadOnly}
        maxLength={40}
        onChange={(event) => onChange(event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_]/g, "_"))}
      />
    </label>
  );
};

type EditedItem = Item & { reverse?: boolean };
type Props<I extends EditedItem> = {
  legend: string;
  /** New items are called `stem_1`, `stem_2` … */
  stem: string;
  items: I[];
  onChange: (items: I[]) => void;
  isReadOnly: boolean;
  mayBeAnchored?: boolean;
  mayBeReversed?: boolean;
  /** What a new item has beside its code and its words. */
  blank?: Partial<I>;
  /** Further controls of one item. */
  more?: (item: I, change: (part: Partial<I>) => void, number: number) => ReactNode;
};

export const ItemsEditor = <I extends EditedItem>({ legend, stem, items, onChange, isReadOnly, mayBeAnchored, mayBeReversed, blank, more }: Props<I>) => {
  const t = useT();
  const replace = (index: number, part: Partial<I>) => onChange(items.map((item, each) => (each === index ? { ...item, ...part } : item)));
  const move = (index: number, to: number) => {
    const moved = items[index];
    if (moved) onChange(items.toSpliced(index, 1).toSpliced(to, 0, moved));
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2 text-label font-semibold">{legend}</legend>
      <ol className="grid gap-2">
        {items.map((item, index) => {
          const number = index + 1;
          return (
            // The position is the identity here: codes may be equal while they are being typed.
            <li key={index} className="grid gap-2 rounded-control border border-line bg-surface p-3">
              <TextPair
                label={t("builder.option", { number })}
                hidesLabel
                value={item.label}
                onChange={(label) => replace(index, { label } as Partial<I>)}
                isReadOnly={isReadOnly}
                maxLength={300}
              />
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <CodeBox value={item.value} onChange={(value) => replace(index, { value } as Partial<I>)} isReadOnly={isReadOnly} />
                {more?.(item, (part) => replace(index, part), number)}
                {mayBeAnchored && (
                  <Tick
                    label={t("builder.anchored")}
                    isOn={item.anchored ?? false}
                    onChange={(isOn) => replace(index, { anchored: isOn || undefined } as Partial<I>)}
                    isReadOnly={isReadOnly}
                  />
                )}
                {mayBeReversed && (
                  <Tick
                    label={t("builder.reversed")}
                    isOn={item.reverse ?? false}
                    onChange={(isOn) => replace(index, { reverse: isOn || undefined } as Partial<I>)}
                    isReadOnly={isReadOnly}
                  />
                )}
                {!isReadOnly && (
                  <span className="ms-auto flex">
                    <button
                      type="button"
                      className={iconButton}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                      aria-label={t("builder.option_up", { number })}
                    >
                      <ArrowUp className="size-4" aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className={iconButton}
                      disabled={number === items.length}
                      onClick={() => move(index, index + 1)}
                      aria-label={t("builder.option_down", { number })}
                    >
                      <ArrowDown className="size-4" aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className={iconButton}
                      onClick={() => onChange(items.toSpliced(index, 1))}
                      aria-label={t("builder.option_remove", { number })}
                    >
                      <Trash2 className="size-4" aria-hidden="true" />
                    </button>
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {!isReadOnly && (
        <button
          type="button"
          className="button quiet small justify-self-start"
          onClick={() => onChange([...items, { value: freeCode(items, stem), label: { en: "", id: "" }, ...blank } as I])}
        >
          <Plus className="size-4" aria-hidden="true" />
          {t("builder.add_option")}
        </button>
      )}
    </fieldset>
  );
};
