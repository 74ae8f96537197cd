// Every loader and every action of the built site, asked by everybody, in the three ways in which they can be asked.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { limits } from "~db/schema/index";
import { testDatabase } from "../support/database";
import { formOf, startSite, type Answer, type Site } from "../support/server";
import { createWorld, hidden, type World } from "../support/world";
import { access, type Name } from "./access";

let site: Site;
let world: World;
let routes: { id: string; hasLoader: boolean; hasAction: boolean }[];

beforeAll(async () => {
  site = await startSite();
  world = await createWorld(await testDatabase());
  const chunks = join(process.cwd(), "build/server/chunks");
  const file = readdirSync(chunks).find((name) => name.startsWith("server-build-"));
  const built = (await import(/* @vite-ignore */ pathToFileURL(join(chunks, file!)).href)) as Record<string, ServerBuild["routes"] | ServerBuild | undefined>;
  // The bundler exports the routes by themselves, or the whole build with the routes in it.
  const exported = Object.values(built).map(
    (value) => (value && "routes" in value && "entry" in value ? (value as ServerBuild).routes : value) as ServerBuild["routes"],
  );
  const all = exported.find((value) => value && typeof value === "object" && "root" in value && "module" in value.root!)!;
  routes = Object.values(all).map((route) => ({ id: route!.id, hasLoader: route!.module.loader !== undefined, hasAction: route!.module.action !== undefined }));
}, 300_000);

/** What people have made, table by table: sessions, limits, and the record of what happened grow by themselves. */
const everything = async (db: Database): Promise<Record<string, string>> => {
  const contents: Record<string, string> = {};
  const left = new Set(["sessions", "limits", "activity", "idempotency_keys"]);
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables.filter((table) => !left.has(table.name))) {
    const [row] = await db.execute<{ content: string | null }>(
      sql`select md5(string_agg(t::text, '|' order by t::text)) as content from ${sql.identifier(name)} t`,
    );
    contents[name] = row?.content ?? "";
  }
  return contents;
};

const names = (): Name[] => Object.keys(world.cookies) as Name[];
const withSuffix = (address: string, search = ""): string => {
  const [path = "", query] = address.split("?", 2);
  const parameters = [query, search].filter(Boolean).join("&");
  return `${path === "/" ? "/_root" : path}.data${parameters ? `?${parameters}` : ""}`;
};

/** Refused: sent to the sign-in or to joining, a closed door, or nothing there. */
const isRefusal = ({ status, headers, text }: Answer): boolean =>
  status === 401 ||
  status === 403 ||
  status === 404 ||
  ((status === 302 || status === 303) && /^\/(login|join)\b/.test(String(headers.location))) ||
  (status === 202 && /"\/(login|join)\b/.test(text));

/** All routes together ask more in a minute than one person may: whoever is told to wait waits, and asks again. */
const askPatiently: typeof site.ask = async (request) => {
  const answer = await site.ask(request);
  if (answer.status !== 429) return answer;
  await new Promise((resolve) => setTimeout(resolve, (Number(answer.headers["retry-after"]) + 1) * 1000));
  return site.ask(request);
};

const ask = (address: string, name: Name) => askPatiently({ path: address, headers: { Cookie: world.cookies[name] } });

describe("every route", () => {
  it("has a line in the table, and every line has a route", () => {
    const answering = routes.filter(({ id, hasLoader, hasAction }) => (hasLoader || hasAction) && id !== "root" && !/\/layout$/.test(id)).map(({ id }) => id);
    expect(answering.filter((id) => !access[id])).toEqual([]);
    expect(Object.keys(access).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
  });

  it("shows its page to those who may look and to nobody else", async () => {
    const wrong: string[] = [];
    for (const { id, hasLoader } of routes) {
      const entry = access[id];
      if (!hasLoader || !entry?.look) continue;
      const address = entry.at(world);
      for (const name of names()) {
        const may = entry.look.includes(name);
        const ways = { page: address, ".data": withSuffix(address), ".data?_routes": withSuffix(address, `_routes=${encodeURIComponent(id)}`) };
        for (const [way, path] of Object.entries(ways)) {
          const answer = await ask(path, name);
          const refused = isRefusal(answer);
          if (answer.status >= 500) wrong.push(`${name} asks ${path} (${way}): ${answer.status}`);
          else if (!may && !refused && answer.status !== 302 && answer.status !== 202) wrong.push(`${name} is answered ${answer.status} at ${path} (${way})`);
          else if (may && way === "page" && refused) wrong.push(`${name} is refused with ${answer.status} at ${path}`);
          if (!may && answer.text.includes(hidden)) wrong.push(`${name} reads what is hidden at ${path} (${way})`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("takes its form from those who may send it; for everybody else nothing changes", async () => {
    const db = await testDatabase();
    const wrong: string[] = [];
    let before = await everything(db);
    for (const { id, hasAction } of routes) {
      const entry = access[id];
      if (!hasAction || !entry?.send) continue;
      const address = entry.at(world);
      for (const name of names().filter((candidate) => !entry.send!.includes(candidate))) {
        for (const path of [address, withSuffix(address), withSuffix(address, `_routes=${encodeURIComponent(id)}`)]) {
          const { body, headers } = formOf(entry.form?.(world) ?? {});
          const answer = await askPatiently({ method: "POST", path, body, headers: { ...headers, Cookie: world.cookies[name]! } });
          // A form that is not understood may be told so before anybody asks who sent it, as long as nothing comes of it.
          if (!isRefusal(answer) && (entry.form || answer.status !== 422))
            wrong.push(`${name} sends to ${path}: ${answer.status} ${String(answer.headers.location ?? "")} ${answer.text.slice(0, 120)}`);
          if (!entry.look?.includes(name) && answer.text.includes(hidden)) wrong.push(`${name} reads what is hidden after sending to ${path}`);
        }
      }
      const after = await everything(db);
      for (const [table, content] of Object.entries(after))
        if (content !== before[table]) wrong.push(`${table} changed after forms to ${address} from people who may not send them`);
      before = after;
      // One test asks more in a minute than a person may.
      await db.delete(limits);
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it("never shows a product manager who takes part", async () => {
    const trial = `/manage/trials/${world.fieldwork.id}`;
    for (const path of [trial, `${trial}/participants`, `${trial}/waves`, `${trial}/report`, `${trial}/answers.csv`, "/manage"]) {
      const asManager = await ask(path, "rian");
      expect(asManager.status, path).toBe(200);
      expect(asManager.text, path).not.toMatch(/Sari|sari\./);
    }
    expect((await ask(`${trial}/participants`, "maya")).text).toContain("Sari");
  });

  it("says nothing of what is hidden to visitors and to members whose it is not, on any page that they may open", async () => {
    for (const path of [
      "/",
      "/ideas",
      "/ideas?sort=new",
      "/ideas?q=rahasia",
      "/ideas/similar?text=rahasia",
      `/ideas/${world.published.id}`,
      "/trials",
      "/changes",
      "/me",
      "/me/ideas",
    ]) {
      for (const name of ["visitor", "budi", "tono"] as const) {
        for (const way of [path, withSuffix(path)]) expect((await ask(way, name)).text, `${name} at ${way}`).not.toContain(hidden);
      }
    }
  });
});
