// Handing in, what happens next, and whether words of the answers may be quoted, where that was never asked.
import { redirect } from "@remix-run/node";
import { Link, useLoaderData, type MetaFunction } from "@remix-run/react";
import { z } from "zod";
import { idFrom } from "~/core/ids";
import { consentsInForce, listMyConsents, setConsent } from "~/features/accounts/consent.server";
import { exitOf, givenIn } from "~/features/questionnaires/answering/steps";
import { Piped } from "~/features/questionnaires/answering/piped";
import { findNextResponse, loadResponse } from "~/features/questionnaires/queries.server";
import { completeResponse } from "~/features/trials/complete-response.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Quoting } from "./quoting";

export const loader = page(async ({ ctx, params, url }) => {
  const response = await loadResponse(ctx, idFrom(params.responseId));
  if (response.state === "open") throw redirect(paths.answerReview(response.id));
  // A remark can become an idea; only what was written here is offered, and nothing is public before its author says so.
  const remarks = response.questions
    .filter((question) => question.type === "open_text" && (question.config as { offersIdea?: boolean }).offersIdea)
    .flatMap((question) => {
      const answer = response.answers[question.key];
      return answer?.status === "answered" ? [{ question, text: String(answer.value) }] : [];
    });
  const { id, kind, codes } = response;
  const wrote = response.questions.some(({ key, type }) => type === "open_text" && response.answers[key]?.status === "answered");
  const isAsked = kind === "evaluation" && wrote && !consentsInForce(await listMyConsents(ctx)).quotations;
  const quoting = isAsked ? "asked" : url.searchParams.has("noted") ? "noted" : null;
  const told = { codes, questions: response.questions, given: givenIn(response.answers) };
  return {
    title: pageTitle(ctx, "questions.done_title"),
    id,
    kind,
    remarks,
    quoting: quoting as "asked" | "noted" | null,
    told,
    exit: exitOf(response),
    next: await findNextResponse(ctx, id),
  };
});

const quotingInput = z.object({ quoting: z.enum(["yes", "no"]) });

export const action = command(async ({ ctx, form, params }) => {
  const responseId = idFrom(params.responseId);
  if (form.has("quoting")) {
    const { quoting } = parseForm(form, quotingInput);
    await setConsent(ctx, { purpose: "quotations", given: quoting === "yes" });
    return redirect(`${paths.answerDone(responseId)}?noted#quoting`);
  }
  await completeResponse(ctx, { responseId });
  return redirect(paths.answerDone(responseId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AnswerDone() {
  const t = useT();
  const locale = useLocale();
  const { id, kind, remarks, quoting, told, exit, next } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-[600px] content-start justify-items-start gap-6 px-5 py-16">
      <div className="grid gap-3">
        <h1>{t("questions.done_title")}</h1>
        <p className="max-w-[46ch] text-ink-2">{t(kind === "screener" ? "questions.done_screener" : "questions.done_text")}</p>
      </div>
      {next && (
        <Link to={paths.answer(next.id)} className="button">
          {t("questions.next_sample", { code: next.code })}
        </Link>
      )}
      <a href={exit} className={next ? "button quiet" : "button"}>
        {t("questions.to_trial")}
      </a>
      {quoting && <Quoting state={quoting} />}
      {remarks.length > 0 && (
        <section className="grid w-full gap-4 border-t border-line pt-6">
          <div className="grid gap-1">
            <h2>{t("questions.remarks_title")}</h2>
            <p className="text-label text-ink-2">{t("questions.make_idea_text")}</p>
          </div>
          <ul className="grid gap-5">
            {remarks.map(({ question, text }) => (
              <li key={question.key} className="grid justify-items-start gap-1.5">
                <p className="text-note text-ink-3">
                  <Piped question={question} told={told} locale={locale} />
                </p>
                <blockquote className="quote line-clamp-4">{text}</blockquote>
                <Link className="link grid min-h-11 place-items-center text-label" to={paths.newIdea({ response: id, question: question.key })}>
                  {t("questions.make_idea")}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
