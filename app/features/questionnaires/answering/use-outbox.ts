// The outbox of one response, in the browser: fetch in front, local storage behind, the network's comings and goings beside.
import { useEffect, useState, useSyncExternalStore } from "react";
import { paths } from "~/paths";
import type { Question } from "../questionnaire";
import { createOutbox, type Outbox, type OutboxState, type SaveReply } from "./outbox";
import type { Answers } from "./steps";
import { readUnsent, writeUnsent, type Unsent } from "./unsent";

const postAnswer = async (responseId: number, key: string, entry: Unsent): Promise<SaveReply> => {
  const body = new URLSearchParams(entry.fields);
  body.set("question", key);
  body.set("revision", String(entry.revision));
  body.set("shownMs", String(Math.round(entry.shownMs)));
  const response = await fetch(paths.saveAnswer(responseId), { method: "POST", body, keepalive: true });
  if (response.status === 401) return { kind: "signed_out" };
  if (response.status === 429) return { kind: "later", afterMs: Number(response.headers.get("Retry-After") ?? 5) * 1000 };
  if (response.ok || response.status === 409 || response.status === 422) return (await response.json()) as SaveReply;
  return { kind: "later" };
};

const storage = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

type Input = { responseId: number; personId: number; questions: readonly Question[]; answers: Answers };

export const useOutbox = ({ responseId, personId, questions, answers }: Input): { outbox: Outbox; state: OutboxState } => {
  const [outbox] = useState(() =>
    createOutbox(questions, answers, {
      post: (key, entry) => postAnswer(responseId, key, entry),
      keep: (entries) => {
        const keeper = storage();
        if (keeper) writeUnsent(keeper, personId, responseId, entries);
      },
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  const state = useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);

  useEffect(() => {
    const keeper = storage();
    if (keeper) outbox.restore(readUnsent(keeper, personId, responseId, Date.now()));
    const retry = () => void outbox.retry();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [outbox, personId, responseId]);

  useEffect(() => outbox.adopt(answers), [outbox, answers]);
  return { outbox, state };
};
