// Where a person stands with a trial: one sentence, and the one thing to do next.
import type { ReactNode } from "react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

type Application = { state: string; answerBy: Date | string | null; screenerResponseId: number | null };
type Standing = { trialId: number; isOpen: boolean; isOver: boolean; isSignedIn: boolean; mayWrite: boolean; application: Application | null };

const Box = ({ title, text, children, tone = "bg-leaf-tint" }: { title: string; text?: string; children?: ReactNode; tone?: string }) => (
  <section className={`grid gap-3 rounded-card p-5 ${tone}`} aria-label={title}>
    <h2>{title}</h2>
    {text && <p className="text-ink-2">{text}</p>}
    {children}
  </section>
);

const Way = ({ to, children }: { to: string; children: ReactNode }) => (
  <a className="button justify-self-start" href={to}>
    {children}
  </a>
);

const Invitation = ({ trialId, isSignedIn, mayWrite }: Standing) => {
  const t = useT();
  if (isSignedIn && !mayWrite) return <Box title={t("trials.confirm_address_title")} text={t("trials.confirm_address_text")} tone="bg-turmeric-tint" />;
  return (
    <Box title={t("trials.join_in_title")} text={t("trials.join_in_text")}>
      <Way to={isSignedIn ? paths.applyToTrial(trialId) : paths.join(paths.applyToTrial(trialId))}>{t("trials.apply")}</Way>
    </Box>
  );
};

const Offer = ({ trialId, answerBy }: { trialId: number; answerBy: Date | string | null }) => {
  const t = useT();
  const format = useFormat();
  return (
    <Box title={t("trials.standing_chosen_title")} text={answerBy ? t("trials.standing_chosen_text", { until: format.dateTime(answerBy) }) : undefined}>
      <div className="flex flex-wrap gap-3">
        <Way to={paths.acceptPlace(trialId)}>{t("trials.answer_offer")}</Way>
        <form method="post" action={paths.declinePlace(trialId)}>
          <button className="button quiet">{t("trials.decline")}</button>
        </form>
      </div>
    </Box>
  );
};

const Waiting = ({ trialId, isOver, state }: { trialId: number; isOver: boolean; state: "applied" | "waiting" }) => {
  const t = useT();
  if (isOver) return <Box title={t("trials.standing_not_chosen_title")} text={t("trials.standing_not_chosen_text")} tone="bg-sunken" />;
  return (
    <Box title={t(`trials.standing_${state}_title`)} text={t(`trials.standing_${state}_text`)}>
      <form method="post" action={paths.withdrawApplication(trialId)}>
        <button className="link min-h-11 text-label">{t("trials.withdraw")}</button>
      </form>
    </Box>
  );
};

export const StandingBox = (standing: Standing) => {
  const t = useT();
  const { trialId, application, isOpen, isOver } = standing;
  switch (application?.state) {
    case "accepted":
      return (
        <Box title={t("trials.standing_accepted_title")}>
          <Way to={paths.myTrial(trialId)}>{t("trials.to_my_trial")}</Way>
        </Box>
      );
    case "chosen":
      return <Offer trialId={trialId} answerBy={application.answerBy} />;
    case "screening":
      return isOpen ? (
        <Box title={t("trials.standing_screening_title")} text={t("trials.standing_screening_text")}>
          <Way to={application.screenerResponseId ? paths.answer(application.screenerResponseId) : paths.applyToTrial(trialId)}>{t("trials.continue")}</Way>
        </Box>
      ) : null;
    case "applied":
    case "waiting":
      return <Waiting trialId={trialId} isOver={isOver} state={application.state} />;
    case "ineligible":
      return (
        <Box title={t("trials.standing_ineligible_title")} text={t("trials.standing_ineligible_text")} tone="bg-sunken">
          <a className="link justify-self-start" href={paths.trials()}>
            {t("trials.other_trials")}
          </a>
        </Box>
      );
    case "declined":
      return <Box title={t("trials.standing_declined_title")} text={t("trials.standing_declined_text")} tone="bg-sunken" />;
    default:
      return isOpen ? <Invitation {...standing} /> : null;
  }
};
