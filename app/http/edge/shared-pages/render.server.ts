// Renders a page for nobody in particular: the request that Remix sees carries a language and a theme, and nothing else of whoever asked.
import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { Locale } from "~/core/locale";
import type { Theme } from "../../language.server";
import type { Rendering } from "./store.server";

export type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;
export type Wanted = { address: string; locale: Locale; theme: Theme };

/** What makes a rendering one person's: a key that may be used once, or a script, which the policy of shared pages would stop anyway. */
const personal = /<script\b|\bname="key"/;

export const renderShared = async (handle: Handle, publicOrigin: string, { address, locale, theme }: Wanted): Promise<Rendering> => {
  const cookie = theme === "system" ? `locale=${locale}` : `locale=${locale}; theme=${theme}`;
  const request = new Request(publicOrigin + address, { headers: { Cookie: cookie, Accept: "text/html" } });
  const response = await handle(request, { edge: true, requestId: randomUUID(), nonce: "", address: "", shared: true });
  const html = await response.text();
  const isPage = response.status === 200 && (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  const mayBeShared =
    isPage && !response.headers.has("Set-Cookie") && !/no-store|private/.test(response.headers.get("Cache-Control") ?? "") && !personal.test(html);
  return mayBeShared ? { identity: Buffer.from(html), bodies: {} } : null;
};
