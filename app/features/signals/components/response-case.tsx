// A response that looks hasty or copied: what was found, and the decision to keep it or to leave it out with a reason.
import { localized } from "~/core/locale";
import { FlagReasons, useReasonSentence } from "~/features/reports/components/flag-reasons";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import type { ResponseCase } from "../queries.server";
import { ApproveOrClaim, CaseChips, PastVerdicts, VerdictPanel, WhyHere } from "./case-parts";

type Props = { view: ResponseCase; now: Date };

export const ResponseCaseView = ({ view, now }: Props) => {
  const t = useT();
  const locale = useLocale();
  const { number, code, trial, reasons, decision } = view.response;
  return (
    <>
      <CaseChips view={view} now={now}>
        <span className="chip leaf">
          <i />
          {t("moderation.kind_response")} · {localized(trial.name, locale)}
        </span>
        {decision && <span className={`chip ${decision === "kept" ? "leaf" : "turmeric"}`}>{t(`reports.quality_is_${decision}`)}</span>}
      </CaseChips>
      <h1 tabIndex={-1} id="case-title" className="text-[27px] outline-none">
        {code ? t("moderation.response_title", { number, code }) : t("moderation.response_title_plain", { number })}
      </h1>
      <FlagReasons reasons={reasons} />
      <WhyHere view={view} />
    </>
  );
};

export const ResponseVerdicts = ({ view, reply, action }: { view: ResponseCase; reply: Reply; action: string }) => {
  const t = useT();
  const locale = useLocale();
  const sentence = useReasonSentence();
  return (
    <div className="grid gap-3">
      <ProblemSummary reply={reply} />
      <ApproveOrClaim view={view} action={action} label={t("moderation.keep_response")} />
      <VerdictPanel view={view} action={action} verdict="decline" shortcut="3" label={t("moderation.leave_out")} isOpen={reply?.values?.verdict === "decline"}>
        <input type="hidden" name="reason" value="other" />
        <TextArea
          name="message"
          label={t("moderation.leave_out_why")}
          help={t("moderation.leave_out_help")}
          reply={reply}
          defaultValue={view.response.reasons
            .map((each) => sentence(each, localized(each.text, locale)))
            .join(" ")
            .slice(0, 300)}
          maxLength={300}
        />
        <button className="button danger small justify-self-start">{t("moderation.leave_out")}</button>
      </VerdictPanel>
      <p className="max-w-[60ch] text-label text-ink-2">{t("moderation.response_note")}</p>
    </div>
  );
};

export const ResponseContext = ({ view, now }: Props) => {
  const t = useT();
  const locale = useLocale();
  const { trial } = view.response;
  return (
    <aside className="grid content-start gap-6 text-label">
      <section className="grid gap-1">
        <h3 className="mb-1 text-note text-ink-3">{t("moderation.about_trial")}</h3>
        <p className="font-semibold">{localized(trial.name, locale)}</p>
        <p>
          <a className="link" href={paths.quality(trial.id)}>
            {t("moderation.all_flagged")}
          </a>
        </p>
      </section>
      <PastVerdicts
        view={view}
        now={now}
        sentence={({ verdict, by }) => t(verdict === "approve" ? "moderation.verdict_kept" : "moderation.verdict_left_out", { name: by })}
      />
    </aside>
  );
};
