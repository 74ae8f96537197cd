// A last look over everything, with a way to each answer, before the response becomes final.
import { Form, Link, useNavigation } from "@remix-run/react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { sectionsOf } from "../effort";
import type { OwnResponse } from "../queries.server";
import { describeAnswer, givenNow } from "./describe-answer";
import { waitingAnswer } from "./read-fields";
import { OfflineNotice, SignedOutNotice } from "./notices";
import { shownQuestions } from "../show-if";
import type { Outbox, OutboxState } from "./outbox";
import { Piped } from "./piped";
import { missing } from "./steps";

export const ReviewScreen = ({ response, outbox, state }: { response: OwnResponse; outbox: Outbox; state: OutboxState }) => {
  const t = useT();
  const locale = useLocale();
  const { state: navigation } = useNavigation();
  const { codes } = response;
  const given = givenNow(response.questions, state);
  const questions = shownQuestions(response.questions, given);
  const told = { codes, questions: response.questions, given };
  const stillMissing = missing(questions, state.answers).filter((question) => !state.unsent[question.key]);
  const hasUnsent = Object.keys(state.unsent).length > 0;
  const firstMissing = stillMissing[0];
  return (
    <div className="grid content-start gap-6 py-8">
      {state.status === "signed_out" && <SignedOutNotice backTo={paths.answerReview(response.id)} />}
      {state.status === "waiting" && <OfflineNotice onRetry={() => void outbox.retry()} />}
      <div className="grid gap-2">
        <h1 className="text-[28px]">{t("questions.review_title")}</h1>
        <p className="text-ink-2">{t("questions.review_text")}</p>
      </div>
      {firstMissing && (
        <div role="alert" className="grid justify-items-start gap-2 rounded-card border border-brick bg-brick-tint p-4">
          <p className="font-semibold text-brick">{t("questions.review_missing", { count: stillMissing.length })}</p>
          <Link className="button small" to={paths.answer(response.id, firstMissing.key)}>
            {t("questions.answer_it")}
          </Link>
        </div>
      )}
      {sectionsOf(questions).map((section) => (
        <section key={section.keys[0]} className="grid gap-2">
          {section.title && <h2 className="text-[17px]">{localized(section.title, locale)}</h2>}
          <dl className="overflow-hidden rounded-card border border-line bg-surface">
            {questions
              .filter((question) => section.keys.includes(question.key) && question.type !== "information")
              .map((question) => {
                const waiting = state.unsent[question.key];
                const answer = waiting ? waitingAnswer(question, waiting.fields) : state.answers[question.key];
                const isMissing = stillMissing.includes(question);
                return (
                  <div
                    key={question.key}
                    className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0"
                  >
                    <dt className="text-label text-ink-2">
                      <Piped question={question} told={told} locale={locale} />
                    </dt>
                    <dd className={`col-start-1 font-semibold whitespace-pre-line ${isMissing ? "text-brick" : ""}`}>
                      {describeAnswer(t, question, answer, locale, told)}
                    </dd>
                    <dd className="col-start-2 row-span-2 row-start-1">
                      <Link className="link grid min-h-11 place-items-center px-1 text-label" to={paths.answer(response.id, question.key)}>
                        {t(isMissing ? "questions.answer_it" : "questions.change")}
                        <span className="sr-only">
                          {" "}
                          <Piped question={question} told={told} locale={locale} />
                        </span>
                      </Link>
                    </dd>
                  </div>
                );
              })}
          </dl>
        </section>
      ))}
      {hasUnsent && <p className="text-label text-turmeric-ink">{t("questions.review_unsent")}</p>}
      <footer className="sticky bottom-0 flex items-center justify-between gap-3 bg-[linear-gradient(transparent,var(--paper)_28%)] pt-5 pb-[max(18px,env(safe-area-inset-bottom))]">
        <Link className="button quiet" to={paths.answer(response.id, questions.at(-1)?.key)}>
          {t("common.back")}
        </Link>
        <Form method="post" action={paths.answerDone(response.id)}>
          <button className="button" disabled={stillMissing.length > 0 || hasUnsent || navigation === "submitting"}>
            {t("questions.hand_in")}
          </button>
        </Form>
      </footer>
    </div>
  );
};
