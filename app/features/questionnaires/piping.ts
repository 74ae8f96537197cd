// What stands in a question for something else: `{p}` for what is being tried, `{answer:key}` for what somebody said before.
import { localized, type Locale, type LocalizedText } from "~/core/locale";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";
import { typeOf } from "./types/registry";

/** `code` is shown apart, so that a page can set it off; `text` is everything around it. */
export type PipedPart = { kind: "text" | "code"; text: string };

/** What is known about the response: the blind codes of what it is about (both of a pair), and the questions and answers so far. */
export type Told = { codes: readonly string[]; questions?: readonly Question[]; given?: Given };

const names: Record<"coded" | "several" | "and" | "plain" | "plainPair", LocalizedText> = {
  coded: { en: "sample ", id: "contoh " },
  several: { en: "samples ", id: "contoh " },
  and: { en: " and ", id: " dan " },
  plain: { en: "this product", id: "produk ini" },
  plainPair: { en: "these two products", id: "kedua produk ini" },
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

const comparesSamples = (config: unknown): config is { between: "samples"; pair?: { value: string }[] } =>
  typeof config === "object" && config !== null && "between" in config && config.between === "samples";

/** What stands for the product: its code, both codes where it is about two, or words where no code is known. */
const productIn = (codes: readonly string[], isPair: boolean, locale: Locale): PipedPart[] =>
  codes.length === 0
    ? [{ kind: "text", text: names[isPair ? "plainPair" : "plain"][locale] }]
    : codes.flatMap((code, index): PipedPart[] => [
        { kind: "text", text: index > 0 ? names.and[locale] : names[codes.length > 1 ? "several" : "coded"][locale] },
        { kind: "code", text: code },
      ]);

/** `{p}` cut apart from the words around it. */
const cut = (whole: string, product: readonly PipedPart[]): PipedPart[] =>
  whole.split("{p}").flatMap((text, index): PipedPart[] => [...(index === 0 ? [] : product), ...(text ? [{ kind: "text" as const, text }] : [])]);

const joined = (parts: PipedPart[]): string => parts.map((part) => part.text).join("");

/** A sentence begins with a capital, also where it begins with what stands for the product. */
const capitalised = (text: string, whole: string): string => (whole.startsWith("{p}") ? text.charAt(0).toUpperCase() + text.slice(1) : text);

export const pipe = (question: Piped, told: Told, locale: Locale): PipedPart[] => {
  const whole = localized(question.text, locale).replaceAll("{attr}", localized(attributeOf(question.config), locale));
  // Which of two is preferred is asked about both, left one first, also where everything else is about one.
  const isPair = comparesSamples(question.config);
  const codes = (comparesSamples(question.config) && question.config.pair?.map(({ value }) => value)) || told.codes;
  const parts = cut(whole, productIn(codes, isPair, locale)).map((part) =>
    part.kind === "text" ? { ...part, text: repeated(part.text, told, locale) } : part,
  );
  return parts.map((part, index) => (index === 0 && part.kind === "text" ? { ...part, text: capitalised(part.text, whole) } : part));
};

export const pipeToText = (question: Piped, told: Told, locale: Locale): string => joined(pipe(question, told, locale));

export const pipeText = (text: string, told: Told, locale: Locale): string =>
  capitalised(joined(cut(repeated(text, told, locale), productIn(told.codes, false, locale))), text);

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
