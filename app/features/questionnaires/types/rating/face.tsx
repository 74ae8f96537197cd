/** A face between very unhappy (0) and very happy (1). It goes with the words and never stands for them. */
export const Face = ({ happiness }: { happiness: number }) => {
  const bend = (happiness - 0.5) * 13;
  const mouth = 22 - bend / 3;
  return (
    <svg viewBox="0 0 32 32" className="size-8 flex-none text-ink" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
      <circle cx="16" cy="16" r="14" className="fill-turmeric-tint" />
      <path d={`M9 ${mouth} Q16 ${mouth + bend} 23 ${mouth}`} />
      <path d="M11.5 12v1.5M20.5 12v1.5" strokeWidth="2.6" />
    </svg>
  );
};
