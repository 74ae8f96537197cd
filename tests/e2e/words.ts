// The words on the pages come from the catalogues, so that a story finds what a person would read.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "~/core/locale";
import { translator, type Strings, type Translate } from "~/i18n/translate";

const catalogues = fileURLToPath(new URL("../../app/i18n", import.meta.url));

const load = (locale: Locale): Strings => {
  const strings: Record<string, string> = {};
  for (const audience of ["community", "staff"])
    for (const file of readdirSync(path.join(catalogues, locale, audience)))
      for (const [key, text] of Object.entries<string>(JSON.parse(readFileSync(path.join(catalogues, locale, audience, file), "utf8"))))
        strings[`${path.basename(file, ".json")}.${key}`] = text;
  return strings;
};

const strict = (locale: Locale): Translate => {
  const translate = translator(load(locale), locale);
  return (key, values) => {
    const text = translate(key, values);
    if (text === key) throw new Error(`There are no words for ${key} in ${locale}.`);
    return text;
  };
};

/** A story asks only for words that exist. */
export const words: Record<Locale, Translate> = { id: strict("id"), en: strict("en") };
