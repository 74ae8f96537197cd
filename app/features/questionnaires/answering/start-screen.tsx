// Before the first question, and whenever somebody comes back: how much there is to do, and that nothing is lost.
import { Link } from "@remix-run/react";
import { localized } from "~/core/locale";
import { Rich, useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { minutesFor } from "../effort";
import type { OwnResponse } from "../queries.server";
import { Codes } from "./piped";
import { shownQuestions } from "../show-if";
import { firstOpen, givenIn, type Answers } from "./steps";

export const StartScreen = ({ response, answers }: { response: OwnResponse; answers: Answers }) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { codes } = response;
  const questions = shownQuestions(response.questions, givenIn(answers));
  const answered = questions.filter((question) => question.key in answers).length;
  const next = firstOpen(questions, answers);
  const hasBegun = answered > 0;
  const left = questions.filter((question) => !(question.key in answers));
  const effort = t("questions.effort", { minutes: minutesFor(left), count: left.length });
  return (
    <div className="grid content-center justify-items-start gap-5 py-10">
      {response.trial && <p className="text-label font-semibold text-ink-2">{localized(response.trial.name, locale)}</p>}
      <h1>{hasBegun ? t("questions.welcome_back") : localized(response.title, locale)}</h1>
      {codes.length > 0 && (
        <p className="text-[18px]">
          {t("questions.about_samples", { count: codes.length })} <Codes codes={codes} />
        </p>
      )}
      {next && <p className="chip turmeric num">{effort}</p>}
      <p className="max-w-[46ch] text-ink-2">
        {hasBegun
          ? t("questions.welcome_back_text", { count: answered, total: questions.length })
          : t(response.kind === "screener" ? "questions.start_screener" : "questions.start_promise")}
      </p>
      {!hasBegun && codes.length > 0 && (
        <p className="max-w-[46ch] rounded-card bg-sunken p-4 text-label">
          <Rich
            text={t(codes.length > 1 ? "questions.start_pair_check" : "questions.start_code_check", {
              codes: format.list(codes.map((code) => `<b>${code}</b>`)),
            })}
          />
        </p>
      )}
      {/* Who is not told would be surprised; where nothing leads on by itself, nothing is said. */}
      {next && (
        <p className="hidden max-w-[46ch] text-label text-ink-2 [@media(pointer:coarse)_and_(scripting:enabled)]:block">{t("questions.tap_leads_on")}</p>
      )}
      <Link to={next ? paths.answer(response.id, next.key) : paths.answerReview(response.id)} className="button min-w-[160px]">
        {t(!hasBegun ? "questions.start" : next ? "questions.go_on" : "questions.look_over")}
      </Link>
    </div>
  );
};
