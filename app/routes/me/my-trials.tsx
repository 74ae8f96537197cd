import { ChevronRight } from "lucide-react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";

type MyTrial = { trialId: number; name: LocalizedText; trialState: string; applicationState: string; participantState: string | null };

const colours: Record<string, string> = { chosen: "turmeric", accepted: "leaf", active: "leaf", complete: "leaf", waiting: "lagoon", applied: "lagoon" };

/** The trials one applied for or takes part in, each with where it stands. */
export const MyTrials = ({ trials }: { trials: readonly MyTrial[] }) => {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="card grid gap-1 pb-2" aria-labelledby="my-trials">
      <h2 id="my-trials">{t("accounts.my_trials")}</h2>
      {trials.length === 0 ? (
        <p className="pb-3 text-ink-2">
          {t("accounts.my_trials_empty")}{" "}
          <a className="link" href={paths.trials()}>
            {t("accounts.my_trials_look")}
          </a>
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {trials.map((trial) => {
            const state = trial.trialState === "cancelled" ? "cancelled" : (trial.participantState ?? trial.applicationState);
            return (
              <li key={trial.trialId}>
                <a
                  href={trial.participantState ? paths.myTrial(trial.trialId) : paths.trial(trial.trialId)}
                  className="flex min-h-14 items-center gap-3 py-3 hover:text-leaf"
                >
                  <span className="grid min-w-0 flex-1 justify-items-start gap-1.5">
                    <span className="font-semibold">{localized(trial.name, locale)}</span>
                    <span className={`chip ${colours[state] ?? ""}`}>
                      <i />
                      {t(`accounts.trial_${state as "applied"}`)}
                    </span>
                  </span>
                  <ChevronRight className="size-5 flex-none text-ink-3" aria-hidden="true" />
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
