// The frame of every question: a fieldset whose legend is the question, so that it is read out with each of its choices.
import type { ReactNode } from "react";

type Props = {
  name: string;
  legend: ReactNode;
  describedBy: string | undefined;
  /** Told to screen readers after the question, such as what the ends of a scale mean. */
  anchors?: string;
  children: ReactNode;
};

export const legendId = (name: string) => `question-${name}`;
export const controlId = (name: string, index = 0) => (index === 0 ? `field-${name}` : `field-${name}-${index}`);

export const QuestionFieldset = ({ name, legend, describedBy, anchors, children }: Props) => (
  <fieldset className="grid min-w-0 gap-[9px]" aria-describedby={describedBy}>
    <legend id={legendId(name)} className="pb-4 text-[23px] leading-[1.25] font-bold tracking-[-0.02em] text-balance">
      {legend}
      {anchors && <span className="sr-only"> {anchors}</span>}
    </legend>
    {children}
  </fieldset>
);
