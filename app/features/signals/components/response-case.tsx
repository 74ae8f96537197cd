// A response that looks hasty or copied: what was found, and the decision to keep it or to leave it out with a reason.
import { Form } from "@remix-run/react";
import { localized } from "~/core/locale";
import { FlagReasons, useReasonSentence } from "~/features/reports/components/flag-reasons";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import type { ResponseCase } from "../queries.server";
import { CaseChips, ClaimForm, Key, mainActionClass, PastVerdicts, VerdictFields, WhyHere } from "./case-parts";

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
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={action}>
          <VerdictFields view={view} verdict="approve" />
          <button data-key="1" className={mainActionClass}>
            <Key>1</Key>
            {t("moderation.keep_response")}
          </button>
        </Form>
        <ClaimForm view={view} />
      </div>
      <details className="rounded-card border border-line bg-surface px-4 py-1 open:pb-4" open={reply?.values?.verdict === "decline"} data-panel="3">
        <summary data-key="3" className="flex min-h-11 items-center gap-2.5 text-label font-semibold">
          <Key>3</Key>
          {t("moderation.leave_out")}
        </summary>
        <Form method="post" action={action} className="mt-3 grid gap-4">
          <VerdictFields view={view} verdict="decline" />
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
        </Form>
      </details>
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
