// What participants have trouble with: health first, then what waits longest. Answering tells the person; a reveal is written down first.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { hourInMs } from "~/core/time";
import { answerComplaint, listComplaints, revealForPerson } from "~/features/trials/complain.server";
import { answerWithinHours, isAboutHealth } from "~/features/trials/complaint";
import { RevealedCodes } from "~/features/trials/components/revealed-codes";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { complaintAnswerInput, personRevealInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { Ago } from "~/ui/time";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    complaints: await listComplaints(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("revealOf")) {
    const { revealOf, reason } = parseForm(form, personRevealInput);
    return { revealed: { complaintId: revealOf, lines: await revealForPerson(ctx, { trialId, complaintId: revealOf, reason }) } };
  }
  await answerComplaint(ctx, { trialId, ...parseForm(form, complaintAnswerInput) });
  return redirect(paths.trialComplaints(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialComplaints() {
  const t = useT();
  const { trial, rights, complaints, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const revealed = answer && "revealed" in answer ? answer.revealed : null;
  const reply = revealed ? null : (answer as Reply);
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-4xl gap-4">
        <ProblemSummary reply={reply} />
        {complaints.length === 0 && (
          <EmptyState title={t("fieldwork.complaints_none")}>
            <p>{t("fieldwork.complaints_none_text")}</p>
          </EmptyState>
        )}
        {complaints.map((complaint) => {
          const isLate = complaint.state === "open" && +new Date(now) - +new Date(complaint.createdAt) > answerWithinHours(complaint.kind) * hourInMs;
          return (
            <article key={complaint.id} className="card grid gap-3">
              <p className="flex flex-wrap items-center gap-2 text-label">
                <span className={`chip ${isAboutHealth(complaint.kind) ? "brick" : "lagoon"}`}>{t(`trials.complaint_${complaint.kind}`)}</span>
                {isLate && <span className="chip brick">{t("fieldwork.late")}</span>}
                {complaint.name && <b className="font-semibold">{complaint.name}</b>}
                <span className="text-ink-3">
                  <Ago at={complaint.createdAt} now={now} />
                </span>
              </p>
              <p className="whitespace-pre-line">{complaint.body}</p>
              {complaint.answer && <p className="border-s-2 border-leaf ps-3 whitespace-pre-line text-ink-2">{complaint.answer}</p>}
              {rights.seesNames && complaint.state === "open" && (
                <Form method="post" className="grid gap-3">
                  <input type="hidden" name="complaintId" value={complaint.id} />
                  <TextArea name="answer" label={t("fieldwork.complaint_answer")} rows={3} minLength={5} maxLength={2000} required />
                  <button className="button small justify-self-start">{t("fieldwork.complaint_send")}</button>
                </Form>
              )}
              {rights.seesNames && isAboutHealth(complaint.kind) && (
                <RevealedCodes complaintId={complaint.id} lines={revealed?.complaintId === complaint.id ? revealed.lines : null} />
              )}
            </article>
          );
        })}
      </div>
    </TrialFrame>
  );
}
