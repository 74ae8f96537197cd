import { describe, expect, test } from "vitest";
import type { Question } from "../questionnaire";
import { both } from "../types/question-type";
import { createOutbox, type SaveReply } from "./outbox";
import { readUnsent, writeUnsent, type Unsent, type UnsentAnswers } from "./unsent";

const question = (key: string): Question => ({
  key,
  type: "open_text",
  text: both("?", "?"),
  help: both("", ""),
  required: true,
  dataClass: "ordinary",
  section: null,
  config: { minLength: 0, maxLength: 100, offersIdea: false },
});
const questions = [question("likes"), question("dislikes")];
const says = (text: string): [string, string][] => [["answer.likes", text]];
const saved = (value: unknown, revision: number): SaveReply => ({ kind: "saved", answer: { status: "answered", value, revision } });

const setUp = (replies: (SaveReply | Error | ((entry: Unsent) => SaveReply))[]) => {
  const posted: { key: string; entry: Unsent }[] = [];
  let kept: UnsentAnswers = {};
  const timers: (() => void)[] = [];
  const outbox = createOutbox(
    questions,
    {},
    {
      post: (key, entry) => {
        posted.push({ key, entry });
        const reply = replies.shift() ?? new Error("nothing answers");
        if (reply instanceof Error) return Promise.reject(reply);
        return Promise.resolve(typeof reply === "function" ? reply(entry) : reply);
      },
      keep: (entries) => void (kept = entries),
      wait: (_ms, then) => {
        timers.push(then);
        return () => void timers.splice(timers.indexOf(then), 1);
      },
    },
  );
  return { outbox, posted, timers, kept: () => kept };
};

describe("an answer that is on its way", () => {
  test("is kept until the server has confirmed it, and then no longer", async () => {
    const { outbox, kept } = setUp([saved("Enak", 1)]);
    const sent = outbox.save("likes", says("Enak"), 900, 0);
    expect(kept()).toHaveProperty("likes");
    expect(await sent).toBe("saved");
    expect(kept()).toEqual({});
    expect(outbox.state()).toMatchObject({ status: "saved", answers: { likes: { value: "Enak" } } });
  });

  test("stays here when the network is gone, lets the person go on, and is sent again with all the time it took", async () => {
    const { outbox, posted, timers, kept } = setUp([new Error("offline"), saved("Enak sekali", 1)]);
    expect(await outbox.save("likes", says("Enak"), 900, 0)).toBe("kept");
    expect(outbox.state().status).toBe("waiting");
    expect(kept()).toHaveProperty("likes");
    expect(timers).toHaveLength(1);
    expect(await outbox.save("likes", says("Enak sekali"), 600, 1)).toBe("saved");
    expect(posted[1]?.entry).toMatchObject({ fields: says("Enak sekali"), shownMs: 1500, revision: 0 });
  });

  test("is not lost when the session ends", async () => {
    const { outbox, kept } = setUp([{ kind: "signed_out" }]);
    expect(await outbox.save("likes", says("Enak"), 0, 0)).toBe("kept");
    expect(outbox.state().status).toBe("signed_out");
    expect(kept()).toHaveProperty("likes");
  });

  test("what is typed while it is sent goes after it, on the revision it made", async () => {
    const { outbox, posted } = setUp([saved("Enak", 4), saved("Enak!", 5)]);
    const first = outbox.save("likes", says("Enak"), 0, 0);
    await Promise.resolve();
    const second = outbox.save("likes", says("Enak!"), 0, 0);
    await Promise.all([first, second]);
    expect(posted.map(({ entry }) => [entry.fields, entry.revision])).toEqual([
      [says("Enak"), 0],
      [says("Enak!"), 4],
    ]);
    expect(outbox.state().answers.likes).toMatchObject({ value: "Enak!", revision: 5 });
  });
});

describe("another window", () => {
  const theirs = { status: "answered" as const, value: "Dari sana", revision: 7 };

  test("that saved something else is shown, and nothing is sent until somebody decided", async () => {
    const { outbox, posted } = setUp([{ kind: "conflict", current: theirs }, saved("Dari sini", 8)]);
    expect(await outbox.save("likes", says("Dari sini"), 0, 0)).toBe("conflict");
    expect(await outbox.save("likes", says("Dari sini"), 0, 0)).toBe("conflict");
    expect(posted).toHaveLength(1);
    expect(await outbox.keepMine("likes")).toBe("saved");
    expect(posted[1]?.entry.revision).toBe(7);
  });

  test("may be believed", async () => {
    const { outbox, kept } = setUp([{ kind: "conflict", current: theirs }]);
    await outbox.save("likes", says("Dari sini"), 0, 0);
    outbox.takeTheirs("likes");
    expect(outbox.state().answers.likes).toEqual(theirs);
    expect(kept()).toEqual({});
  });

  test("is not blamed for what this one sent without hearing back", async () => {
    const own = { status: "answered" as const, value: "Enak", revision: 1 };
    const { outbox, posted } = setUp([new Error("the answer to the request was lost"), { kind: "conflict", current: own }, saved("Enak dan segar", 2)]);
    await outbox.save("likes", says("Enak"), 0, 0);
    expect(await outbox.save("likes", says("Enak dan segar"), 0, 0)).toBe("saved");
    expect(posted[2]?.entry.revision).toBe(1);
    expect(outbox.state().conflicts).toEqual({});
  });
});

test("what was refused is told with its reason and not sent for ever", async () => {
  const { outbox, kept } = setUp([{ kind: "refused", problems: { "answer.likes": { key: "too_long" } } }]);
  expect(await outbox.save("likes", says("…"), 0, 0)).toBe("refused");
  expect(outbox.state().problems.likes).toHaveProperty("answer.likes");
  expect(kept()).toEqual({});
});

describe("what waits on the device", () => {
  const keeper = () => {
    const entries = new Map<string, string>();
    return {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
      key: (index: number) => [...entries.keys()][index] ?? null,
      get length() {
        return entries.size;
      },
    };
  };
  const entry: Unsent = { fields: says("Enak"), revision: 0, shownMs: 0, at: 0 };

  test("is for one person and one response, and thrown away when somebody else answers here", () => {
    const storage = keeper();
    writeUnsent(storage, 1, 10, { likes: entry });
    expect(readUnsent(storage, 1, 10, 1000)).toEqual({ likes: entry });
    expect(readUnsent(storage, 1, 11, 1000)).toEqual({});
    expect(readUnsent(storage, 2, 10, 1000)).toEqual({});
    expect(readUnsent(storage, 1, 10, 1000)).toEqual({});
  });

  test("is gone after a week, and spoiled storage is no obstacle", () => {
    const storage = keeper();
    writeUnsent(storage, 1, 10, { likes: entry });
    expect(readUnsent(storage, 1, 10, 8 * 86_400_000)).toEqual({});
    storage.setItem("kawan.unsent.1.10", "{not json");
    expect(readUnsent(storage, 1, 10, 0)).toEqual({});
  });
});
