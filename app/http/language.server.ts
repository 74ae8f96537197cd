// Which language and theme a browser asks for, before anybody is signed in.
import { isLocale, type Locale } from "~/core/locale";

export type Theme = "system" | "light" | "dark";

const patterns = { locale: /(?:^|;\s*)locale=([^;]*)/, theme: /(?:^|;\s*)theme=([^;]*)/ } as const;

const languageIn = (acceptLanguage: string): Locale => {
  const wanted = acceptLanguage
    .split(",", 20)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((entry) => isLocale(entry.language) && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (wanted[0]?.language as Locale | undefined) ?? "id";
};

/** The language asked for: by cookie, else by the browser's preference, else Indonesian. */
export const negotiateLocale = (cookie: string | null, acceptLanguage: string | null): Locale => {
  const chosen = cookie ? patterns.locale.exec(cookie)?.[1] : undefined;
  return isLocale(chosen) ? chosen : languageIn(acceptLanguage ?? "");
};

export const themeIn = (cookie: string | null): Theme => {
  const chosen = cookie ? patterns.theme.exec(cookie)?.[1] : undefined;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
};
