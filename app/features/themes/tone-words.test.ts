import { expect, it } from "vitest";
import { shampooOpenAnswers } from "../../../db/seed/texts/trials-open-answers";
import { soundOf } from "./tone-words";

it.each([
  ["Lembut banget habis kering", "mixed"],
  ["gak lengket dan enteng", "positive"],
  ["tidak enak", "negative"],
  ["terlalu wangi", "negative"],
  ["kurang bersih", "negative"],
  ["wanginya enak tapi botolnya bocor", "mixed"],
  ["not sticky, easy to rinse", "positive"],
  ["too strong", "negative"],
  ["it isn't bad", "positive"],
  ["Botol warna biru", "none"],
  ["", "none"],
  ["نظيف 💧", "none"],
])("%s sounds %s", (text, sound) => {
  expect(soundOf(text)).toBe(sound);
});

it("is more often right than wrong on what people like and dislike in the sample, and says nothing where it knows no word", () => {
  const heard = shampooOpenAnswers
    .filter(({ themes }) => themes.length > 0)
    .map(({ question, body }) => ({ is: question === "likes" ? "positive" : "negative", heard: soundOf(body) }));
  const told = heard.filter(({ heard: sound }) => sound !== "none");
  expect(told.filter(({ is, heard: sound }) => is === sound).length / told.length).toBeGreaterThan(0.5);
});
