// One question on the screen. Without JavaScript the form posts and leads on; with it, every answer is saved as it is given.
import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import type { FieldProblems } from "~/core/errors";
import { localized } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Question } from "../questionnaire";
import { fieldOf } from "../types/fields";
import type { SoftPrompt } from "../types/question-type";
import { controlId } from "../types/question-fieldset";
import { describeAnswer, givenNow } from "./describe-answer";
import { choiceForKey, fieldsOf, insteadField, settleExclusive } from "./form-fields";
import { InsteadOfAnswer } from "./instead-of-answer";
import { ConflictNotice, OfflineNotice, SignedOutNotice } from "./notices";
import type { Outbox, OutboxState } from "./outbox";
import { pipeConfig, pipeText } from "../piping";
import { shownQuestions } from "../show-if";
import { typeOf } from "../types/registry";
import { Piped } from "./piped";
import { readFields, waitingAnswer } from "./read-fields";
import { destination, goIn, insteadIn, type AnsweredQuestion } from "./steps";
import { usePhotoUpload } from "./use-photo-upload";
import { useTimeOnScreen } from "./use-time-on-screen";

/** What a form that was sent without JavaScript is answered when it could not be stored. */
export type AnswerReply = { question: string; problems: FieldProblems; typed: unknown; current?: AnsweredQuestion; soft?: SoftPrompt };

type Props = {
  responseId: number;
  /** All that may be asked; which of them are shown depends on the answers. */
  questions: readonly Question[];
  question: Question;
  codes: readonly string[];
  exit: string;
  /** The server's clock, for measuring without JavaScript. */
  now: string;
  outbox: Outbox;
  state: OutboxState;
  reply: AnswerReply | undefined;
};

const typingPauseMs = 900;
/** Long enough to see what was chosen before the next question comes. */
const tapPauseMs = 350;
/** One tap answers these. A finger is led on by itself; keys and a mouse never are. */
const answeredByOneTap: readonly string[] = ["rating", "just_about_right", "single_choice", "paired_preference"] satisfies Question["type"][];
/** What takes the focus when a question comes on screen: inside the form, so that digits and Enter act. */
export const screenId = "answer-screen";

