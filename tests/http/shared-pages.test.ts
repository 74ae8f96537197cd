// Pages that visitors share: the same for all of them, fresh within two seconds, and never one person's page for another.
import fc from "fast-check";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, expect, it, vi } from "vitest";
import { decideIdea } from "~/features/ideas/decide-idea.server";
import { startSession } from "~/platform/sessions.server";
import { cases } from "~db/schema/index";
import { createPerson } from "../support/cast";
import { contextFor, testDatabase } from "../support/database";
import { formOf, startSite, type Answer, type Site } from "../support/server";
import { createWorld } from "../support/world";

let site: Site;
let sari: string;
let budi: string;
const names = { sari: "Sari Kusumawardhani", budi: "Budi Hartanto" };

beforeAll(async () => {
  site = await startSite();
  const db = await testDatabase();
  const signIn = async (name: string) => (await startSession(db, await createPerson(db, name), "a phone", new Date())).split(";", 1)[0]!;
  sari = await signIn(names.sari);
  budi = await signIn(names.budi);
}, 300_000);

const isShared = (answer: Answer) => answer.headers["cache-control"] === "private, no-cache";
/** The answer to a HEAD says how a page would be packed, and is empty. */
const textOf = ({ headers, body }: Answer) =>
  (body.length === 0
    ? body
    : headers["content-encoding"] === "br"
      ? brotliDecompressSync(body)
      : headers["content-encoding"] === "gzip"
        ? gunzipSync(body)
        : body
  ).toString("utf8");

it("visitors share a page that carries no script, and its policy allows none", async () => {
  const answer = await site.ask({ headers: { "Accept-Encoding": "gzip, br" } });
  expect(isShared(answer)).toBe(true);
  expect(answer.headers["content-encoding"]).toBe("br");
  expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
  expect(answer.headers["content-security-policy"]).toContain("form-action 'self'");
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(textOf(answer)).not.toMatch(/<script|nonce=|Sari|Budi/);
  expect(textOf(answer)).toContain("</html>");
});

it("each language and theme has its own", async () => {
  const lang = async (headers: Record<string, string>) => /<html lang="(\w+)"(?: data-theme="(\w+)")?/.exec((await site.ask({ headers })).text)?.slice(1, 3);
  expect(await lang({ "Accept-Language": "en-GB,en;q=0.9" })).toEqual(["en", undefined]);
  expect(await lang({ "Accept-Language": "id" })).toEqual(["id", undefined]);
  expect(await lang({ "Accept-Language": "id", Cookie: "locale=en" })).toEqual(["en", undefined]);
  expect(await lang({ "Accept-Language": "en", Cookie: "locale=id; theme=dark" })).toEqual(["id", "dark"]);
  expect(await lang({ "Accept-Language": "de", Cookie: "locale=xx; theme=neon" })).toEqual(["id", undefined]);
});

it("whoever is signed in gets a page of their own, also straight after a visitor and another person", async () => {
  for (let round = 0; round < 3; round++) {
    const [visitor, one, other] = await Promise.all([site.ask(), site.ask({ headers: { Cookie: sari } }), site.ask({ headers: { Cookie: budi } })]);
    expect(isShared(visitor)).toBe(true);
    expect(visitor.text).not.toMatch(/Sari|Budi/);
    expect(isShared(one)).toBe(false);
    expect(one.headers["cache-control"]).toBe("no-store");
    expect(one.text).toContain(names.sari);
    expect(one.text).not.toContain(names.budi);
    expect(other.text).toContain(names.budi);
    expect(other.text).not.toContain(names.sari);
  }
});

