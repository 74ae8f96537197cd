// Sentences about what took longer, in both languages.
import type { LocalizedText } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { showMean, showP } from "../numbers";
import { inBoth } from "../sentences.server";

export type Said = string | number | LocalizedText | { share: number } | { number: number; digits?: number } | { mean: number; n: number } | { p: number };

/** A sentence of the catalogue, with texts, shares and numbers written as each language writes them. */
export const sayLater = (key: string, values: Record<string, Said> = {}): LocalizedText =>
  inBoth((t, format, pick) => {
    const written = (value: Said): string | number => {
      if (typeof value !== "object") return value;
      if ("share" in value) return format.percent(value.share);
      if ("number" in value) return format.number(value.number, value.digits ?? 0);
      if ("mean" in value) return showMean(format, value.mean, value.n);
      if ("p" in value) return showP(format, value.p).replace(/^(?=\d)/, "= ");
      return pick(value);
    };
    return t(`later.${key}` as TranslationKey, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])));
  });

/** Small numbers of groups are called by letters. */
export const groupLetter = (group: number): string => String.fromCharCode(65 + group);
