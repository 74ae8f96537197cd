// The languages Kawan speaks, and texts that staff write in both.

export const locales = ["en", "id"] as const;
export type Locale = (typeof locales)[number];
export const isLocale = (value: unknown): value is Locale => value === "en" || value === "id";

/** A text in both languages. Either may be empty while a draft is being written. */
export type LocalizedText = { en: string; id: string };

/** The text in the reader's language, or in the other one where it is missing. */
export const localized = (text: LocalizedText | null | undefined, locale: Locale): string => (text ? text[locale] || text[locale === "en" ? "id" : "en"] : "");
