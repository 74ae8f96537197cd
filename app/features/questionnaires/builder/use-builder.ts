// The builder's store behind fetch, and the acts that change the order or number of questions.
import { useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { LocalizedText } from "~/core/locale";
import { paths } from "~/paths";
import type { QuestionnaireInBuilder } from "../queries.server";
import { draftOf } from "../questionnaire";
import type { QuestionTypeName } from "../types/registry";
import { createBuilderStore, type Draft, type SaveReply } from "./builder-store";

const send = async (path: string, fields: Record<string, string>): Promise<SaveReply> => {
  const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (response.ok || response.status === 409 || response.status === 422) return (await response.json()) as SaveReply;
  return { kind: "later" };
};

export type Removed = { draft: Draft; at: number };

export const useBuilder = (questionnaire: QuestionnaireInBuilder) => {
  const { id } = questionnaire;
  const { revalidate } = useRevalidator();
  const [search, setSearch] = useSearchParams();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [store] = useState(() =>
    createBuilderStore(questionnaire.questions, {
      post: (draft, newKey) =>
        send(paths.builderQuestion(id, draft.key), { body: JSON.stringify({ ...draftOf(draft), type: draft.type, revision: draft.revision, newKey }) }),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  useEffect(() => store.adopt(questionnaire.questions), [store, questionnaire.questions]);

  // Leaving with something unsaved: the browser asks first, as no request is sure to arrive.
  const isUnsaved = Object.values(state.saves).some((save) => save.status !== "saved");
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);

  const select = (key: string | undefined) => {
    const next = new URLSearchParams(search);
    if (key) next.set("question", key);
    else next.delete("question");
    setSearch(next, { preventScrollReset: true, replace: true });
  };
  /** Saves what is open, carries the act out and shows what came of it. */
  const act = async (path: string, fields: Record<string, string>): Promise<SaveReply> => {
    await store.saveAll();
    const reply = await send(path, fields).catch((): SaveReply => ({ kind: "later" }));
    setFailed(reply.kind !== "saved");
    revalidate();
    return reply;
  };
  const addAndSelect = async (fields: Record<string, string>) => {
    const reply = await act(paths.builderQuestions(id), fields);
    if (reply.kind === "saved") select(reply.key);
  };

  return {
    store,
    state,
    removed,
    hasFailed,
    select,
    selected: state.drafts.find((draft) => draft.key === search.get("question")) ?? state.drafts[0],
    add: (type: QuestionTypeName, preset: string) => addAndSelect({ type, preset }),
    addKept: (libraryId: number) => addAndSelect({ library: String(libraryId) }),
    keep: async (key: string): Promise<boolean> => (await act(paths.builderQuestionKeeping(id, key), {})).kind === "saved",
    dropKept: (libraryId: number) => act(paths.libraryRemoval(libraryId), {}),
    copy: async (key: string) => {
      const reply = await act(paths.builderQuestionCopy(id, key), {});
      if (reply.kind === "saved") select(reply.key);
    },
    move: (key: string, to: number) => act(paths.builderQuestionPosition(id, key), { to: String(to) }),
    remove: async (draft: Draft) => {
      const at = state.drafts.indexOf(draft);
      const reply = await act(paths.builderQuestionRemoval(id, draft.key), {});
      if (reply.kind !== "saved") return;
      setRemoved({ draft, at });
      select(state.drafts[at + 1]?.key ?? state.drafts[at - 1]?.key);
    },
    restore: async () => {
      if (!removed) return;
      const { draft, at } = removed;
      setRemoved(null);
      await addAndSelect({ body: JSON.stringify({ ...draftOf(draft), type: draft.type, newKey: draft.key, at }) });
    },
    rename: async (key: string, newKey: string) => {
      const result = await store.save(key, newKey);
      if (result.status !== "refused") select(newKey);
    },
    rewriteTitle: (title: LocalizedText) => act(paths.builderTitle(id), { en: title.en, id: title.id }),
  };
};

export type Builder = ReturnType<typeof useBuilder>;
