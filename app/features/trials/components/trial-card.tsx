import { Link } from "@remix-run/react";
import { localized, type LocalizedText } from "~/core/locale";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { TrialState } from "../trial";

type Trial = {
  id: number;
  name: LocalizedText;
  summary: LocalizedText;
  minutes: number;
  state: TrialState;
  applyUntil: Date | string | null;
  isOpen: boolean;
  mayFit: boolean;
  application: string | null;
};

/** A trial in a list, with the one thing that matters about it now. */
export const TrialCard = ({ trial }: { trial: Trial }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { application } = trial;
  const isMine = application !== null && application !== "ineligible" && application !== "withdrawn";
  return (
    <article className="card relative grid content-start gap-2.5 hover:border-line-2">
      <p className="flex flex-wrap gap-2">
        {isMine && <span className="chip leaf">{t(`trials.mine_${application as "applied"}`)}</span>}
        {!isMine && trial.isOpen && trial.applyUntil && (
          <span className="chip turmeric">
            <i />
            {t("trials.apply_until", { date: format.shortDate(trial.applyUntil) })}
          </span>
        )}
        {!isMine && trial.isOpen && !trial.mayFit && <span className="chip">{t("trials.does_not_fit")}</span>}
        {!isMine && !trial.isOpen && (
          <span className="chip">{t(trial.state === "recruiting" ? "trials.applying_closed" : `trials.state_${trial.state as "fieldwork"}`)}</span>
        )}
      </p>
      <h3 className="text-[19px]">
        <Link to={paths.trial(trial.id)} className="after:absolute after:inset-0 after:rounded-card">
          {localized(trial.name, locale)}
        </Link>
      </h3>
      <p className="line-clamp-3 text-ink-2">{localized(trial.summary, locale)}</p>
      <p className="text-note text-ink-3">{t("trials.minutes_in_all", { count: trial.minutes })}</p>
    </article>
  );
};
