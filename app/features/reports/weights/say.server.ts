// Words and cells that all weighted tables share.
import type { LocalizedText } from "~/core/locale";
import type { Format } from "~/i18n/format";
import type { TranslationKey } from "~/i18n/keys";
import type { ResultCell } from "../question-result";
import { cell, plainText } from "../result-parts.server";
import { inBoth } from "../sentences.server";

export type Values = Record<string, string | number>;

/** A sentence in both languages, its numbers written as each language writes them. */
export const say = (key: string, values: Values | ((format: Format) => Values) = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, format, pick) =>
    t(`segments.${key}` as TranslationKey, {
      ...(typeof values === "function" ? values(format) : values),
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])),
    }),
  );

export const heads = (...keys: string[]): LocalizedText[] => keys.map((key) => (key === "n" || key === "p" ? plainText(key) : say(`head_${key}`)));

/** Equally weighted people who would tell as much, with one decimal so that it is not taken for a count. */
export const effectiveCell = (n: number | null): ResultCell => cell("score", n === null ? null : Math.round(n * 10) / 10);
