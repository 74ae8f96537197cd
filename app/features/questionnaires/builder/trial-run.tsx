// Answering as a member would, to see whether it holds together. What is answered stays in this window: nothing is sent and nothing is stored.
import { useState, type FormEvent } from "react";
import { localized } from "~/core/locale";
import { useLocale, useT } from "~/i18n/language";
import { describeAnswer } from "../answering/describe-answer";
import { settleExclusive } from "../answering/form-fields";
import { InsteadOfAnswer } from "../answering/instead-of-answer";
import { Piped } from "../answering/piped";
import { Segments } from "../answering/segments";
import { insteadIn } from "../answering/steps";
import { pipeConfig, pipeText } from "../piping";
import type { Instead, Question } from "../questionnaire";
import { shownQuestions, type Given } from "../show-if";
import { fieldOf } from "../types/fields";
import type { SoftPrompt } from "../types/question-type";
import { typeOf } from "../types/registry";

export const TrialRun = ({ questions, codes }: { questions: readonly Question[]; codes: readonly string[] }) => {
  const t = useT();
  const locale = useLocale();
  const [given, setGiven] = useState<Given>({});
  const [instead, setInstead] = useState<Readonly<Record<string, Instead | undefined>>>({});
  const [at, setAt] = useState<string | null>(questions[0]?.key ?? null);
  const [problem, setProblem] = useState<"required" | null>(null);
  const [soft, setSoft] = useState<SoftPrompt | null>(null);
  const shown = shownQuestions(questions, given);
  const told = { codes, questions, given };
  const index = shown.findIndex((question) => question.key === at);
  const question = shown[index];

  const begin = () => {
    setGiven({});
    setInstead({});
    setAt(questions[0]?.key ?? null);
  };
  if (!question)
    return (
      <div className="grid gap-5">
        <h2>{t("builder.run_over")}</h2>
        <dl className="grid gap-3">
          {shown
            .filter((each) => each.type !== "information")
            .map((each) => (
              <div key={each.key}>
                <dt className="text-label text-ink-2">
                  <Piped question={each} told={told} locale={locale} />
                </dt>
                <dd className="font-semibold whitespace-pre-line">
                  {describeAnswer(t, each, each.key in given ? { status: instead[each.key] ?? "answered", value: given[each.key] } : undefined, locale, told)}
                </dd>
              </div>
            ))}
        </dl>
        <p className="text-label text-ink-2">{t("builder.run_hidden", { count: questions.length - shown.length })}</p>
        <button type="button" className="button justify-self-start" onClick={begin}>
          {t("builder.run_again")}
        </button>
      </div>
    );

  const leave = (to: string | null) => {
    setProblem(null);
    setSoft(null);
    setAt(to);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const chosen = insteadIn(question, submitter?.value);
    const saysNothing = chosen !== undefined || submitter?.value === "skip";
    const value = saysNothing ? undefined : typeOf(question.type).read(new FormData(event.currentTarget), `answer.${question.key}`, question.config);
    if (value === undefined && question.required && !chosen) return setProblem("required");
    setInstead({ ...instead, [question.key]: chosen });
    const next: Given = { ...given, [question.key]: value };
    setGiven(next);
    const prompt = value === undefined || soft ? null : (typeOf(question.type).soft?.(question.config, value) ?? null);
    if (prompt) return setSoft(prompt);
    const after = shownQuestions(questions, next);
    leave(after[after.findIndex((each) => each.key === question.key) + 1]?.key ?? null);
  };
  const Field = fieldOf(question.type);
  const help = pipeText(localized(question.help, locale), told, locale);
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-6" onInput={(event) => event.target instanceof HTMLInputElement && settleExclusive(event.target)}>
      <Segments questions={shown} current={question.key} />
      <div>
        <Field
          key={question.key}
          config={pipeConfig(question.config, told)}
          name={`answer.${question.key}`}
          value={given[question.key]}
          locale={locale}
          legend={<Piped question={question} told={told} locale={locale} />}
          describedBy={undefined}
          isInvalid={problem !== null}
          pipe={(text) => pipeText(text, told, locale)}
        />
        {help && <p className="mt-3 text-label text-ink-2">{help}</p>}
        {soft && (
          <p role="alert" className="mt-4 rounded-card bg-turmeric-tint p-4 text-turmeric-ink">
            {t(`questions.soft_${soft}`)}
          </p>
        )}
        <p role="alert" className="mt-3 font-semibold text-brick empty:hidden">
          {problem ? t(`errors.${problem}`) : ""}
        </p>
        <InsteadOfAnswer question={question} chosen={instead[question.key]} />
      </div>
      <div className="flex justify-between gap-3">
        <button type="button" className="button quiet" disabled={index === 0} onClick={() => leave(shown[index - 1]?.key ?? null)}>
          {t("common.back")}
        </button>
        <button className="button">{t("common.next")}</button>
      </div>
    </form>
  );
};
