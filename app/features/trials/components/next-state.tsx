// The one step that a trial can take next, and the way to cancel it. None of them can be undone, so each says what it does and asks once.
import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { nextStates, type TrialState } from "../trial";

type Props = { state: TrialState; isReady: boolean; reply: Reply; reportPath: string };

export const NextState = ({ state, isReady, reply, reportPath }: Props) => {
  const t = useT();
  const [to] = nextStates(state).filter((candidate) => candidate !== "cancelled");
  const canCancel = nextStates(state).includes("cancelled");
  return (
    <div className="grid gap-4">
      <ProblemSummary reply={reply} />
      {to === "reported" && (
        <div className="grid gap-3">
          <p className="text-ink-2">{t("fieldwork.move_reported_text")}</p>
          <a className="button small justify-self-start" href={reportPath}>
            {t("fieldwork.tab_report")}
          </a>
        </div>
      )}
      {to && to !== "reported" && !isReady && <p className="text-ink-2">{t("fieldwork.not_ready")}</p>}
      {to && to !== "reported" && isReady && (
        // A new step begins closed: the second press of a double click must not take it.
        <details key={to} open={reply?.values?.to === to || undefined}>
          <summary className="button small list-none [&::-webkit-details-marker]:hidden">{t(`fieldwork.move_${to as "recruiting"}`)}</summary>
          <Form method="post" className="mt-3 grid gap-3 rounded-card bg-sunken p-4">
            <input type="hidden" name="from" value={state} />
            <p className="text-label">{t(`fieldwork.move_${to as "recruiting"}_text`)}</p>
            <button className="button small justify-self-start" name="to" value={to}>
              {t("fieldwork.move_yes")}
            </button>
          </Form>
        </details>
      )}
      {canCancel && (
        <details className="border-t border-line pt-2" open={reply?.values?.to === "cancelled"}>
          <summary className="min-h-10 content-center text-label font-semibold text-ink-2">{t("fieldwork.cancel_question")}</summary>
          <Form method="post" className="mt-2 grid gap-3">
            <input type="hidden" name="from" value={state} />
            <input type="hidden" name="to" value="cancelled" />
            <TextArea
              name="reason"
              label={t(state === "draft" ? "fieldwork.cancel_reason" : "fieldwork.cancel_message")}
              help={state === "draft" ? undefined : t("fieldwork.cancel_message_help")}
              rows={3}
              maxLength={2000}
              required={state !== "draft"}
              reply={reply}
            />
            <button className="button danger small justify-self-start">{t("fieldwork.cancel")}</button>
          </Form>
        </details>
      )}
    </div>
  );
};
