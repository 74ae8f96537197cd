import { expect, test } from "vitest";
import { both } from "../types/question-type";
import { createBuilderStore, type Draft, type SaveReply } from "./builder-store";

const draft = (key: string): Draft => ({
  key,
  type: "photo",
  text: both("One", "Satu"),
  help: both("", ""),
  required: false,
  dataClass: "ordinary",
  section: null,
  config: { max: 1 },
  revision: 1,
});

const setUp = (replies: SaveReply[]) => {
  const posted: Draft[] = [];
  const timers: (() => void)[] = [];
  const store = createBuilderStore([draft("a"), draft("b")], {
    post: (each) => {
      posted.push(each);
      return Promise.resolve(replies.shift() ?? { kind: "later" });
    },
    wait: (_ms, then) => {
      timers.push(then);
      return () => void timers.splice(timers.indexOf(then), 1);
    },
  });
  return { store, posted, timers };
};

test("what is typed shows at once and is saved once after a pause", async () => {
  const { store, posted, timers } = setUp([{ kind: "saved", key: "a", revision: 2 }]);
  store.change("a", { text: both("On", "Sat") });
  store.change("a", { text: both("Only", "Satu saja") });
  expect(store.state().drafts[0]?.text.en).toBe("Only");
  expect(posted).toEqual([]);
  expect(timers).toHaveLength(1);
  await store.save("a");
  expect(posted).toHaveLength(1);
  expect(store.state()).toMatchObject({ saves: { a: { status: "saved" } }, drafts: [{ revision: 2 }, {}] });
});

test("what is typed while a save is under way is saved after it", async () => {
  const { store, posted, timers } = setUp([
    { kind: "saved", key: "a", revision: 2 },
    { kind: "saved", key: "a", revision: 3 },
  ]);
  const first = store.save("a");
  await Promise.resolve();
  store.change("a", { required: true });
  await first;
  expect(store.state().drafts[0]).toMatchObject({ required: true, revision: 2 });
  expect(store.state().saves.a?.status).toBe("dirty");
  timers.at(-1)?.();
  await store.save("a");
  expect(posted.at(-1)).toMatchObject({ required: true });
});

test("a colleague's version is shown, and neither is lost before somebody decides", async () => {
  const theirs = { ...draft("a"), text: both("Theirs", "Punya mereka"), revision: 5 };
  const { store, posted } = setUp([
    { kind: "conflict", current: theirs },
    { kind: "saved", key: "a", revision: 6 },
  ]);
  store.change("a", { text: both("Mine", "Punyaku") });
  await store.save("a");
  store.adopt([theirs, draft("b")]);
  expect(store.state()).toMatchObject({ drafts: [{ text: { en: "Mine" } }, {}], saves: { a: { status: "conflict", current: theirs } } });
  await store.keepMine("a");
  expect(posted.at(-1)).toMatchObject({ text: { en: "Mine" }, revision: 5 });
});

test("without a connection the text stays and is sent again", async () => {
  const { store, timers } = setUp([{ kind: "later" }, { kind: "saved", key: "a", revision: 2 }]);
  store.change("a", { required: true });
  expect((await store.save("a")).status).toBe("waiting");
  expect(timers).toHaveLength(1);
  await store.save("a");
  expect(store.state().saves.a?.status).toBe("saved");
});

test("a new name follows the question", async () => {
  const { store } = setUp([{ kind: "saved", key: "aroma", revision: 2 }]);
  await store.save("a", "aroma");
  expect(store.state().drafts.map((each) => each.key)).toEqual(["aroma", "b"]);
});
