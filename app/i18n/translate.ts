// One small `t`, the same on the server and in the browser. Catalogues are in the format of i18next, so that translation tools read them.
import type { Locale } from "~/core/locale";
import type { TranslationKey } from "./keys";

export type Strings = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: TranslationKey, values?: Values) => string;

const fill = (template: string, values: Values | undefined, numbers: Intl.NumberFormat): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });

/** `Intl` locale of a language of ours: British English for dates, as the day comes first in both. */
export const intlLocale = (locale: Locale): string => (locale === "id" ? "id-ID" : "en-GB");

/**
 * A sentence in the reader's language. `{name}` is replaced by `values.name`, numbers in the language's own form; `values.count` chooses the plural.
 * A missing key shows itself, so that it is seen; a test keeps both languages complete.
 */
export const translator = (strings: Strings, locale: Locale): Translate => {
  const plural = new Intl.PluralRules(intlLocale(locale));
  const numbers = new Intl.NumberFormat(intlLocale(locale));
  return (key, values) => {
    const count = values?.count;
    const template = (typeof count === "number" ? (strings[`${key}_${plural.select(count)}`] ?? strings[`${key}_other`]) : undefined) ?? strings[key];
    return template === undefined ? key : fill(template, values, numbers);
  };
};
