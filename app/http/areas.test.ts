import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { byArea } from "./areas.server";

const route = (id: string, parentId: string | undefined, address: { path?: string; index?: boolean } = {}) => [id, { id, parentId, ...address }] as const;

const routes = Object.fromEntries([
  route("root", undefined),
  route("frame", "root"),
  route("home", "frame", { index: true }),
  route("ideas", "frame", { path: "ideas" }),
  route("idea", "frame", { path: "ideas/:id" }),
  route("vote", "root", { path: "ideas/:id/vote" }),
  route("workshop", "root"),
  route("manage", "workshop", { path: "manage" }),
  route("product", "manage", { path: "products/:id" }),
  route("lost", "root", { path: "*" }),
]);
const build = { routes, assets: { routes, version: "1" } } as unknown as ServerBuild;
const idsFor = byArea(build, (area) => ({ routes: Object.keys(area.routes).sort(), described: Object.keys(area.assets.routes).sort() }));

const everywhere = ["frame", "home", "lost", "root"];

describe("the routes that an address is weighed against", () => {
  it.each([
    ["/", everywhere],
    ["/_root.data", everywhere],
    ["/nowhere/at/all", everywhere],
    ["/ideas", [...everywhere, "idea", "ideas", "vote"]],
    ["/Ideas/12/vote", [...everywhere, "idea", "ideas", "vote"]],
    ["/%69deas.data", [...everywhere, "idea", "ideas", "vote"]],
    ["/manage/products/3", [...everywhere, "manage", "product", "workshop"]],
    ["/__manifest", Object.keys(routes)],
    ["/%E0%A4%A", Object.keys(routes)],
  ])("of %s are those of its first part, with their frames", (pathname, expected) => {
    expect(idsFor(pathname).routes).toEqual([...expected].sort());
    expect(idsFor(pathname).described).toEqual([...expected].sort());
  });

  it("are put together once for each part, whatever is asked for", () => {
    const made: string[][] = [];
    const handlerFor = byArea(build, (area) => made.push(Object.keys(area.routes)));
    for (let i = 0; i < 50; i++) for (const path of ["/ideas", `/ideas/${i}`, `/x${i}`, "/manage"]) handlerFor(path);
    expect(made).toHaveLength(3);
  });
});
