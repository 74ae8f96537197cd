/** Two interlocked loops: people and company, making something together. */
export const Mark = ({ className = "size-[30px]" }: { className?: string }) => (
  <svg viewBox="0 0 32 32" fill="none" strokeWidth="4.4" strokeLinecap="round" className={className} aria-hidden="true">
    <path d="M19.5 8.2A8.2 8.2 0 1 0 12 21.6h2.4" stroke="var(--leaf)" />
    <path d="M12.5 23.8A8.2 8.2 0 1 0 20 10.4h-2.4" stroke="var(--turmeric)" />
  </svg>
);
