import { NavLink } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { localized, type LocalizedText } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { StaffHead } from "~/ui/staff-head";
import type { TrialState } from "../trial";

export const stateTone: Record<TrialState, string> = {
  draft: "chip",
  recruiting: "chip leaf",
  fieldwork: "chip turmeric",
  analysis: "chip lagoon",
  reported: "chip leaf",
  closed: "chip",
  cancelled: "chip brick",
};

export const StateChip = ({ state }: { state: TrialState }) => {
  const t = useT();
  return (
    <span className={`${stateTone[state]} justify-self-start`}>
      <i />
      {t(`fieldwork.state_${state}`)}
    </span>
  );
};

export type FramedTrial = {
  id: number;
  name: LocalizedText;
  state: TrialState;
  productName: LocalizedText;
  productId: number;
  isImported: boolean;
  pausedAt: Date | string | null;
  diaryDays: readonly number[];
};
/** What this person may open beside the pages that everybody who runs the trial has. */
export type FrameRights = { seesParcels: boolean; grants: boolean; seesNames: boolean };

const tabsOf = (trial: FramedTrial, rights: FrameRights) => {
  const { id, state, isImported } = trial;
  const hasPeople = state !== "draft" && !isImported;
  return [
    { to: paths.manageTrial(id), key: "fieldwork.tab_overview", isShown: true, end: true },
    { to: paths.trialSetup(id), key: "fieldwork.tab_setup", isShown: !isImported, end: false },
    { to: paths.trialDesign(id), key: "fieldwork.tab_design", isShown: !isImported, end: false },
    { to: paths.trialEligibility(id), key: "fieldwork.tab_eligibility", isShown: !isImported, end: false },
    { to: paths.trialQuotas(id), key: "fieldwork.tab_quotas", isShown: !isImported, end: false },
    { to: paths.trialStandards(id), key: "fieldwork.tab_standards", isShown: !isImported, end: false },
    { to: paths.trialWaves(id), key: "fieldwork.tab_waves", isShown: hasPeople, end: false },
    { to: paths.trialParticipants(id), key: "fieldwork.tab_participants", isShown: hasPeople, end: false },
    { to: paths.trialDiary(id), key: "fieldwork.tab_diary", isShown: hasPeople && trial.diaryDays.length > 0, end: false },
    { to: paths.trialComplaints(id), key: "fieldwork.tab_complaints", isShown: hasPeople, end: false },
    { to: paths.trialParcels(id), key: "fieldwork.tab_parcels", isShown: hasPeople && rights.seesParcels, end: false },
    { to: paths.trialLabels(id), key: "fieldwork.tab_labels", isShown: hasPeople && rights.seesParcels, end: false },
    { to: paths.trialGrants(id), key: "fieldwork.tab_grants", isShown: rights.grants && !isImported, end: false },
    { to: paths.quality(id), key: "fieldwork.tab_quality", isShown: hasPeople && rights.seesNames, end: false },
    { to: paths.trialAnswers(id), key: "themes.tab", isShown: state !== "draft" && state !== "recruiting" && state !== "cancelled", end: false },
    { to: paths.report(id), key: "fieldwork.tab_report", isShown: state === "analysis" || state === "reported" || state === "closed", end: false },
  ] as const;
};

/** The head of every page of a trial: what it is, where it stands, and the pages it has. */
export const TrialFrame = ({ trial, rights, children, actions }: { trial: FramedTrial; rights: FrameRights; children: ReactNode; actions?: ReactNode }) => {
  const t = useT();
  const locale = useLocale();
  const tabs = useRef<HTMLElement>(null);
  // On a narrow screen the page that is open may be beyond the edge of the row.
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (tabs.current && current) tabs.current.scrollLeft = current.offsetLeft - (tabs.current.clientWidth - current.offsetWidth) / 2;
  }, []);
  return (
    <>
      <StaffHead
        title={localized(trial.name, locale)}
        back={{ to: paths.manageTrials(), label: t("fieldwork.title") }}
        note={
          <p className="flex flex-wrap items-center gap-3 text-label">
            <StateChip state={trial.state} />
            {trial.pausedAt && <span className="chip brick">{t("fieldwork.paused")}</span>}
            <NavLink to={paths.product(trial.productId)} className="link">
              {localized(trial.productName, locale)}
            </NavLink>
          </p>
        }
      >
        {actions}
      </StaffHead>
      <nav ref={tabs} aria-label={t("fieldwork.tabs")} className="no-print relative -mx-4 mb-7 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
        <ul className="flex gap-5 text-label font-semibold whitespace-nowrap">
          {tabsOf(trial, rights)
            .filter(({ isShown }) => isShown)
            .map(({ to, key, end }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={end}
                  className="inline-flex min-h-11 items-center text-ink-2 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_var(--turmeric)]"
                >
                  {t(key)}
                </NavLink>
              </li>
            ))}
        </ul>
      </nav>
      {children}
    </>
  );
};
