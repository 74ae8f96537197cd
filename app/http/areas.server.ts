// Remix weighs a request against every route of its build, four times per page. It is handed only those of the first
// part of the address, so that a page costs the same however many other pages the product has.
import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** "ideas" for "/Ideas/12.data"; "" for the front page. Null when the address cannot be read: then every route is asked. */
const areaOf = (pathname: string): string | null => {
  const [first = ""] = pathname.slice(1).split("/", 1);
  try {
    const name = decodeURIComponent(first).toLowerCase();
    return name.replace(/\.data$/, "").replace(/^_root$/, "");
  } catch {
    return null;
  }
};

const fullPath = (routes: Routes, id: string | undefined): string => {
  const route = id === undefined ? undefined : routes[id];
  return route ? `${fullPath(routes, route.parentId)}/${route.path ?? ""}` : "";
};

/** The first part of a route's address in lower case: "" for the front page, null when it may be anything. */
const areaOfRoute = (routes: Routes, id: string): string | null => {
  const [first = ""] = fullPath(routes, id).split("/").filter(Boolean);
  return /^[:*]|\?$/.test(first) ? null : first.toLowerCase();
};

const narrowed = (build: ServerBuild, areas: Map<string, string | null>, wanted: string): ServerBuild => {
  const kept = new Set<string>();
  const keep = (id: string | undefined): void => {
    if (id === undefined || kept.has(id)) return;
    kept.add(id);
    keep(build.routes[id]?.parentId);
  };
  for (const [id, area] of areas) {
    const route = build.routes[id];
    const isAddress = route?.path !== undefined || route?.index === true;
    // The front page stays in every part: Remix describes it to the browser together with each page.
    if (isAddress && (area === wanted || area === null || area === "")) keep(id);
  }
  const only = <Value>(all: Record<string, Value>) => Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
};

/** Answers with the handler of the part of the site that an address belongs to; each is made when it is first needed. */
export const byArea = <Handler>(build: ServerBuild, makeHandler: (build: ServerBuild) => Handler): ((pathname: string) => Handler) => {
  const areas = new Map(Object.keys(build.routes).map((id) => [id, areaOfRoute(build.routes, id)]));
  const names = new Set(areas.values());
  const handlers = new Map<string, Handler>();
  const handlerOf = (name: string, make: () => ServerBuild): Handler => {
    const known = handlers.get(name) ?? makeHandler(make());
    handlers.set(name, known);
    return known;
  };
  return (pathname) => {
    const area = areaOf(pathname);
    // What is asked about several addresses at once, the browser's question about routes, is answered from all of them.
    if (area === null || area === "__manifest") return handlerOf("*", () => build);
    const name = names.has(area) ? area : "";
    return handlerOf(name, () => narrowed(build, areas, name));
  };
};
