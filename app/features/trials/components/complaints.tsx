// "I have a problem with the product": what was said before with its answer, and a short form.
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { Ago } from "~/ui/time";
import { complaintKinds, type ComplaintKind } from "../complaint";

type Complaint = { id: number; kind: ComplaintKind; body: string; state: "open" | "answered"; answer: string; createdAt: Date | string };

export const ComplaintForm = ({ trialId, formKey, reply }: { trialId: number; formKey: string; reply: Reply }) => {
  const t = useT();
  const chosen = reply?.values?.kind;
  return (
    <form method="post" action={paths.myComplaints(trialId)} className="mt-2 grid gap-4">
      <ProblemSummary reply={reply} />
      <input type="hidden" name="key" value={formKey} />
      <fieldset className="grid">
        <legend className="text-label font-semibold">{t("trials.complaint_kind")}</legend>
        {complaintKinds.map((kind) => (
          <label key={kind} className="flex min-h-11 items-center gap-3">
            <input type="radio" name="kind" value={kind} required defaultChecked={chosen === kind} className="size-5 accent-leaf" />
            {t(`trials.complaint_${kind}`)}
          </label>
        ))}
      </fieldset>
      <p className="rounded-card bg-brick-tint p-3 text-label">{t("trials.complaint_health")}</p>
      <TextArea name="body" label={t("trials.complaint_body")} minLength={5} maxLength={2000} rows={4} required reply={reply} />
      <button className="button justify-self-start">{t("trials.complaint_send")}</button>
    </form>
  );
};

type Props = { trialId: number; complaints: readonly Complaint[]; formKey: string; now: Date | string };

export const Complaints = ({ trialId, complaints, formKey, now }: Props) => {
  const t = useT();
  return (
    <section className="grid gap-3" aria-label={t("trials.complaint_question")}>
      {complaints.map((complaint) => (
        <article key={complaint.id} className="card grid gap-2">
          <p className="flex flex-wrap items-center gap-2 text-note text-ink-3">
            <span className={`chip ${complaint.state === "open" ? "turmeric" : "leaf"}`}>{t(`trials.complaint_state_${complaint.state}`)}</span>
            {t(`trials.complaint_${complaint.kind}`)} · <Ago at={complaint.createdAt} now={now} />
          </p>
          <p className="whitespace-pre-line">{complaint.body}</p>
          {complaint.answer && <p className="border-s-2 border-leaf ps-3 whitespace-pre-line text-ink-2">{complaint.answer}</p>}
        </article>
      ))}
      <details className="card py-2!">
        <summary className="min-h-11 content-center font-semibold">{t("trials.complaint_question")}</summary>
        <ComplaintForm trialId={trialId} formKey={formKey} reply={null} />
      </details>
    </section>
  );
};
