// The options of a choice: words in both languages, the code that is stored, and for a screener what choosing it means.
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import { Pick, TextPair, Tick } from "./editor-controls";
import { freeCode, iconButton } from "./items-editor";
import type { Screening } from "./question-type";

type Option = { value: string; label: LocalizedText; screening: Screening; exclusive?: boolean; anchored?: boolean };
type Props = {
  options: Option[];
  onChange: (options: Option[]) => void;
  screens: boolean;
  isReadOnly: boolean;
  mayBeExclusive?: boolean;
  mayBeAnchored?: boolean;
};

export const OptionsEditor = ({ options, onChange, screens, isReadOnly, mayBeExclusive, mayBeAnchored }: Props) => {
  const t = useT();
  const replace = (index: number, part: Partial<Option>) => onChange(options.map((option, each) => (each === index ? { ...option, ...part } : option)));
  const move = (index: number, to: number) => {
    const moved = options[index];
    if (moved) onChange(options.toSpliced(index, 1).toSpliced(to, 0, moved));
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2 text-label font-semibold">{t("builder.options")}</legend>
      <ol className="grid gap-2">
        {options.map((option, index) => {
          const number = index + 1;
          return (
            // The position is the identity here: codes may be equal while they are being typed.
            <li key={index} className="grid gap-2 rounded-control border border-line bg-surface p-3">
              <TextPair
                label={t("builder.option", { number })}
                hidesLabel
                value={option.label}
                onChange={(label) => replace(index, { label })}
                isReadOnly={isReadOnly}
                maxLength={300}
              />
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <label className="flex items-center gap-2 text-note text-ink-3">
                  {t("builder.code")}
                  <input
                    className="control min-h-9 w-36 px-2.5 py-1 font-mono text-[13px]"
                    value={option.value}
                    readOnly={isReadOnly}
                    maxLength={40}
                    onChange={(event) => replace(index, { value: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_]/g, "_") })}
                  />
                </label>
                {screens && (
                  <Pick
                    label={t("builder.screening_of", { number })}
                    hidesLabel
                    value={option.screening}
                    onChange={(screening) => replace(index, { screening })}
                    isReadOnly={isReadOnly}
                    options={[
                      { value: "neutral", label: t("builder.screening_neutral") },
                      { value: "qualify", label: t("builder.screening_qualify") },
                      { value: "disqualify", label: t("builder.screening_disqualify") },
                    ]}
                  />
                )}
                {mayBeExclusive && (
                  <Tick
                    label={t("builder.exclusive")}
                    isOn={option.exclusive ?? false}
                    onChange={(isOn) => replace(index, { exclusive: isOn || undefined })}
                    isReadOnly={isReadOnly}
                  />
                )}
                {mayBeAnchored && (
                  <Tick
                    label={t("builder.anchored")}
                    isOn={option.anchored ?? false}
                    onChange={(isOn) => replace(index, { anchored: isOn || undefined })}
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
                      disabled={number === options.length}
                      onClick={() => move(index, index + 1)}
                      aria-label={t("builder.option_down", { number })}
                    >
                      <ArrowDown className="size-4" aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className={iconButton}
                      onClick={() => onChange(options.toSpliced(index, 1))}
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
          onClick={() => onChange([...options, { value: freeCode(options, "option"), label: { en: "", id: "" }, screening: "neutral" }])}
        >
          <Plus className="size-4" aria-hidden="true" />
          {t("builder.add_option")}
        </button>
      )}
    </fieldset>
  );
};
