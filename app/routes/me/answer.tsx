// Answering a questionnaire: the start, one question a screen, and the look over everything. The address says which.
import { data, redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation, useSearchParams, type ShouldRevalidateFunction } from "@remix-run/react";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { actorId } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { QuestionScreen, screenId, type AnswerReply } from "~/features/questionnaires/answering/question-screen";
import { readAnswerForm } from "~/features/questionnaires/answering/read-answer-form.server";
import { ReviewScreen } from "~/features/questionnaires/answering/review-screen";
import { Segments } from "~/features/questionnaires/answering/segments";
import { StartScreen } from "~/features/questionnaires/answering/start-screen";
import { StatusChip } from "~/features/questionnaires/answering/status-chip";
import { givenNow } from "~/features/questionnaires/answering/describe-answer";
import { destination, exitOf, givenIn } from "~/features/questionnaires/answering/steps";
import { useOutbox } from "~/features/questionnaires/answering/use-outbox";
import { pipeToText } from "~/features/questionnaires/piping";
import { loadResponse } from "~/features/questionnaires/queries.server";
import { shownQuestions, type Given } from "~/features/questionnaires/show-if";
import { typeOf } from "~/features/questionnaires/types/registry";
import { saveAnswer, type StoredAnswer } from "~/features/questionnaires/save-answer.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => {
  const response = await loadResponse(ctx, idFrom(params.responseId));
  if (response.state === "submitted") throw redirect(paths.answerDone(response.id));
  const title = pageTitle(ctx, "questions.page_named", { name: localized(response.title, ctx.locale) });
  return { response, personId: actorId(ctx.actor) ?? 0, exit: exitOf(response), now: ctx.now.toISOString(), locale: ctx.locale, title };
});

/** Without JavaScript: stores the answer and leads on. What cannot be stored comes back with what was typed. */
export const action = command(async ({ ctx, form, params }) => {
  const response = await loadResponse(ctx, idFrom(params.responseId));
  const { question, go, typed, answer } = readAnswerForm(response.questions, form, ctx.now);
  const next = (given: Given) =>
    destination({ responseId: response.id, questions: shownQuestions(response.questions, given), exit: exitOf(response) }, question.key, go);
  const saysNothing = typed === undefined && !response.answers[question.key] && (go === "back" || go === "leave");
  const before = givenIn(response.answers);
  if (saysNothing) return redirect(next(before));
  const refuse = (status: number, reply: Pick<AnswerReply, "problems" | "current" | "soft">) =>
    data<AnswerReply>({ question: question.key, typed, ...reply }, { status });
  if (typed === undefined && form.get("photo")) return refuse(422, { problems: { [`answer.${question.key}`]: { key: "photo_not_added" } } });
  try {
    const saved = await saveAnswer(ctx, { responseId: response.id, ...answer });
    const value = saved.status === "answered" ? saved.value : undefined;
    const soft = value === undefined || go !== "next" || form.get("askedBack") ? null : typeOf(question.type).soft?.(question.config, value);
    if (soft) return refuse(200, { problems: {}, soft });
    return redirect(next({ ...before, [question.key]: value }));
  } catch (error) {
    if (error instanceof Invalid) return refuse(422, { problems: error.problems });
    if (error instanceof Conflict && error.current) return refuse(409, { problems: {}, current: error.current as StoredAnswer });
    throw error;
  }
});

/** Going from question to question needs nothing from the server: it works without a network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, currentParams, nextParams, formMethod, defaultShouldRevalidate }) =>
  !formMethod && currentParams.responseId === nextParams.responseId && currentUrl.href !== nextUrl.href ? false : defaultShouldRevalidate;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => {
  if (!loaded) return [];
  const { response, locale, title } = loaded;
  const question = response.questions.find((each) => each.key === new URLSearchParams(location.search).get("question"));
  return [
    {
      title: question
        ? `${pipeToText(question, { codes: response.codes, questions: response.questions, given: givenIn(response.answers) }, locale)} · ${title}`
        : title,
    },
  ];
};

const leaveStyle = "flex min-h-11 items-center gap-1.5 text-label font-semibold text-ink-2 hover:text-ink";

export default function Answer() {
  const t = useT();
  const { response, personId, exit, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as AnswerReply | undefined;
  const [search] = useSearchParams();
  const location = useLocation();
  const { outbox, state } = useOutbox({ responseId: response.id, personId, questions: response.questions, answers: response.answers });
  const shown = shownQuestions(response.questions, givenNow(response.questions, state));
  const question = shown.find((each) => each.key === search.get("question"));
  const isReview = search.get("step") === "review";

  // A new screen begins at its top, and is read out from there; digit keys act while the focus is in it.
  const screen = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) (document.getElementById(screenId) ?? screen.current)?.focus();
    first.current = false;
  }, [location.search]);

  const leave = (
    <>
      <X className="size-4" aria-hidden="true" />
      {t("questions.save_and_leave")}
    </>
  );
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-[600px] grid-rows-[auto_1fr] px-5">
      <header className="grid gap-2.5 pt-3">
        <div className="flex min-h-11 items-center justify-between gap-3">
          {/* Enter presses the first button of a form: on, not away. */}
          {question && <button form="answer-form" className="hidden" name="go" value="next" tabIndex={-1} aria-hidden="true" />}
          {question && response.takesAnswers ? (
            <button form="answer-form" name="go" value="leave" className={leaveStyle}>
              {leave}
            </button>
          ) : (
            <Link to={exit} className={leaveStyle}>
              {leave}
            </Link>
          )}
          <StatusChip status={state.status === "idle" && Object.keys(state.answers).length > 0 ? "saved" : state.status} />
        </div>
        {question && <Segments questions={shown} current={question.key} />}
      </header>
      <div ref={screen} tabIndex={-1} className="grid grid-rows-[1fr_auto] outline-none">
        {!response.takesAnswers ? (
          <div className="grid content-center gap-3 py-10">
            <h1>{t("questions.closed_title")}</h1>
            <p className="text-ink-2">{t("questions.closed_text")}</p>
          </div>
        ) : question ? (
          <QuestionScreen
            key={question.key}
            responseId={response.id}
            questions={response.questions}
            question={question}
            codes={response.codes}
            exit={exit}
            now={now}
            outbox={outbox}
            state={state}
            reply={reply?.question === question.key ? reply : undefined}
          />
        ) : isReview ? (
          <ReviewScreen response={response} outbox={outbox} state={state} />
        ) : (
          <StartScreen response={response} answers={state.answers} />
        )}
      </div>
    </main>
  );
}