export const QuestionScreen = ({ responseId, questions, question, codes, exit, now, outbox, state, reply }: Props) => {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDirty = useRef(false);
  const isTouched = useRef(false);
  /** What the form said when something was last typed or chosen. */
  const typed = useRef<[string, string][] | null>(null);
  const time = useTimeOnScreen();
  const { key } = question;
  const name = `answer.${key}`;
  const told = { codes, questions, given: givenNow(questions, state) };

  const answer = state.answers[key];
  const waiting = state.unsent[key];
  const chosenInstead = insteadIn(question, waiting ? waitingAnswer(question, waiting.fields).status : answer?.status);
  const conflict = state.conflicts[key] ?? reply?.current;
  const problems = state.problems[key] ?? reply?.problems ?? {};
  // Problems of answers saved on the way are shown only once somebody wants to go on.
  const [wantsOn, setWantsOn] = useState(reply !== undefined && reply.soft === undefined);
  const problem = wantsOn ? (problems[name] ?? problems[""]) : undefined;
  const consentProblem = wantsOn ? problems.consent : undefined;
  const problemText = (each: FieldProblems[string]) => t(`errors.${each.key}` as TranslationKey, each.values);

  // The fields are the browser's own; they are made anew only when an answer comes from somewhere else.
  const [generation, setGeneration] = useState(0);
  const isFirst = useRef(true);
  const shown = waiting && !isDirty.current ? readFields(question, waiting.fields) : reply ? reply.typed : answer?.value;
  useEffect(() => {
    if (!isDirty.current && !isFirst.current) setGeneration((before) => before + 1);
    isFirst.current = false;
  }, [waiting === undefined, answer?.revision]);
  useEffect(() => {
    if (wantsOn && (problem || consentProblem)) document.getElementById(controlId(name))?.focus();
  }, [wantsOn, problem?.key, consentProblem?.key, name]);

  const save = (submitter?: HTMLElement | null) => {
    clearTimeout(pause.current);
    if (!form.current) return Promise.resolve("saved" as const);
    return outbox.save(key, fieldsOf(form.current, submitter), time.take(), Date.now());
  };
  // An unlikely answer is asked back about once, and then taken.
  const [isAskedBack, setAskedBack] = useState(reply?.soft !== undefined);
  const softOf = ({ answers }: OutboxState) => {
    const now = answers[key];
    return now?.status === "answered" ? (typeOf(question.type).soft?.(question.config, now.value) ?? null) : null;
  };
  const soft = isAskedBack ? (softOf(state) ?? reply?.soft) : undefined;
  const upload = usePhotoUpload(responseId, key, () => (isDirty.current = false));

  const latestSave = useRef(save);
  latestSave.current = save;
  useEffect(() => {
    // What the browser put back into the fields, or what was typed before the page was ready, counts as typed now.
    if (form.current && !isDirty.current) {
      const found = readFields(question, fieldsOf(form.current));
      if (found !== undefined && JSON.stringify(found) !== JSON.stringify(shown)) {
        isDirty.current = true;
        void latestSave.current();
      }
    }
    const leave = () => {
      if (document.hidden && isDirty.current) void latestSave.current();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      clearTimeout(pause.current);
      document.removeEventListener("visibilitychange", leave);
      // The browser's back button waits for no pause in the typing.
      if (isDirty.current && typed.current) void outbox.save(key, typed.current, time.take(), Date.now());
    };
  }, []);

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    if (
      !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) ||
      event.target.type === "file"
    )
      return;
    if (event.target instanceof HTMLInputElement) settleExclusive(event.target);
    isDirty.current = true;
    typed.current = form.current ? fieldsOf(form.current) : null;
    setWantsOn(false);
    clearTimeout(pause.current);
    const isOneTap = event.target.type === "radio" && event.target.value !== "other" && answeredByOneTap.includes(question.type);
    if (isOneTap && isTouched.current && question.dataClass !== "health" && !conflict) {
      pause.current = setTimeout(() => form.current?.requestSubmit(), tapPauseMs);
      return;
    }
    const isChoice = event.target.type === "radio" || event.target.type === "checkbox";
    pause.current = setTimeout(() => void save(), isChoice ? 150 : typingPauseMs);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    isTouched.current = false;
    if (event.key === "Enter" && event.target instanceof HTMLDivElement) return form.current?.requestSubmit();
    const choice = form.current && choiceForKey(form.current, event);
    if (!choice) return;
    event.preventDefault();
    choice.focus();
    choice.click();
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    clearTimeout(pause.current);
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const removesPhoto = submitter?.name.endsWith(".remove") ?? false;
    const go = removesPhoto ? "stay" : goIn(submitter?.name === "go" ? submitter.value : "next");
    const instead = insteadIn(question, go);
    const saysWhyNot = go === "skip" || instead !== undefined;
    if (saysWhyNot) form.current?.reset();
    const hasAnswer = form.current ? readFields(question, fieldsOf(form.current)) !== undefined : false;
    // Going back or leaving with nothing said is no statement that the question was skipped.
    const saysNothing = !isDirty.current && !answer && !hasAnswer && (go === "back" || go === "leave");
    const outcome = saysNothing
      ? "saved"
      : saysWhyNot
        ? await outbox.save(key, instead ? [[insteadField, instead]] : [], time.take(), Date.now())
        : await save(submitter);
    if (outcome === "refused" || outcome === "conflict") return setWantsOn(true);
    isDirty.current = false;
    // What waits for the network is sent from here: the notice says that it is kept, and leaving is for later.
    if (go === "leave" && Object.keys(outbox.state().unsent).length > 0) return;
    if (go === "next" && !isAskedBack && outcome === "saved" && softOf(outbox.state())) return setAskedBack(true);
    // What comes next may depend on what was just said.
    const shown = shownQuestions(questions, givenNow(questions, outbox.state()));
    if (go !== "stay") navigate(destination({ responseId, questions: shown, exit }, key, go));
  };

  const Field = fieldOf(question.type);
  const help = pipeText(localized(question.help, locale), told, locale);
  const describedBy = [help && `help-${name}`, problem && `problem-${name}`].filter(Boolean).join(" ") || undefined;
  return (
    <form
      id="answer-form"
      // Makes the way to the next question known while there is a network: asked for later, it would not be found.
      data-discover="true"
      ref={form}
      method="post"
      action={paths.answer(responseId, key)}
      noValidate
      onInput={onInput}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => (isTouched.current = event.pointerType === "touch")}
      onSubmit={(event) => void onSubmit(event)}
      className="contents"
    >
      <input type="hidden" name="question" value={key} />
      <input type="hidden" name="revision" value={reply?.current?.revision ?? answer?.revision ?? 0} />
      <input type="hidden" name="shownAt" value={now} />
      {chosenInstead && <input type="hidden" name={insteadField} value={chosenInstead} />}
      {soft && <input type="hidden" name="askedBack" value="true" />}
      <div id={screenId} tabIndex={-1} className="pt-6 pb-8 outline-none">
        {state.status === "signed_out" && <SignedOutNotice backTo={paths.answer(responseId, key)} />}
        {state.status === "waiting" && !conflict && <OfflineNotice onRetry={() => void outbox.retry()} />}
        {conflict && (
          <ConflictNotice
            theirs={describeAnswer(t, question, conflict, locale, told)}
            mine={describeAnswer(t, question, waiting ? waitingAnswer(question, waiting.fields) : { status: "answered", value: reply?.typed }, locale, told)}
            takeHref={paths.answer(responseId, key)}
            onTake={state.conflicts[key] && (() => ((isDirty.current = false), outbox.takeTheirs(key)))}
            onKeep={state.conflicts[key] && (() => void outbox.keepMine(key))}
          />
        )}
        <Field
          key={generation}
          config={pipeConfig(question.config, told)}
          name={name}
          value={shown}
          locale={locale}
          legend={
            <h1 className="[font:inherit] tracking-[inherit]">
              <Piped question={question} told={told} locale={locale} />
            </h1>
          }
          describedBy={describedBy}
          isInvalid={problem !== undefined}
          pipe={(text) => pipeText(text, told, locale)}
          upload={question.type === "photo" ? upload.field : undefined}
        />
        {help && (
          <p id={`help-${name}`} className="mt-3 text-label text-ink-2">
            {help}
          </p>
        )}
        {question.dataClass === "health" && (
          <div className="mt-4 grid gap-2 rounded-card bg-sunken p-4 text-label">
            <p>{t("questions.health_notice")}</p>
            {answer?.status !== "answered" && (
              <label className="flex min-h-11 items-start gap-3 py-2 font-semibold">
                <input
                  type="checkbox"
                  name="consents"
                  value="true"
                  className="mt-0.5 size-5 flex-none accent-leaf"
                  aria-invalid={consentProblem !== undefined || undefined}
                />
                {t("questions.health_consent")}
              </label>
            )}
            {consentProblem && <p className="font-semibold text-brick">{problemText(consentProblem)}</p>}
          </div>
        )}
        <p id={`problem-${name}`} role="alert" className="mt-3 font-semibold text-brick empty:hidden">
          {problem ? problemText(problem) : upload.problem ? problemText({ key: upload.problem }) : ""}
        </p>
        {soft && (
          <p role="alert" className="mt-4 rounded-card bg-turmeric-tint p-4 text-turmeric-ink">
            {t(`questions.soft_${soft}`)}
          </p>
        )}
        <InsteadOfAnswer question={question} chosen={chosenInstead} />
      </div>
      <footer className="sticky bottom-0 flex items-center justify-between gap-3 bg-[linear-gradient(transparent,var(--paper)_28%)] pt-5 pb-[max(18px,env(safe-area-inset-bottom))]">
        <button name="go" value="back" className="button quiet">
          {t("common.back")}
        </button>
        {!help && <span className="text-note text-ink-3 max-[379px]:hidden">{t("questions.no_right_or_wrong")}</span>}
        <button name="go" value="next" className="button">
          {t("common.next")}
        </button>
      </footer>
    </form>
  );
};
