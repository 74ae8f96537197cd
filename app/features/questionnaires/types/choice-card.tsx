// One choice as a card that is pressed anywhere; inside it a native radio button or checkbox.
import type { ReactNode } from "react";

type Props = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  value: string | number;
  isChosen: boolean;
  isInvalid: boolean;
  /** The digit key that chooses it; none for the tenth and later. */
  digit?: number;
  /** Beside the words, such as the code of a scale point. */
  aside?: ReactNode;
  /** Choosing this one rules out the others. */
  isExclusive?: boolean;
  children: ReactNode;
};

export const ChoiceCard = ({ type, id, name, value, isChosen, isInvalid, digit, aside, isExclusive, children }: Props) => (
  <label className="grid min-h-[50px] cursor-pointer grid-cols-[24px_1fr_auto] items-center gap-3 rounded-control border-[1.5px] border-line bg-surface px-4 py-2 font-[550] hover:border-edge has-[:checked]:border-leaf has-[:checked]:bg-leaf-tint has-[:checked]:shadow-[inset_0_0_0_1px_var(--leaf)] has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leaf">
    <input
      type={type}
      id={id}
      name={name}
      value={value}
      defaultChecked={isChosen}
      aria-invalid={isInvalid || undefined}
      data-digit={digit}
      data-exclusive={isExclusive || undefined}
      className={`size-[22px] appearance-none border-2 border-edge bg-surface outline-none checked:border-leaf forced-colors:appearance-auto ${type === "radio" ? "rounded-full checked:border-[7px]" : "grid place-content-center rounded-[6px] before:size-3 before:scale-0 before:bg-on-leaf before:[clip-path:polygon(14%_44%,0_62%,42%_100%,100%_18%,82%_4%,39%_66%)] checked:bg-leaf checked:before:scale-100"}`}
    />
    <span className="min-w-0">{children}</span>
    {aside !== undefined && <span className="num text-label font-normal text-ink-3">{aside}</span>}
  </label>
);
