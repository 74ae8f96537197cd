// Sends answers one after the other and keeps each until the server has confirmed it, through lost networks, ended sessions and second windows.
import type { FieldProblems } from "~/core/errors";
import { minuteInMs, secondInMs } from "~/core/time";
import type { Question } from "../questionnaire";
import { waitingAnswer } from "./read-fields";
import type { AnsweredQuestion, Answers } from "./steps";
import type { Unsent, UnsentAnswers } from "./unsent";

/** What the server says to an answer. */
export type SaveReply =
  | { kind: "saved"; answer: AnsweredQuestion }
  | { kind: "conflict"; current: AnsweredQuestion }
  | { kind: "refused"; problems: FieldProblems }
  | { kind: "signed_out" }
  | { kind: "later"; afterMs?: number };

export type Outcome = "saved" | "kept" | "refused" | "conflict";

export type OutboxState = {
  answers: Answers;
  unsent: UnsentAnswers;
  status: "idle" | "saving" | "saved" | "waiting" | "signed_out";
  problems: Readonly<Record<string, FieldProblems>>;
  /** By question: what another window saved. */
  conflicts: Readonly<Record<string, AnsweredQuestion>>;
};

type Outside = {
  post: (key: string, entry: Unsent) => Promise<SaveReply>;
  keep: (entries: UnsentAnswers) => void;
  /** Calls back later; returns what cancels it. */
  wait: (ms: number, then: () => void) => () => void;
};

export type Outbox = ReturnType<typeof createOutbox>;

const firstRetryMs = 2 * secondInMs;
const longestRetryMs = minuteInMs / 2;

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const said = ({ status, value }: Pick<AnsweredQuestion, "status" | "value">) => JSON.stringify([status, value]);

export const createOutbox = (questions: readonly Question[], answers: Answers, outside: Outside) => {
  let state: OutboxState = { answers, unsent: {}, status: "idle", problems: {}, conflicts: {} };
  const listeners = new Set<() => void>();
  // What was sent without hearing back: if it turns up as somebody else's answer, it was ours after all.
  const unheard = new Map<string, string[]>();
  let queue: Promise<unknown> = Promise.resolve();
  let retryMs = firstRetryMs;
  let cancelRetry: (() => void) | undefined;

  const change = (part: Partial<OutboxState>) => {
    const keepAgain = part.unsent !== undefined && part.unsent !== state.unsent;
    state = { ...state, ...part };
    if (keepAgain) outside.keep(state.unsent);
    for (const listener of listeners) listener();
  };

  const saidIn = (key: string, { fields }: Unsent): string => {
    const question = questions.find((each) => each.key === key);
    return question ? said(waitingAnswer(question, fields)) : "";
  };

  const scheduleRetry = (ms: number) => {
    cancelRetry?.();
    cancelRetry = outside.wait(ms, () => void retry());
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  const sendOne = async (key: string): Promise<Outcome> => {
    const entry = state.unsent[key];
    if (!entry) return "saved";
    change({ status: "saving" });
    const reply = await outside.post(key, entry).catch((): SaveReply => ({ kind: "later" }));
    const isLatest = state.unsent[key] === entry;

    if (reply.kind === "saved" || (reply.kind === "conflict" && unheard.get(key)?.includes(said(reply.current)))) {
      const answer = reply.kind === "saved" ? reply.answer : reply.current;
      unheard.delete(key);
      retryMs = firstRetryMs;
      const newer = state.unsent[key];
      const goesOn = newer && (!isLatest || reply.kind === "conflict");
      change({
        answers: { ...state.answers, [key]: answer },
        unsent: goesOn ? { ...state.unsent, [key]: { ...newer, revision: answer.revision } } : without(state.unsent, key),
        problems: without(state.problems, key),
        conflicts: without(state.conflicts, key),
        status: "saved",
      });
      return goesOn ? sendOne(key) : "saved";
    }
    if (reply.kind === "conflict") {
      change({ conflicts: { ...state.conflicts, [key]: reply.current }, status: "waiting" });
      return "conflict";
    }
    if (reply.kind === "refused") {
      change({
        unsent: isLatest ? without(state.unsent, key) : state.unsent,
        problems: { ...state.problems, [key]: reply.problems },
        status: Object.keys(state.answers).length > 0 ? "saved" : "idle",
      });
      return "refused";
    }
    if (reply.kind === "signed_out") {
      change({ status: "signed_out" });
      return "kept";
    }
    if (reply.afterMs === undefined) unheard.set(key, [...(unheard.get(key) ?? []), saidIn(key, entry)]);
    change({ status: "waiting" });
    scheduleRetry(reply.afterMs ?? retryMs);
    return "kept";
  };

  const send = (key: string): Promise<Outcome> => {
    const sent = queue.then(() => sendOne(key));
    queue = sent;
    return sent;
  };

  /** Sends everything that waits, but what needs a decision first. */
  const retry = async (): Promise<void> => {
    cancelRetry?.();
    for (const key of Object.keys(state.unsent)) if (!state.conflicts[key] && (await send(key)) === "kept") return;
  };

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    save: (key: string, fields: [string, string][], shownMs: number, now: number): Promise<Outcome> => {
      const waiting = state.unsent[key];
      const revision = waiting?.revision ?? state.answers[key]?.revision ?? 0;
      change({
        unsent: { ...state.unsent, [key]: { fields, revision, shownMs: shownMs + (waiting?.shownMs ?? 0), at: now } },
        problems: without(state.problems, key),
      });
      return state.conflicts[key] ? Promise.resolve("conflict") : send(key);
    },
    retry,
    /** Puts back what was still waiting when the page was left, and sends it. */
    restore: (unsent: UnsentAnswers): void => {
      if (Object.keys(unsent).length === 0) return;
      change({ unsent: { ...unsent, ...state.unsent }, status: "waiting" });
      void retry();
    },
    /** Answers that the server told in another way, such as after a photograph arrived. */
    adopt: (fresh: Answers): void => {
      const newer = Object.entries(fresh).filter(([key, answer]) => answer.revision > (state.answers[key]?.revision ?? -1) && !state.unsent[key]);
      if (newer.length > 0) change({ answers: { ...state.answers, ...Object.fromEntries(newer) } });
    },
    keepMine: (key: string): Promise<Outcome> => {
      const [theirs, mine] = [state.conflicts[key], state.unsent[key]];
      if (!theirs || !mine) return Promise.resolve("saved");
      change({ unsent: { ...state.unsent, [key]: { ...mine, revision: theirs.revision } }, conflicts: without(state.conflicts, key) });
      return send(key);
    },
    takeTheirs: (key: string): void => {
      const theirs = state.conflicts[key];
      if (theirs)
        change({ answers: { ...state.answers, [key]: theirs }, unsent: without(state.unsent, key), conflicts: without(state.conflicts, key), status: "saved" });
    },
  };
};
