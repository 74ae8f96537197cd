// The reader's language for components: `useT()` for sentences, `useFormat()` for dates and numbers.
import { createContext, useContext, type ReactNode } from "react";
import type { Locale } from "~/core/locale";
import { formatter, type Format } from "./format";
import { translator, type Strings, type Translate } from "./translate";

type Language = { locale: Locale; t: Translate; format: Format };

/** The strings there are: on the server all of them, in the browser those that entry.client.tsx loaded before hydration. */
export const StringsContext = createContext<Partial<Record<Locale, Strings>>>({});

const noStrings: Strings = {};
const languages = new WeakMap<Strings, Language>();

/** Made once for each set of strings: the formatters of `Intl` are slow to make, and the server would make them for every page. */
const languageOf = (locale: Locale, strings: Strings): Language => {
  const known = languages.get(strings);
  if (known?.locale === locale) return known;
  const language = { locale, t: translator(strings, locale), format: formatter(locale) };
  languages.set(strings, language);
  return language;
};

const LanguageContext = createContext<Language | null>(null);

export const LanguageProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => {
  const strings = useContext(StringsContext)[locale] ?? noStrings;
  return <LanguageContext.Provider value={languageOf(locale, strings)}>{children}</LanguageContext.Provider>;
};

const useLanguage = (): Language => {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("There is no LanguageProvider above this component");
  return language;
};

export const useT = (): Translate => useLanguage().t;
export const useFormat = (): Format => useLanguage().format;
export const useLocale = (): Locale => useLanguage().locale;

/** Shows a sentence whose `<b>` and `<i>` parts stand out. No other tag is understood. */
export const Rich = ({ text }: { text: string }) => (
  <>
    {text.split(/(<b>.*?<\/b>|<i>.*?<\/i>)/g).map((part, index) => {
      const inner = part.slice(3, -4);
      if (part.startsWith("<b>")) return <b key={index}>{inner}</b>;
      if (part.startsWith("<i>")) return <i key={index}>{inner}</i>;
      return part;
    })}
  </>
);
