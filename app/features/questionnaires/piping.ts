// What stands in a question for something else: `{p}` for what is being tried, `{answer:key}` for what somebody said before.
import { localized, type Locale, type LocalizedText } from "~/core/locale";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";
import { typeOf } from "./types/registry";

/** `code` is shown apart, so that a page can set it off; `text` is everything around it. */
export type PipedPart = { kind: "text" | "code"; text: string };

/** What is known about the response: its blind code, and the questions and answers so far. */
export type Told = { code: string | null; questions?: readonly Question[]; given?: Given };

const names: Record<"coded" | "plain", LocalizedText> = {
  coded: { en: "sample ", id: "contoh " },
  plain: { en: "this product", id: "produk ini" },
};

type Piped = { text: LocalizedText; config: unknown };

const answerMark = /\{answer:([a-z][a-z0-9_]{0,39})\}/g;

/** The keys of the questions whose answers a text repeats. */
export const repeatedIn = (text: LocalizedText): string[] => [...`${text.en} ${text.id}`.matchAll(answerMark)].map((match) => match[1] as string);

const attributeOf = (config: unknown): LocalizedText | null =>
  typeof config === "object" && config !== null && "attribute" in config ? (config.attribute as LocalizedText) : null;

/** An answer in the middle of a sentence; an ellipsis where there is none. */
const repeated = (text: string, { questions = [], given = {} }: Told, locale: Locale): string =>
  text.replaceAll(answerMark, (_mark, key: string) => {
    const question = questions.find((each) => each.key === key);
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (!question || value === undefined || value === null) return "…";
    return typeOf(question.type).describe(question.config, value, locale).replaceAll("\n", ", ");
  });

/** `{p}` cut apart from the words around it. */
const cut = (whole: string, code: string | null, locale: Locale): PipedPart[] =>
  whole.split("{p}").flatMap((text, index): PipedPart[] => {
    const before =
      index === 0
        ? []
        : code === null
          ? [{ kind: "text" as const, text: names.plain[locale] }]
          : [
              { kind: "text" as const, text: names.coded[locale] },
              { kind: "code" as const, text: code },
            ];
    return [...before, ...(text ? [{ kind: "text" as const, text }] : [])];
  });

const joined = (parts: PipedPart[]): string => parts.map((part) => part.text).join("");

/** A sentence begins with a capital, also where it begins with what stands for the product. */
const capitalised = (text: string, whole: string): string => (whole.startsWith("{p}") ? text.charAt(0).toUpperCase() + text.slice(1) : text);

export const pipe = (question: Piped, told: Told, locale: Locale): PipedPart[] => {
  const whole = localized(question.text, locale).replaceAll("{attr}", localized(attributeOf(question.config), locale));
  const parts = cut(whole, told.code, locale).map((part) => (part.kind === "text" ? { ...part, text: repeated(part.text, told, locale) } : part));
  return parts.map((part, index) => (index === 0 && part.kind === "text" ? { ...part, text: capitalised(part.text, whole) } : part));
};

export const pipeToText = (question: Piped, told: Told, locale: Locale): string => joined(pipe(question, told, locale));

export const pipeText = (text: string, told: Told, locale: Locale): string => capitalised(joined(cut(repeated(text, told, locale), told.code, locale)), text);

const isText = (value: object): value is LocalizedText => "en" in value && "id" in value && typeof value.en === "string" && typeof value.id === "string";

/** The same configuration with everything that stands for something else put into words. Untouched where nothing does. */
export const pipeConfig = <Config>(config: Config, told: Told): Config => {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    if (isText(value)) return { en: pipeText(value.en, told, "en"), id: pipeText(value.id, told, "id") };
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return /\{p\}|\{answer:/.test(JSON.stringify(config)) ? (walk(config) as Config) : config;
};
