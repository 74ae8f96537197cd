// The first screen of a report: what was decided beforehand to count as success, and whether it was reached.
import { Check, CircleHelp, Minus, X, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { localized } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { useLocale, useT } from "~/i18n/language";
import { unbroken } from "~/ui/unbroken";
import type { Decision, Outcome } from "~/statistics/action-standards";
import type { Finding, ReportContent } from "../../report";
import type { ActionStandardsBlock } from "./result";

const marks: Record<Outcome, { icon: LucideIcon; ink: string }> = {
  pass: { icon: Check, ink: "text-leaf" },
  fail: { icon: X, ink: "text-brick" },
  inconclusive: { icon: Minus, ink: "text-turmeric-ink" },
  "not-evaluable": { icon: CircleHelp, ink: "text-ink-3" },
};

const chips: Record<Decision, string> = {
  go: "bg-leaf text-on-leaf",
  "go-with-conditions": "bg-turmeric-tint text-turmeric-ink",
  "no-go": "bg-brick text-on-leaf",
  "insufficient-evidence": "bg-surface text-ink-2",
};

const Standards = ({ block }: { block: ActionStandardsBlock }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="grid gap-2.5">
      {block.standards.map(({ id, level, outcome, rule, measured }) => {
        const { icon: Icon, ink } = marks[outcome];
        return (
          <li
            key={id}
            className="grid grid-cols-[20px_minmax(0,1fr)] items-start gap-x-3 gap-y-1 rounded-control bg-surface px-3.5 py-3 text-[15px] leading-snug min-[520px]:grid-cols-[20px_minmax(0,1fr)_auto]"
          >
            <Icon className={`mt-px size-5 ${ink}`} strokeWidth={2.6} aria-hidden="true" />
            <span className="wrap-anywhere">
              <span className="sr-only">{t(`reports.outcome_${outcome}` as TranslationKey)}: </span>
              {level === "should" && <b className="font-semibold">{t("reports.should")} </b>}
              {unbroken(localized(rule, locale))}
              {outcome === "inconclusive" && <span className="block text-note text-ink-3">{t("reports.outcome_inconclusive")}</span>}
            </span>
            <b className="num col-start-2 font-semibold min-[520px]:col-start-auto min-[520px]:text-end">{unbroken(localized(measured, locale))}</b>
          </li>
        );
      })}
    </ul>
  );
};

const Findings = ({ findings }: { findings: Finding[] }) => {
  const locale = useLocale();
  return (
    <ol className="grid gap-2.5">
      {findings.slice(0, 3).map(({ key, text }) => (
        <li key={key} className="wrap-anywhere rounded-control bg-surface px-4 py-3 text-[15px] leading-snug">
          {unbroken(localized(text, locale))}
        </li>
      ))}
    </ol>
  );
};

/** From so many letters on a headline is set smaller, so that the first screen still holds the answer. */
const longHeadline = 110;

const useSummary = (block: ActionStandardsBlock): string => {
  const t = useT();
  const count = (level: "must" | "should", isPassed: boolean) =>
    block.standards.filter((standard) => standard.level === level && (standard.outcome === "pass") === isPassed).length;
  const of = (level: "must" | "should") => block.standards.filter((standard) => standard.level === level).length;
  const parts = (["must", "should"] as const)
    .filter((level) => of(level) > 0)
    .map((level) => t(`reports.passed_${level}`, { passed: count(level, true), total: of(level) }));
  return parts.join(" ");
};

export const VerdictPanel = ({ block, content, children }: { block: ActionStandardsBlock; content: ReportContent; children?: ReactNode }) => {
  const t = useT();
  const locale = useLocale();
  const summary = useSummary(block);
  const [first, ...rest] = content.findings;
  const written = localized(content.headline, locale);
  const headline = written || (first ? localized(first.text, locale) : t("reports.no_finding"));
  const asides = block.decision === null ? (written ? content.findings : rest) : [];
  return (
    <section
      className={`grid gap-6 rounded-panel bg-leaf-tint p-6 min-[860px]:p-10 ${block.standards.length + asides.length > 0 ? "min-[980px]:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] min-[980px]:items-center" : ""}`}
    >
      <div className="grid gap-3">
        {block.decision ? (
          <span className={`chip justify-self-start ${chips[block.decision]}`}>{t(`reports.decision_${block.decision}` as TranslationKey)}</span>
        ) : (
          <span className="chip justify-self-start bg-surface">{t("reports.no_standard")}</span>
        )}
        <h1 className={headline.length > longHeadline ? "max-w-[36ch] text-[26px]" : "max-w-[24ch]"}>{unbroken(headline)}</h1>
        {localized(content.summary, locale) && <p className="max-w-[60ch] text-ink-2 whitespace-pre-line">{unbroken(localized(content.summary, locale))}</p>}
        {summary && <p className="text-label text-ink-2">{summary}</p>}
        {children}
      </div>
      {block.standards.length > 0 ? <Standards block={block} /> : asides.length > 0 && <Findings findings={asides} />}
    </section>
  );
};
