// What stands between a Remix route and a use case: the context, and the one place where an error becomes a status.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { Context } from "~/core/context";
import type { Locale } from "~/core/locale";
import { idFrom } from "~/core/ids";
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired, TooMany, type FieldProblems } from "~/core/errors";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { log } from "~/platform/log.server";
import { requestContext } from "./context.server";
import { readForm } from "./forms.server";
import { negotiateLocale, type Theme } from "./language.server";
import { limitWrites } from "./limits.server";
import { refusalPage } from "./refusal-page";
import { sameOriginPath } from "./same-origin-path";

type PageInput = {
  ctx: Context;
  theme: Theme;
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  edge: LoaderFunctionArgs["context"];
};
type CommandInput = PageInput & { form: FormData };

/** What a form is given back when it could not be carried out: which fields, why, and what the person had typed. */
export type FormReply = {
  problems: FieldProblems;
  values: Record<string, string>;
  /** After a stale version: what stands now, so that both texts can be shown. */
  current?: { revision: number; values: Record<string, string> };
};

const isCurrent = (current: unknown): current is NonNullable<FormReply["current"]> =>
  typeof current === "object" && current !== null && "revision" in current && "values" in current;

const refusal = (error: unknown, status: number, headers?: HeadersInit) =>
  data({ problem: error instanceof Error && "reason" in error ? error.reason : {} }, { status, headers });

