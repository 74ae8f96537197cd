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
  <form method="post" className="grid grid-cols-[1fr_auto] items-center gap-x-5 gap-y-1">
    <input type="hidden" name={name} value={value} />
    <input type="hidden" name="on" value={String(!isOn)} />
    <div className="grid gap-0.5">
      <p className="font-semibold" id={`switch-${value}`}>
        {label}
      </p>
      {help && <div className="text-label text-ink-2">{help}</div>}
    </div>
    <button
      type="submit"
      role="switch"
      aria-checked={isOn}
      aria-labelledby={`switch-${value}`}
      className="grid min-h-11 min-w-[76px] justify-items-center gap-1 self-start"
    >
      <span aria-hidden="true" className={`relative block h-7 w-12 rounded-full ${isOn ? "bg-leaf" : "bg-edge"}`}>
        <span className={`absolute top-0.5 size-6 rounded-full bg-surface ${isOn ? "end-0.5" : "start-0.5"}`} />
      </span>
      <span className="text-[12px] font-semibold text-ink-2">{state}</span>
    </button>
  </form>
);
