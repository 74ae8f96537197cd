import type { CaseView as Case } from "../queries.server";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { Ago } from "~/ui/time";

/** What somebody wrote, why it is here, and who minded it. */
export const CaseSubjectView = ({ view, now }: { view: Case; now: Date }) => {
  const t = useT();
  const locale = useLocale();
  const heaviest = Math.max(1, ...view.reasons.map((reason) => reason.weight));
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <span className="chip leaf">
          <i />
          {t(`moderation.kind_${view.subjectKind}`)} · {localized(view.boardName, locale)}
        </span>
        <span className="chip">{t(`moderation.state_${view.publicationState as "pending"}`)}</span>
        {view.claim && (
          <span className={`chip ${view.claim.isMine ? "leaf" : "turmeric"}`}>
            {view.claim.isMine ? t("moderation.claimed_by_you") : t("moderation.claimed_by", { name: view.claim.by })}
          </span>
        )}
        <span className="chip">
          <Ago at={view.openedAt} now={now} />
        </span>
      </p>
      <div className="grid gap-3">
        <h1 tabIndex={-1} id="case-title" className="text-[27px] outline-none">
          {view.subjectKind === "comment" ? t("moderation.comment_on", { title: view.title }) : view.title}
        </h1>
        <blockquote className="quote max-w-[60ch] text-[20px] whitespace-pre-line" lang={view.author?.locale}>
          “{view.body}”
        </blockquote>
      </div>
      <section className="card grid gap-3" aria-labelledby="why-title">
        <h2 id="why-title" className="text-[17px]">
          {t("moderation.why_here")}
        </h2>
        <ul className="num grid gap-2 text-label">
          {view.reasons.map((reason) => (
            <li key={reason.key} className="grid grid-cols-[1fr_96px_30px] items-center gap-2.5">
              {t(`moderation.reason_${reason.key}`, { count: 1, ...reason.values })}
              <span className="h-2 rounded-full bg-sunken" aria-hidden="true">
                <b className="block h-full rounded-full bg-ochre-5" style={{ width: `${(100 * reason.weight) / heaviest}%` }} />
              </span>
              <span className="text-end">{reason.weight}</span>
            </li>
          ))}
        </ul>
        {view.flags.length > 0 && (
          <ul className="grid gap-1.5 border-t border-line pt-3 text-label">
            {view.flags.map((flag) => (
              <li key={flag.by}>
                <b className="font-semibold">{flag.by}</b>: {t(`moderation.flag_${flag.reason as "spam"}`)}
                {flag.note && <span className="text-ink-2"> · {flag.note}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
};
