import type { ReactNode } from "react";

type SwitchProps = {
  name: string;
  value: string;
  isOn: boolean;
  label: string;
  help?: ReactNode;
  /** What is now so, in words: never by colour or place alone. */ state: string;
};

/** A switch that works without JavaScript: a form that sets the other state. */
export const Switch = ({ name, value, isOn, label, help, state }: SwitchProps) => (
  <form method="post" className="grid grid-cols-[1fr_auto] items-start gap-x-5 gap-y-1.5">
    <input type="hidden" name={name} value={value} />
    <input type="hidden" name="on" value={String(!isOn)} />
    <p className="pt-1 font-semibold" id={`switch-${value}`}>
      {label}
    </p>
    <button type="submit" role="switch" aria-checked={isOn} aria-labelledby={`switch-${value}`} className="grid min-h-11 min-w-[76px] justify-items-end gap-1">
      <span aria-hidden="true" className={`relative block h-7 w-12 rounded-full ${isOn ? "bg-leaf" : "bg-edge"}`}>
        <span className={`absolute top-0.5 size-6 rounded-full bg-surface ${isOn ? "end-0.5" : "start-0.5"}`} />
      </span>
      <span className="text-note font-semibold text-ink-2">{state}</span>
    </button>
    {help && <div className="col-span-2 max-w-[62ch] text-label text-ink-2">{help}</div>}
  </form>
);
