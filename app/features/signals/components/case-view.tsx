import type { WrittenCase } from "../queries.server";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { CaseChips, WhyHere } from "./case-parts";

/** What somebody wrote, why it is here, and who minded it. */
export const WrittenCaseView = ({ view, now }: { view: WrittenCase; now: Date }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <CaseChips view={view} now={now}>
        <span className="chip leaf">
          <i />
          {t(`moderation.kind_${view.subjectKind}`)} · {localized(view.boardName, locale)}
        </span>
        <span className="chip">{t(`moderation.state_${view.publicationState as "pending"}`)}</span>
      </CaseChips>
      <div className="grid gap-3">
        <h1 tabIndex={-1} id="case-title" className="text-[27px] outline-none">
          {view.subjectKind === "comment" ? t("moderation.comment_on", { title: view.title }) : view.title}
        </h1>
        <blockquote className="quote max-w-[60ch] text-[20px] whitespace-pre-line" lang={view.author?.locale}>
          “{view.body}”
        </blockquote>
      </div>
      <WhyHere view={view}>
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
      </WhyHere>
    </>
  );
};
