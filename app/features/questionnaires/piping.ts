// `{p}` in a question stands for what is being tried: "sample 482" where there is a blind code, "this product" where there is none.
import { localized, type Locale, type LocalizedText } from "~/core/locale";

/** `code` is shown apart, so that a page can set it off; `text` is everything around it. */
export type PipedPart = { kind: "text" | "code"; text: string };

const names: Record<"coded" | "plain", LocalizedText> = {
  coded: { en: "sample ", id: "contoh " },
  plain: { en: "this product", id: "produk ini" },
};

type Piped = { text: LocalizedText; config: unknown };

const attributeOf = (config: unknown): LocalizedText | null =>
  typeof config === "object" && config !== null && "attribute" in config ? (config.attribute as LocalizedText) : null;

export const pipe = (question: Piped, code: string | null, locale: Locale): PipedPart[] => {
  const whole = localized(question.text, locale).replaceAll("{attr}", localized(attributeOf(question.config), locale));
  return whole.split("{p}").flatMap((text, index): PipedPart[] => {
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
};

export const pipeToText = (question: Piped, code: string | null, locale: Locale): string =>
  pipe(question, code, locale)
    .map((part) => part.text)
    .join("");
