import { describe, expect, it } from "vitest";
import { shampooOpenAnswers } from "../../../db/seed/texts/trials-open-answers";
import { groupAnswers } from "./group-answers";
import { normalWords, writtenForms } from "./normal-words";

const stems = (text: string) => normalWords(text).map(({ stem }) => stem);

describe("the words of an answer", () => {
  it("are the same however they are spelled, with whatever affixes", () => {
    expect(stems("Dibilasnya gampang")).toEqual(stems("bilasan mudah"));
    expect(stems("wanginya segerrr")).toEqual(stems("wangi segar"));
    expect(stems("The smells were too strong")).toEqual(stems("it smelled strong"));
  });

  it("tell what is denied from what is not, also in slang", () => {
    expect(stems("gak lengket")).toEqual(stems("tidak lengket"));
    expect(stems("gak lengket")).not.toEqual(stems("lengket"));
    expect(stems("not sticky")).toEqual(["not sticky"].map((each) => stems(each)[0]));
  });

  it("are looked for in every way in which they are written", () => {
    expect(writtenForms("tidak")).toEqual(expect.arrayContaining(["tidak", "gak", "nggak", "tdk"]));
    expect(writtenForms("nggak")).toContain("tidak");
  });
});

describe("answers that look alike", () => {
  const texts = [
    ...["terlalu manis", "manisnya berlebihan, gulanya banyak", "gula kebanyakan, kemanisan", "Kurang suka, manis banget", "manis dan gula terasa"],
    ...["tutupnya susah dibuka", "Tutup botol sulit dibuka", "tutup keras sekali, tidak bisa dibuka", "buka tutupnya susah"],
    ...["harga mahal", "mahal buat kami", "harganya kemahalan, mahal"],
  ].map((text, id) => ({ id, text }));

  it("are put together by the words they share, the same way every time", () => {
    const groups = groupAnswers(texts, "seed");
    expect(groups).toEqual(groupAnswers(texts, "seed"));
    expect(groups.map(({ words }) => words[0])).toEqual(expect.arrayContaining(["manis", "tutup", "mahal"]));
    const sweet = groups.find(({ words }) => words.includes("manis"))!;
    expect(sweet.ids.every((id) => id < 5)).toBe(true);
  });

  it("are never found among a handful, among empty ones, or among those that share nothing", () => {
    expect(groupAnswers(texts.slice(0, 3), "seed")).toEqual([]);
    expect(
      groupAnswers(
        texts.map(({ id }) => ({ id, text: "…" })),
        "seed",
      ),
    ).toEqual([]);
    expect(
      groupAnswers(
        ["apel", "bulan", "cermin", "dapur", "ember", "fajar", "garpu"].map((text, id) => ({ id, text })),
        "seed",
      ),
    ).toEqual([]);
  });

  it("agree with what a moderator would sort together in the sample answers, more often than not", () => {
    const answers = shampooOpenAnswers.map(({ body, themes }, id) => ({ id, text: body, themes }));
    const groups = groupAnswers(answers, "seed");
    expect(groups.length).toBeGreaterThan(2);
    const pure = groups.map(({ ids }) => {
      const counts = new Map<string, number>();
      for (const id of ids) for (const theme of answers[id]!.themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
      return Math.max(0, ...counts.values()) / ids.length;
    });
    expect(pure.filter((share) => share >= 0.5).length / pure.length).toBeGreaterThan(0.5);
  });
});
