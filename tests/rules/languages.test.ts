// Both languages say everything, with the same values in the same sentences, and nothing that nobody asks for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const catalogues = "app/i18n";
const files = ["community", "staff"].flatMap((audience) => readdirSync(join(catalogues, "en", audience)).map((name) => join(audience, name)));
const read = (locale: string, file: string) => JSON.parse(readFileSync(join(catalogues, locale, file), "utf8")) as Record<string, string>;
/** The name a sentence is asked for by: plural forms have both `_one` and `_other` in English. */
const stemIn = (english: Record<string, string>) => (key: string) => {
  const bare = key.replace(/_(one|other)$/, "");
  return `${bare}_one` in english ? bare : key;
};
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [join(folder, entry.name)] : [],
  );

describe.each(files)("%s", (file) => {
  const en = read("en", file);
  const id = read("id", file);
  const stem = stemIn(en);

  it("says the same things in English and Indonesian", () => {
    const inEnglish = new Set(Object.keys(en).map(stem));
    const inIndonesian = new Set(Object.keys(id).map(stem));
    expect([...inIndonesian].filter((key) => !inEnglish.has(key))).toEqual([]);
    expect([...inEnglish].filter((key) => !inIndonesian.has(key))).toEqual([]);
  });

  it("speaks of the same values in both", () => {
    for (const [key, sentence] of Object.entries(en)) {
      if (key.endsWith("_one") && stem(key) !== key) continue;
      expect(placeholders(id[key] ?? id[stem(key)] ?? ""), key).toEqual(placeholders(sentence));
    }
  });

  it("keeps a percent sign on the line of its number", () => {
    expect(Object.entries({ ...en, ...id }).filter(([, sentence]) => / %/.test(sentence))).toEqual([]);
  });

  // METHODS §0 has one word for each degree of sureness, and so has each language.
  it("says how sure it is in the same word everywhere", () => {
    const sure = { en: { clearly: /\bclearly\b/i, probably: /\bprobably\b/i }, id: { clearly: /\bjelas\b/i, probably: /\bkemungkinan\b/i } };
    for (const word of ["clearly", "probably"] as const) {
      const wrong = (said: Record<string, string>, pattern: RegExp) =>
        Object.entries(said).filter(([key, sentence]) => new RegExp(`_${word}(_one|_other)?$`).test(key) && !pattern.test(sentence));
      expect([...wrong(en, sure.en[word]), ...wrong(id, sure.id[word])]).toEqual([]);
    }
  });

  it("leaves no sentence empty and gives Indonesian one plural form", () => {
    expect(Object.entries({ ...en, ...id }).filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
    expect(Object.keys(id).filter((key) => key.endsWith("_one") && stem(key) !== key)).toEqual([]);
  });
});

describe("the catalogues", () => {
  it("hold no sentence that no page, mail or job asks for", () => {
    const source = filesBelow("app")
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    // A key made from a template, such as `ideas.status_${status}`, counts for everything that starts like it.
    const madeUp = [...source.matchAll(/`(\w+\.\w*)\$\{/g)].map((match) => match[1] as string);
    const unused = files.flatMap((file) => {
      const namespace = file.replace(/^.*[\\/]|\.json$/g, "");
      const en = read("en", file);
      const stem = stemIn(en);
      return Object.keys(en)
        .map((key) => `${namespace}.${stem(key)}`)
        .filter((key) => !source.includes(`"${key}"`) && !madeUp.some((prefix) => key.startsWith(prefix)));
    });
    expect([...new Set(unused)]).toEqual([]);
  });
});
