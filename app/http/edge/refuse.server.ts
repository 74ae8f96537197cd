// How the edge says no: a status, and a short page in the reader's language that needs nothing else.
import type { Request, Response } from "express";
import { translatorFor } from "~/i18n/strings.server";
import type { TranslationKey } from "~/i18n/keys";
import { paths } from "~/paths";
import { negotiateLocale } from "../language.server";
import { refusalPage } from "../refusal-page";

type Title = Extract<TranslationKey, `errors.${string}`>;

const titles: Record<number, Title> = {
  400: "errors.not_found_title",
  403: "errors.not_sent_from_here_title",
  404: "errors.not_found_title",
  405: "errors.not_found_title",
  413: "errors.too_large_title",
  421: "errors.wrong_address_title",
  429: "errors.busy_title",
  500: "errors.broken_title",
  503: "errors.busy_title",
};

type Refusal = { status: number; retryAfterSeconds?: number; allow?: string };

/** Answers at once; a body that is still arriving is read to its end and thrown away. */
export const refuse = (request: Request, response: Response, { status, retryAfterSeconds, allow }: Refusal): void => {
  if (response.headersSent) return void response.end();
  const locale = negotiateLocale(request.headers.cookie ?? null, request.headers["accept-language"] ?? null);
  const t = translatorFor(locale);
  const title = t(titles[status] ?? "errors.broken_title");
  response.statusCode = status;
  if (retryAfterSeconds !== undefined) response.setHeader("Retry-After", String(Math.max(1, Math.ceil(retryAfterSeconds))));
  if (allow) response.setHeader("Allow", allow);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  // At an address that is not ours no path leads anywhere.
  const body = refusalPage(locale, { title, back: status === 421 ? undefined : { to: paths.home(), label: t("errors.go_home") } });
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.end(request.method === "HEAD" ? undefined : body);
};
