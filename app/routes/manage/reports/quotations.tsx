import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { quotationInput } from "~/features/reports/input";
import { dropQuotation, listQuotableAnswers, pickQuotation } from "~/features/reports/pick-quotation.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const search = { questionKey: url.searchParams.get("question"), after: url.searchParams.get("after") };
  const { trial, ...list } = await listQuotableAnswers(ctx, idFrom(params.id), search);
  return { title: pageTitle(ctx, "reports.quotations_title"), trial: { id: trial.id, name: trial.name }, ...list };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  const { picked, excerpt, ...answer } = parseForm(form, quotationInput);
  if (picked === "true") await pickQuotation(ctx, { trialId, ...answer, excerpt });
  else await dropQuotation(ctx, { trialId, ...answer });
  const search = { question: answer.questionKey, after: url.searchParams.get("after") ?? undefined };
  return redirect(`${paths.reportQuotations(trialId, search)}#answer-${answer.responseId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

type Answer = { responseId: number; questionKey: string; answer: string; excerpt: string | null };

const AnswerForm = ({
  answer: { responseId, questionKey, answer, excerpt },
  reply,
}: {
  answer: Answer;
  reply: ReturnType<typeof useActionData<typeof action>>;
}) => {
  const t = useT();
  const fields = (picked: boolean) => (
    <>
      <input type="hidden" name="responseId" value={responseId} />
      <input type="hidden" name="questionKey" value={questionKey} />
      <input type="hidden" name="picked" value={String(picked)} />
    </>
  );
  if (excerpt !== null) {
    return (
      <Form method="post" className="flex flex-wrap items-center gap-3" preventScrollReset>
        {fields(false)}
        <span className="chip leaf">{t("reports.picked")}</span>
        {excerpt !== answer.replace(/\s+/g, " ").trim() && <span className="quote text-[15px]">“{excerpt}”</span>}
        <button className="button quiet small">{t("reports.drop_quotation")}</button>
      </Form>
    );
  }
  const isOwnReply = reply?.values?.responseId === String(responseId);
  return (
    <details open={isOwnReply}>
      <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.pick_quotation")}</summary>
      <Form method="post" className="grid max-w-2xl gap-3 pt-2" preventScrollReset>
        {fields(true)}
        <label className="grid gap-1.5">
          <span className="text-label font-semibold">{t("reports.excerpt")}</span>
          <span className="text-note text-ink-3">{t("reports.excerpt_help")}</span>
          <textarea
            id={`field-excerpt-${responseId}-${questionKey}`}
            name="excerpt"
            className="control"
            rows={3}
            maxLength={1000}
            required
            defaultValue={isOwnReply ? reply?.values?.excerpt : answer}
            aria-invalid={isOwnReply || undefined}
          />
        </label>
        <button className="button small justify-self-start">{t("reports.pick_quotation")}</button>
      </Form>
    </details>
  );
};

export default function Quotations() {
  const t = useT();
  const locale = useLocale();
  const { trial, questions, question, page: list, held, isOpen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead
        title={t("reports.quotations_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("reports.quotations_note")}</p>}
      />
      <ProblemSummary reply={reply} />
      {questions.length > 1 && (
        <nav aria-label={t("reports.question")} className="mb-4 flex flex-wrap gap-x-5">
          {questions.map(({ key, text }) => (
            <Link
              key={key}
              to={paths.reportQuotations(trial.id, { question: key })}
              aria-current={key === question?.key ? "page" : undefined}
              className="py-2 text-label font-semibold text-ink-2 aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_var(--turmeric)]"
            >
              {localized(text, locale)}
            </Link>
          ))}
        </nav>
      )}
      {held > 0 && <p className="mb-2 text-label text-ink-2">{t("reports.not_quotable", { count: held })}</p>}
      {list.items.length === 0 && (
        <EmptyState title={t(!isOpen ? "reports.quotations_not_yet" : question ? "reports.nobody_quotable" : "reports.no_open_question")} />
      )}
      <ul className="grid max-w-3xl">
        {list.items.map((answer) => (
          <li key={answer.responseId} id={`answer-${answer.responseId}`} className="grid gap-1.5 border-b border-line py-4">
            <p className="quote text-[17px] whitespace-pre-line">“{answer.answer}”</p>
            {answer.code && <p className="text-note text-ink-3">{t("reports.about_code", { code: answer.code })}</p>}
            <AnswerForm answer={answer} reply={reply} />
          </li>
        ))}
      </ul>
      {list.next && (
        <Link to={paths.reportQuotations(trial.id, { question: question?.key, after: list.next })} className="button quiet small mt-4">
          {t("common.more")}
        </Link>
      )}
    </>
  );
}
