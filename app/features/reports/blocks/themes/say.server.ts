import type { LocalizedText } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import type { ResultCell } from "../../question-result";
import { textCell } from "../../result-parts.server";
import { smallestGroup } from "../../report";
import { inBoth } from "../../sentences.server";

/** A sentence about themes in both languages; values that are texts are put in by language. */
export const sayTheme = (key: string, values: Record<string, string | number> = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, _format, pick) =>
    t(`themes.block_${key}` as TranslationKey, { ...values, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])) }),
  );

/** Instead of a number that so few stand behind that somebody could be recognised. */
export const tooFewCell = (): ResultCell => textCell(sayTheme("too_few", { least: smallestGroup }));
