// All strings of both languages, for rendering on the server and for mails.
import type { Locale } from "~/core/locale";
import { strings as communityEn } from "./catalogues/community.en";
import { strings as communityId } from "./catalogues/community.id";
import { strings as staffEn } from "./catalogues/staff.en";
import { strings as staffId } from "./catalogues/staff.id";
import { translator, type Strings, type Translate } from "./translate";

export const allStrings: Record<Locale, Strings> = { en: { ...communityEn, ...staffEn }, id: { ...communityId, ...staffId } };

const translators: Record<Locale, Translate> = { en: translator(allStrings.en, "en"), id: translator(allStrings.id, "id") };
export const translatorFor = (locale: Locale): Translate => translators[locale];
