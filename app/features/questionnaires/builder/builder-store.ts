// The questionnaire as it is being written in this window: shown at once, saved question by question a moment later.
import type { FieldProblems } from "~/core/errors";
import type { Question } from "../questionnaire";

export type Draft = Question & { revision: number };

export type SaveReply =
  | { kind: "saved"; key: string; revision: number }
  | { kind: "refused"; problems: FieldProblems }
  | { kind: "conflict"; current: Draft }
  /** No connection, or too many at once: the text stays and is sent again. */
  | { kind: "later" };

export type SaveState = { status: "saved" | "dirty" | "saving" | "waiting" | "refused" | "conflict"; problems?: FieldProblems; current?: Draft };

export type BuilderState = { drafts: readonly Draft[]; saves: Readonly<Record<string, SaveState>> };

type Outside = {
  post: (draft: Draft, newKey?: string) => Promise<SaveReply>;
  wait: (ms: number, then: () => void) => () => void;
};

const typingPauseMs = 700;
const retryMs = 4000;

export const createBuilderStore = (drafts: readonly Draft[], { post, wait }: Outside) => {
  let state: BuilderState = { drafts, saves: {} };
  const listeners = new Set<() => void>();
  const pauses = new Map<string, () => void>();
  const sending = new Map<string, Promise<SaveState>>();

  const set = (part: Partial<BuilderState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const mark = (key: string, save: SaveState): SaveState => {
    set({ saves: { ...state.saves, [key]: save } });
    return save;
  };
  const find = (key: string) => state.drafts.find((draft) => draft.key === key);
  const replace = (key: string, part: Partial<Draft>) => set({ drafts: state.drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)) });
  const later = (key: string, ms: number) => {
    pauses.get(key)?.();
    pauses.set(
      key,
      wait(ms, () => void save(key)),
    );
  };

  const sendOne = async (key: string, newKey?: string): Promise<SaveState> => {
    const draft = find(key);
    if (!draft) return { status: "saved" };
    mark(key, { status: "saving" });
    const reply = await post(draft, newKey).catch((): SaveReply => ({ kind: "later" }));
    if (reply.kind === "conflict") return mark(key, { status: "conflict", current: reply.current });
    if (reply.kind === "refused") return mark(key, { status: "refused", problems: reply.problems });
    if (reply.kind === "later") {
      later(key, retryMs);
      return mark(key, { status: "waiting" });
    }
    const changedMeanwhile = find(key) !== draft;
    replace(key, { revision: reply.revision, key: reply.key });
    if (changedMeanwhile) later(reply.key, 0);
    return mark(reply.key, { status: changedMeanwhile ? "dirty" : "saved" });
  };

  /** Saves now; a save of the same question that is under way is waited for. */
  const save = async (key: string, newKey?: string): Promise<SaveState> => {
    pauses.get(key)?.();
    pauses.delete(key);
    await sending.get(key);
    const sent = sendOne(key, newKey);
    sending.set(key, sent);
    const result = await sent;
    if (sending.get(key) === sent) sending.delete(key);
    return result;
  };

  const isSettled = (key: string) => !state.saves[key] || state.saves[key].status === "saved";

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (key: string, part: Partial<Question>): void => {
      replace(key, part);
      if (state.saves[key]?.status === "conflict") return;
      mark(key, { status: "dirty" });
      later(key, typingPauseMs);
    },
    save,
    /** Everything that is not saved yet, before the order or number of questions changes. */
    saveAll: async (): Promise<void> => {
      for (const { key } of state.drafts) if (state.saves[key]?.status === "dirty" || sending.has(key)) await save(key);
    },
    /** What the server has now, except where something newer is being written here. */
    adopt: (fresh: readonly Draft[]): void => set({ drafts: fresh.map((draft) => (isSettled(draft.key) ? draft : (find(draft.key) ?? draft))) }),
    keepMine: (key: string): Promise<SaveState> => {
      const current = state.saves[key]?.current;
      if (current) replace(key, { revision: current.revision });
      return save(key);
    },
    takeTheirs: (key: string): void => {
      const current = state.saves[key]?.current;
      if (current) replace(key, current);
      mark(key, { status: "saved" });
    },
  };
};
