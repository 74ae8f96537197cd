// From an HTTP request to the context of a use case. The session is looked up once per request, however many loaders run.
import type { AppLoadContext } from "@remix-run/node";
import { visitor, type Context } from "~/core/context";
import { isLocale, type Locale } from "~/core/locale";
import { database } from "~/platform/database.server";
import { findSignedIn, type SignedIn } from "~/platform/sessions.server";

export type Theme = "system" | "light" | "dark";
export type RequestContext = { ctx: Context; theme: Theme };

const cookieValue = (header: string | null, name: string): string | null => header?.match(new RegExp(`(?:^|;\\s*)${name}=([^;]*)`))?.[1] ?? null;

/** The language asked for: by cookie, else by the browser's preference, else Indonesian. */
export const negotiateLocale = (cookie: string | null, acceptLanguage: string | null): Locale => {
  const chosen = cookieValue(cookie, "locale");
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((entry) => isLocale(entry.language) && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (wanted[0]?.language as Locale | undefined) ?? "id";
};

const themeIn = (cookie: string | null): Theme => {
  const chosen = cookieValue(cookie, "theme");
  return chosen === "light" || chosen === "dark" ? chosen : "system";
};

const lookups = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

export const requestContext = async (request: Request, edge: AppLoadContext): Promise<RequestContext> => {
  const cookie = request.headers.get("cookie");
  let lookup = lookups.get(edge);
  if (!lookup) lookups.set(edge, (lookup = findSignedIn(database(), cookie)));
  const signedIn = await lookup;
  return {
    ctx: {
      db: database(),
      actor: signedIn?.actor ?? visitor,
      now: new Date(),
      locale: signedIn?.locale ?? negotiateLocale(cookie, request.headers.get("accept-language")),
    },
    theme: signedIn?.theme ?? themeIn(cookie),
  };
};
