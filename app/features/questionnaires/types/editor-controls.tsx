// Controls that the editors of many question types are made of.
import { useEffect, useId, useState, type ReactNode } from "react";
import type { Locale, LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";

const order: Locale[] = ["id", "en"];

type TextPairProps = {
  label: string;
  value: LocalizedText;
  onChange: (value: LocalizedText) => void;
  isReadOnly: boolean;
  maxLength: number;
  rows?: number;
  help?: string;
  /** The label is read out but not shown: the column heading says it. */
  hidesLabel?: boolean;
};

/** One text in both languages, side by side; what is missing is marked. */
export const TextPair = ({ label, value, onChange, isReadOnly, maxLength, rows, help, hidesLabel }: TextPairProps) => {
  const t = useT();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="@container grid min-w-0 gap-1.5">
      <p id={id} className={hidesLabel ? "sr-only" : "text-label font-semibold"}>
        {label}
      </p>
      {help && <p className="text-note text-ink-3">{help}</p>}
      <div className="grid gap-2 @md:grid-cols-2">
        {order.map((locale) => {
          const shared = {
            lang: locale,
            "aria-label": t("builder.in_language", { what: label, language: t(`builder.language_${locale}`) }),
            value: value[locale],
            maxLength,
            readOnly: isReadOnly,
            className: "control peer min-h-10 ps-10 py-2 text-[15px]",
            onChange: (event: { currentTarget: { value: string } }) => onChange({ ...value, [locale]: event.currentTarget.value }),
          };
          return (
            <span key={locale} className="relative block min-w-0">
              <span aria-hidden="true" className="absolute start-3 top-[11px] text-[12px] font-bold text-ink-3">
                {locale.toUpperCase()}
              </span>
              {rows ? <textarea rows={rows} {...shared} /> : <input {...shared} />}
            </span>
          );
        })}
      </div>
    </div>
  );
};

type NumberBoxProps = {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  isReadOnly: boolean;
  step?: number;
  isOptional?: boolean;
  hidesLabel?: boolean;
};

/** A number; what is being typed and is none yet stays in the box and changes nothing. */
export const NumberBox = ({ label, value, onChange, isReadOnly, step = 1, isOptional, hidesLabel }: NumberBoxProps) => {
  const id = useId();
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  useEffect(() => setTyped((before) => (Number(before) === value && before !== "" ? before : value === undefined ? "" : String(value))), [value]);
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className={hidesLabel ? "sr-only" : "text-label font-semibold"}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        step={step}
        className="control num min-h-10 w-28 py-2 text-[15px]"
        value={typed}
        readOnly={isReadOnly}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (text === "" ? isOptional : Number.isFinite(Number(text))) onChange(text === "" ? undefined : Number(text));
        }}
      />
    </div>
  );
};

export const Tick = ({
  label,
  isOn,
  onChange,
  isReadOnly,
  help,
}: {
  label: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isReadOnly: boolean;
  help?: string;
}) => (
  <label className="flex min-h-10 items-start gap-2.5 py-1.5 text-[15px]">
    <input
      type="checkbox"
      className="mt-0.5 size-[18px] flex-none accent-leaf"
      checked={isOn}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      {label}
      {help && <span className="block text-note text-ink-3">{help}</span>}
    </span>
  </label>
);

type PickProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  isReadOnly: boolean;
  options: readonly { value: Value; label: string }[];
  hidesLabel?: boolean;
};

export const Pick = <Value extends string>({ label, value, onChange, isReadOnly, options, hidesLabel }: PickProps<Value>) => {
  const id = useId();
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className={hidesLabel ? "sr-only" : "text-label font-semibold"}>
        {label}
      </label>
      <select
        id={id}
        className="control min-h-10 py-2 text-[15px]"
        value={value}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
