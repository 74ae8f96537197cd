// The top of every page on which answers are coded: the trial, its open questions, and what can be done with their answers.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { localized, type LocalizedText } from "~/core/locale";
import { TrialFrame, type FramedTrial, type FrameRights } from "~/features/trials/components/trial-frame";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { PageLink, useIsCurrent } from "~/ui/page-link";
import type { LastAct } from "../coding-acts.server";

type Question = { key: string; text: LocalizedText };
export type CodingFrame = { trial: FramedTrial; rights: FrameRights; questions: Question[]; question: Question | null; isOpen: boolean };

const linkClass =
  "inline-flex min-h-11 items-center rounded-full px-3.5 text-label font-semibold text-ink-2 hover:text-ink aria-[current=page]:bg-ink aria-[current=page]:text-paper";

const Pages = ({ trialId, question }: { trialId: number; question: string }) => {
  const t = useT();
  const isCurrent = useIsCurrent();
  const pages = [
    { to: paths.trialAnswers(trialId, { question }), label: t("themes.page_answers") },
    { to: paths.trialSuggestions(trialId, question), label: t("themes.page_suggestions") },
    { to: paths.trialThemes(trialId, question), label: t("themes.page_codebook") },
    { to: paths.trialAgreement(trialId, question), label: t("themes.page_agreement") },
  ];
  return (
    <nav aria-label={t("themes.pages")} className="-mx-1 mb-5 flex flex-wrap gap-1">
      {pages.map(({ to, label }) => (
        <PageLink key={to} to={to} aria-current={isCurrent(to.split("?")[0]!, true)} className={linkClass}>
          {label}
        </PageLink>
      ))}
    </nav>
  );
};

/** Which of the open questions; the address of the same page with another one. */
const Questions = ({ questions, question, to }: { questions: Question[]; question: Question; to: (key: string) => string }) => {
  const t = useT();
  const locale = useLocale();
  if (questions.length < 2) return <p className="mb-4 max-w-[70ch] font-semibold">{localized(question.text, locale)}</p>;
  return (
    <nav aria-label={t("themes.questions")} className="mb-4 flex flex-wrap gap-x-6 border-b border-line">
      {questions.map(({ key, text }) => (
        <PageLink
          key={key}
          to={to(key)}
          aria-current={key === question.key ? "page" : undefined}
          className="inline-flex min-h-11 items-center py-2 text-label font-semibold text-ink-2 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_var(--turmeric)]"
        >
          {localized(text, locale)}
        </PageLink>
      ))}
    </nav>
  );
};

/** What was done last, and the way back; the newest act comes first, so that pressing again goes further back. */
export const UndoLast = ({ trialId, question, act }: { trialId: number; question: string; act: LastAct | null }) => {
  const t = useT();
  if (!act) return null;
  return (
    <Form method="post" action={paths.codingUndo(trialId)} preventScrollReset className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="actId" value={act.id} />
      <span role="status">{t(`themes.did_${act.kind}`, { count: act.count })}</span>
      <button data-key="z" className="button quiet small">
        {t("common.undo")}
      </button>
    </Form>
  );
};

export const CodingPage = ({
  trial,
  rights,
  questions,
  question,
  isOpen,
  to,
  children,
}: CodingFrame & { to: (key: string) => string; children: (question: Question) => ReactNode }) => {
  const t = useT();
  return (
    <TrialFrame trial={trial} rights={rights}>
      {question === null ? (
        <EmptyState title={t("themes.no_question")}>
          <p>{t("themes.no_question_text")}</p>
        </EmptyState>
      ) : !isOpen ? (
        <EmptyState title={t("themes.not_yet")}>
          <p>{t("themes.not_yet_text")}</p>
        </EmptyState>
      ) : (
        <>
          <Questions questions={questions} question={question} to={to} />
          <Pages trialId={trial.id} question={question.key} />
          {children(question)}
        </>
      )}
    </TrialFrame>
  );
};
