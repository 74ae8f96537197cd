// One line of a grid of scales: a legend and a row of native radio buttons, wide enough for a thumb.
import type { ReactNode } from "react";

type Choice = {
  value: string | number;
  /** Read out, and shown where there is room for words. */ label: string;
  /** Shown in the box where the words are too long for it. */ short?: string;
};

type Props = {
  name: string;
  id?: string;
  legend: ReactNode;
  choices: readonly Choice[];
  chosen: unknown;
  isInvalid: boolean;
  /** What the two ends mean, shown below the row. */
  ends?: readonly [string, string];
  /** How many boxes stand beside each other on a narrow screen; all of them where absent. */
  perRow?: number;
  required?: boolean;
};

export const RadioRow = ({ name, id, legend, choices, chosen, isInvalid, ends, perRow = choices.length }: Props) => (
  <fieldset className="grid min-w-0 gap-2 border-t border-line pt-3 first-of-type:border-0 first-of-type:pt-0">
    <legend className="float-left mb-2 w-full font-semibold">{legend}</legend>
    <div className="clear-both grid gap-1.5" style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))` }}>
      {choices.map(({ value, label, short }, index) => (
        <label
          key={value}
          className="grid min-h-12 cursor-pointer place-items-center rounded-control border-[1.5px] border-line bg-surface px-1 py-1.5 text-center text-label leading-tight font-semibold hover:border-edge has-[:checked]:border-leaf has-[:checked]:bg-leaf has-[:checked]:text-on-leaf has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leaf"
        >
          <input
            type="radio"
            id={id === undefined ? undefined : index === 0 ? id : `${id}-${index}`}
            name={name}
            value={value}
            defaultChecked={chosen === value}
            aria-invalid={isInvalid || undefined}
            aria-label={short === undefined ? undefined : label}
            className="sr-only"
          />
          <span aria-hidden={short === undefined ? undefined : true}>{short ?? label}</span>
        </label>
      ))}
    </div>
    {ends && (
      <p aria-hidden="true" className="flex justify-between gap-4 text-note text-ink-3">
        <span className="min-w-0">{ends[0]}</span>
        <span className="min-w-0 text-end">{ends[1]}</span>
      </p>
    )}
  </fieldset>
);
