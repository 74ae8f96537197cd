import type { ReactNode } from "react";

/** What belongs here, why it is empty, and one thing to do about it. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="grid justify-items-center gap-3 rounded-panel bg-sunken px-6 py-12 text-center">
    <h2>{title}</h2>
    {children && <div className="max-w-[46ch] text-ink-2">{children}</div>}
    {action}
  </div>
);
