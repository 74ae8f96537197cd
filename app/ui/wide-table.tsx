import type { ReactNode } from "react";

/** A table that scrolls inside its own frame on a narrow screen; the frame takes the focus, so that arrow keys scroll it as well. */
export const WideTable = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
);
