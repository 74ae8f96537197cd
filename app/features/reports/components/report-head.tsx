// The line above a report: what was tested, how, with how many people and when, and what one can do with it.
import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { localized } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { ReportContent } from "../report";

export const ReportHead = ({ trialId, content, state, children }: { trialId: number; content: ReportContent; state: ReactNode; children?: ReactNode }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { trial, blocks, prototypes } = content;
  const base = blocks.find((block) => block.block === "base");
  const { fieldworkFrom: from, fieldworkUntil: until } = trial;
  const dates = from && until ? `${format.date(from)} – ${format.date(until)}` : "";
  const effective = base?.effectiveN === undefined ? "" : t("segments.effective_of_all", { effective: format.number(base.effectiveN, 1) });
  const facts = [
    localized(trial.product, locale),
    // Where nothing was tried, nothing was tried in an order.
    prototypes.length > 0 && t(`reports.design_${trial.design}`),
    base && t("reports.people", { count: base.people }),
    effective,
    dates,
  ].filter(Boolean);
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div className="grid min-w-0 flex-[1_1_20rem] gap-0.5">
        <Link
          to={paths.manageTrial(trialId)}
          className="no-print -ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink"
        >
          <ChevronLeft className="size-4 flex-none" aria-hidden="true" />
          <span className="min-w-0 wrap-anywhere">{localized(trial.name, locale)}</span>
        </Link>
        <p className="hidden text-label font-semibold print:block">{localized(trial.name, locale)}</p>
        <p className="text-label text-ink-2">{facts.join(" · ")}</p>
        <p className="text-label text-ink-3">{state}</p>
      </div>
      {children && <div className="no-print flex flex-wrap gap-2">{children}</div>}
    </header>
  );
};
