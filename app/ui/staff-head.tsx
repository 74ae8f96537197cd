import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";

/** The top of a staff page: the way back, what this is, and what can be done with it. */
export const StaffHead = ({
  title,
  back,
  children,
  note,
}: {
  title: ReactNode;
  back?: { to: string; label: string };
  note?: ReactNode;
  children?: ReactNode;
}) => (
  <header className="mb-6 grid gap-2">
    {back && (
      <Link
        to={back.to}
        className="no-print -ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink"
      >
        <ChevronLeft className="size-4 flex-none" aria-hidden="true" />
        <span className="min-w-0 wrap-anywhere">{back.label}</span>
      </Link>
    )}
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-[27px]">{title}</h1>
      {children && <div className="no-print flex flex-wrap gap-2">{children}</div>}
    </div>
    {note && <div className="max-w-[70ch] text-ink-2">{note}</div>}
  </header>
);
