// Sentences and cells that the pages of comparisons share.
import type { LocalizedText } from "~/core/locale";
import type { Format } from "~/i18n/format";
import type { TranslationKey } from "~/i18n/keys";
import { inBoth } from "../sentences.server";

type Values = Record<string, string | number>;

export const sayCompared = (key: string, values: Values | ((format: Format) => Values) = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, format, pick) =>
    t(`segments.compare_${key}` as TranslationKey, {
      ...(typeof values === "function" ? values(format) : values),
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])),
    }),
  );