it("whatever else a request carries, nobody is shown a person's page but that person", async () => {
  const tokens = () => [sari, budi];
  const cookies = fc.oneof(
    fc.constantFrom("", "locale=en", "theme=dark", "kawan=", "kawan=AAAA", "__Host-kawan=x", "KAWAN=1"),
    fc.integer({ min: 0, max: 1 }).map((i) => tokens()[i]!),
    fc.integer({ min: 0, max: 1 }).map((i) => `locale=en; ${tokens()[i]}; theme=dark`),
    fc.integer({ min: 0, max: 1 }).map((i) => tokens()[i]!.slice(0, -1)),
  );
  const asking = fc.record({
    method: fc.constantFrom("GET", "HEAD"),
    path: fc.constantFrom("/", "/ideas", "/ideas?sort=top", "/ideas?x=1", "/trials", "/privacy", "/?index"),
    cookie: cookies,
    encoding: fc.constantFrom("", "gzip", "br", "gzip, br", "*", "br;q=0, gzip"),
    language: fc.constantFrom("", "en", "id", "en;q=0, id"),
    authorization: fc.constantFrom("", "Bearer x"),
    forwarded: fc.constantFrom("", "203.0.113.9"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(asking, { minLength: 1, maxLength: 6 }), async (several) => {
      const answers = await Promise.all(
        several.map(({ method, path, cookie, encoding, language, authorization, forwarded }) =>
          site.ask({
            method,
            path,
            headers: {
              Cookie: cookie || undefined,
              "Accept-Encoding": encoding || undefined,
              "Accept-Language": language || undefined,
              Authorization: authorization || undefined,
              "X-Forwarded-For": forwarded || undefined,
            },
          }),
        ),
      );
      for (const [place, answer] of answers.entries()) {
        const { cookie, authorization } = several[place]!;
        const text = textOf(answer);
        expect(answer.status).toBeLessThan(500);
        expect(text.includes(names.sari)).toBe(text.includes(names.sari) && cookie.includes(sari));
        expect(text.includes(names.budi)).toBe(text.includes(names.budi) && cookie.includes(budi));
        if (isShared(answer)) expect(cookie.includes("kawan=") || authorization !== "").toBe(false);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

it("a page that does not exist is not kept for others", async () => {
  expect((await site.ask({ path: "/ideas/999999" })).status).toBe(404);
  expect((await site.ask({ path: "/ideas/999999" })).headers["cache-control"]).toBe("no-store");
});

it("a new vote shows within two seconds, and what a moderator removes is gone at once", async () => {
  const db = await testDatabase();
  const world = await createWorld(db);
  const path = "/ideas?sort=top";
  const { title } = world.published;
  const votesShown = async () => /data-count="(\d+)"/.exec((await site.ask({ path })).text)?.[1];
  await vi.waitFor(async () => expect((await site.ask({ path })).text).toContain(title), { timeout: 3_000, interval: 50 });
  const before = Number(await votesShown());
  const form = formOf({ voted: "true", back: "/ideas" });
  const voted = await site.ask({
    method: "POST",
    path: `/ideas/${world.published.id}/vote`,
    ...form,
    headers: { ...form.headers, Cookie: world.cookies.sari },
  });
  expect(voted.status).toBe(302);
  const cast = Date.now();
  await vi.waitFor(async () => expect(Number(await votesShown())).toBe(before + 1), { timeout: 4_000, interval: 50 });
  expect(Date.now() - cast).toBeLessThan(2_000);

  const openCase = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(cases)
      .values({ subjectKind: "idea", subjectId: world.published.id, reasons: [{ key: "flagged", weight: 40 }], priority: 40, openedAt: new Date() })
      .returning();
    return row!;
  });
  // Asked for just now, so that a rendering with the idea in it is as young as it can be.
  expect((await site.ask({ path })).text).toContain(title);
  await decideIdea(contextFor(db, world.cast.maya, new Date()), {
    caseId: openCase.id,
    version: openCase.version,
    verdict: "decline",
    reason: "advertising",
    message: "",
  });
  const removed = Date.now();
  await vi.waitFor(async () => expect((await site.ask({ path })).text).not.toContain(title), { timeout: 2_000, interval: 10 });
  expect(Date.now() - removed).toBeLessThan(700);
}, 30_000);