/** The address that a person is sent back to after signing in. Only ever a path of ours. */
const signInPath = (url: URL): string => paths.login(url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/") + url.search);

const inputOf = async ({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<PageInput> => {
  const { ctx, theme } = await requestContext(request, context);
  return { ctx, theme, request, url: new URL(request.url), params, edge: context };
};

/** Codes of PostgreSQL and of the driver that mean "not now": a statement took too long, no connection was to be had, the server is restarting. */
const notNow = new Set([
  "57014",
  "53300",
  "55P03",
  "57P01",
  "57P02",
  "57P03",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNREFUSED",
]);

const isBusyDatabase = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  return ("code" in error && notNow.has(String(error.code))) || isBusyDatabase(error.cause);
};

type Asked = { url: URL; edge: LoaderFunctionArgs["context"] };

const comeBack = (error: unknown, { edge }: Asked, status: 429 | 503, seconds: number) => {
  // Pages leave a route's headers behind where an error is shown, so the edge is told.
  edge.retryAfterSeconds = seconds;
  return refusal(error, status, { "Retry-After": String(seconds) });
};

/** Turns what a use case throws into an answer; `resource` answers 401 where a page would lead to the sign-in. */
const answerFor = (error: unknown, asked: Asked, kind: "page" | "resource"): unknown => {
  if (error instanceof Response || (typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit")) return error;
  if (error instanceof SignInRequired) return kind === "page" ? redirect(signInPath(asked.url)) : refusal(error, 401);
  if (error instanceof NotFound) return refusal(error, 404);
  if (error instanceof Forbidden) return refusal(error, 403);
  if (error instanceof Conflict) return refusal(error, 409);
  if (error instanceof Invalid) return refusal(error, 422);
  if (error instanceof TooMany) return comeBack(error, asked, 429, error.retryAfterSeconds);
  const about = { err: error, requestId: asked.edge.requestId, path: asked.url.pathname };
  if (isBusyDatabase(error)) {
    log.warn(about, "the database did not answer in time");
    return comeBack(error, asked, 503, 5);
  }
  log.error(about, "a bug");
  return data({ problem: {}, reference: asked.edge.requestId.slice(0, 8) }, { status: 500 });
};

/** Runs `work` for the request; whatever goes wrong, also while finding out who asks, becomes an answer. */
const answering = async <T>(args: LoaderFunctionArgs | ActionFunctionArgs, kind: "page" | "resource", work: (input: PageInput) => Promise<T>): Promise<T> => {
  try {
    return await work(await inputOf(args));
  } catch (error) {
    throw answerFor(error, { url: new URL(args.request.url), edge: args.context }, kind);
  }
};

/** A loader of a page that people look at. */
export const page =
  <T>(handle: (input: PageInput) => Promise<T>) =>
  (args: LoaderFunctionArgs): Promise<T> =>
    answering(args, "page", handle);

/** The loader of an address that takes an act and has no page but the one that says why it was refused: whoever merely comes here is led on. */
export const leadsTo = (destination: (id: number) => string) =>
  page(async ({ params, edge }) => (edge.isFormBack ? null : redirect(destination(idFrom(params.id)))));

/** A loader that answers with data or a file instead of a page. */
export const resource =
  <T>(handle: (input: PageInput) => Promise<T>) =>
  (args: LoaderFunctionArgs): Promise<T> =>
    answering(args, "resource", handle);

const typedValues = (form: FormData): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !/password|token/i.test(name)) values[name] = value;
  return values;
};

/**
 * An action. Invalid fields (422), a stale version (409) and a limit (429) come back to the same form with what was typed;
 * everything else is thrown to the error page.
 */
export const command =
  <T>(handle: (input: CommandInput) => Promise<T>) =>
  (args: ActionFunctionArgs) =>
    answering(args, "page", async (input) => {
      let form = new FormData();
      try {
        // What was typed is read first, so that a limit gives it back; what is large is not read before it is known to be wanted.
        const isLarge = /^multipart/i.test(args.request.headers.get("content-type") ?? "");
        if (isLarge) await limitWrites(input.ctx, input.url);
        form = await readForm(args.request);
        if (!isLarge) await limitWrites(input.ctx, input.url);
        return await handle({ ...input, form });
      } catch (error) {
        const values = typedValues(form);
        input.edge.isFormBack = true;
        if (error instanceof Invalid) return data<FormReply>({ problems: error.problems, values }, { status: 422 });
        if (error instanceof Conflict) {
          const current = isCurrent(error.current) ? error.current : undefined;
          return data<FormReply>({ problems: { "": { key: error.reason.key ?? "stale", values: error.reason.values } }, values, current }, { status: 409 });
        }
        if (error instanceof TooMany) {
          const reply: FormReply = { problems: { "": { key: "too_many", values: { seconds: error.retryAfterSeconds } } }, values };
          input.edge.retryAfterSeconds = error.retryAfterSeconds;
          return data(reply, { status: 429, headers: { "Retry-After": String(error.retryAfterSeconds) } });
        }
        throw error;
      }
    });

/** What a browser without scripts is shown when an act that has no page of its own was refused: why, and the way back. */
const refusedPage = (error: unknown, args: ActionFunctionArgs, locale: Locale): unknown => {
  const url = new URL(args.request.url);
  const answer = answerFor(error, { url, edge: args.context }, "page");
  if (answer instanceof Response) return answer;
  const { init } = answer as { init: ResponseInit | null };
  const status = init?.status ?? 500;
  const t = translatorFor(locale);
  const { key, values } =
    error instanceof Invalid ? (Object.values(error.problems)[0] ?? {}) : error instanceof Forbidden || error instanceof Conflict ? error.reason : {};
  const kind = status === 404 ? "not_found" : status === 403 ? "forbidden" : status === 429 || status === 503 ? "busy" : status < 500 ? "refused" : "broken";
  const text = key ? t(`errors.${key}` as "errors.stale", values) : t(`errors.${kind}_text`, { reference: args.context.requestId.slice(0, 8) });
  const back = { to: sameOriginPath(args.request.headers.get("referer"), url.origin, paths.home()), label: t("common.back") };
  const headers = new Headers(init?.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  return new Response(refusalPage(locale, { title: t(`errors.${kind}_title`), text, back }), { status, headers });
};

/** An action that has no page of its own: it redirects, or answers a script in JSON, to which a refusal is a status. */
export const endpoint =
  (handle: (input: CommandInput) => Promise<Response>) =>
  async (args: ActionFunctionArgs): Promise<Response> => {
    let locale: Locale = negotiateLocale(args.request.headers.get("cookie"), args.request.headers.get("accept-language"));
    const carryOut = async (): Promise<Response> => {
      const input = await inputOf(args);
      locale = input.ctx.locale;
      await limitWrites(input.ctx, input.url);
      return handle({ ...input, form: await readForm(args.request) });
    };
    try {
      return await carryOut();
    } catch (error) {
      const wantsPage = args.request.headers.get("accept")?.includes("text/html") ?? false;
      throw wantsPage ? refusedPage(error, args, locale) : answerFor(error, { url: new URL(args.request.url), edge: args.context }, "resource");
    }
  };
