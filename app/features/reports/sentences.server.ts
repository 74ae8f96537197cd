// Sentences of a report in both languages at once: a published version keeps the words that it was published with.
import type { LocalizedText } from "~/core/locale";
import { formatter, type Format } from "~/i18n/format";
import { translatorFor } from "~/i18n/strings.server";
import type { Translate } from "~/i18n/translate";

type Say = (t: Translate, format: Format, pick: (text: LocalizedText) => string) => string;

const formats = { en: formatter("en"), id: formatter("id") };

export const inBoth = (say: Say): LocalizedText => ({
  en: say(translatorFor("en"), formats.en, (text) => text.en || text.id),
  id: say(translatorFor("id"), formats.id, (text) => text.id || text.en),
});
