// A link to another page of ours. On the server it is nothing but its anchor: working out where a link leads costs there
// more than rendering it, and only the browser can follow it.
import { Link, useLocation } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";

type PageLinkProps = Omit<ComponentPropsWithoutRef<"a">, "href"> & { to: string };

export const PageLink = ({ to, ...rest }: PageLinkProps) => (import.meta.env.SSR ? <a {...rest} href={to} data-discover="true" /> : <Link {...rest} to={to} />);

/** True for the page itself and, unless `end`, for the pages below it. */
export const useIsCurrent = () => {
  const { pathname } = useLocation();
  return (to: string, end = false): "page" | undefined => (pathname === to || (!end && pathname.startsWith(`${to}/`)) ? "page" : undefined);
};
