import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { countUnread } from "./features/notifications/inbox.server";
import { page } from "./http/route.server";
import { LanguageProvider, useT } from "./i18n/language";
import { paths } from "./paths";
import { env } from "./platform/env.server";
import font from "./ui/fonts/plus-jakarta-sans-latin-wght-normal.woff2";
import { Mark } from "./ui/logo";
import styles from "./ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", href: font, crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

/** Who is looking, in which language and theme: every page may read it through `useRoot()`. */
export const loader = page(async ({ ctx, theme, edge }) => ({
  locale: ctx.locale,
  theme,
  now: ctx.now.toISOString(),
  isDemo: env().KAWAN_DEMO,
  nonce: edge.nonce,
  /** News that was not read yet; visitors cost no question to the database. */
  unread: await countUnread(ctx),
  // A rendering that visitors share carries no scripts: they would need a nonce of each visitor, and the data a second time.
  hasScripts: !edge.shared,
  person: ctx.actor.kind === "person" ? { displayName: ctx.actor.displayName, role: ctx.actor.role, emailVerified: ctx.actor.emailVerified } : null,
}));

/** What is true of the whole application does not change between two views of the same page; so moving between them needs no network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) =>
  !formMethod && currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate;

type Handle = { audience?: "staff" };

export const Layout = ({ children }: { children: ReactNode }) => {
  const root = useRouteLoaderData<typeof loader>("root");
  const isStaffPage = useMatches().some((match) => (match.handle as Handle | undefined)?.audience === "staff");
  const locale = root?.locale ?? "id";
  return (
    <html lang={locale} data-theme={root?.theme === "system" ? undefined : root?.theme} data-audience={isStaffPage ? "staff" : "community"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {root?.nonce && <meta property="csp-nonce" nonce={root.nonce} />}
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider locale={locale}>{children}</LanguageProvider>
        {root?.hasScripts !== false && (
          <>
            <ScrollRestoration nonce={root?.nonce} />
            <Scripts nonce={root?.nonce} />
          </>
        )}
      </body>
    </html>
  );
};

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  const t = useT();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const reference = isRouteErrorResponse(error) ? ((error.data as { reference?: string } | null)?.reference ?? "") : "";
  const kind = status === 404 ? "not_found" : status === 403 ? "forbidden" : status === 429 || status === 503 ? "busy" : "broken";
  return (
    <main id="content" className="mx-auto grid min-h-[80vh] max-w-xl content-center gap-4 p-6">
      <a href={paths.home()} className="mb-6 flex items-center gap-2.5 justify-self-start text-[20px] font-[780] tracking-[-.03em]">
        <Mark />
        {t("common.app_name")}
      </a>
      <title>{t(`errors.${kind}_title`)}</title>
      <h1>{t(`errors.${kind}_title`)}</h1>
      <p className="text-ink-2">{t(`errors.${kind}_text`, { reference })}</p>
      <p>
        <a className="button" href={paths.home()}>
          {t("errors.go_home")}
        </a>
      </p>
    </main>
  );
}
