// Whatever is sent, the answer is never "something went wrong on our side".
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../support/database";
import { formOf, startSite, type Site } from "../support/server";
import { createWorld, type World } from "../support/world";

let site: Site;
let world: World;
beforeAll(async () => {
  site = await startSite();
  world = await createWorld(await testDatabase());
}, 300_000);

const strange = [
  "\0",
  "\ud800",
  "-1",
  "0",
  "1e9",
  "99999999999999999999",
  "NaN",
  "__proto__",
  "constructor",
  "' or 1=1 --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%00",
  "a".repeat(5_000),
  "",
  " ",
  "\u202e",
  "[]",
  "{}",
  "null",
  "💧".repeat(300),
];
const encode = (text: string) => encodeURIComponent(text.isWellFormed() ? text : "�");

describe("addresses", () => {
  it("ids that cannot be ids do not exist", async () => {
    for (const prefix of ["/ideas/", "/trials/", "/changes/", "/manage/products/", "/answer/", "/files/", "/admin/people/", "/me/trials/"]) {
      for (const value of strange) {
        const { status } = await site.ask({ path: prefix + encode(value), headers: { Cookie: world.cookies.dewi } });
        expect([200, 302, 303, 400, 403, 404], `${prefix}${value.slice(0, 20)}`).toContain(status);
      }
    }
  });

  it("parameters that nobody of ours sends show something sensible", async () => {
    for (const path of ["/ideas", "/changes", "/admin/people", "/admin/audit", "/me/notifications", "/manage/products", "/ideas/similar", "/login"]) {
      for (const name of ["q", "after", "sort", "board", "page", "next", "to", "text", "limit", "__proto__", "case"]) {
        for (const value of strange.slice(0, 14)) {
          const { status } = await site.ask({ path: `${path}?${name}=${encode(value)}&${name}=2`, headers: { Cookie: world.cookies.dewi } });
          expect(status, `${path}?${name}=${value.slice(0, 20)}`).toBeLessThan(500);
          if (status === 429) return;
        }
      }
    }
  }, 120_000);

  it("a search says what it was asked as text, never as markup", async () => {
    const { text } = await site.ask({ path: `/ideas?q=${encode('"><script>alert(1)</script>')}` });
    expect(text).not.toContain("<script>alert(1)");
  });
});

describe("forms", () => {
  it("an act at an address that only leads on comes back with its reason and with what was typed", async () => {
    const { body, headers } = formOf({ kind: "health", text: "x", key: "k" });
    const path = `/me/trials/${world.fieldwork.id}/complaints`;
    const answer = await site.ask({ method: "POST", path, body, headers: { ...headers, Cookie: world.cookies.sari, Accept: "text/html" } });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("<h1>");
    expect((await site.ask({ path, headers: { Cookie: world.cookies.sari } })).status).toBe(302);
  });

  it("a browser without scripts reads why an act was refused, and the way back; a script reads a status", async () => {
    const { body, headers } = formOf({ following: "perhaps" });
    const path = `/ideas/${world.published.id}/follow`;
    const act = { method: "POST", path, body };
    const page = await site.ask({ ...act, headers: { ...headers, Cookie: world.cookies.sari, Accept: "text/html", Referer: `${site.origin}/ideas?sort=new` } });
    expect(page.status).toBe(422);
    expect(page.text).toContain("<h1>");
    expect(page.text).toContain('href="/ideas?sort=new"');
    const script = await site.ask({ ...act, headers: { ...headers, Cookie: world.cookies.sari, Accept: "*/*" } });
    expect(script.status).toBe(422);
    expect(script.text).not.toContain("<h1>");
  });

  const targets = () => [
    "/login",
    "/join",
    "/forgot-password",
    "/preferences",
    "/ideas/new",
    `/ideas/${world.published.id}`,
    `/ideas/${world.published.id}/vote`,
    `/ideas/${world.published.id}/follow`,
    "/drafts",
    "/me/profile",
    "/me/password",
    `/answer/${world.response.id}`,
  ];
  const names = [
    "email",
    "password",
    "displayName",
    "title",
    "body",
    "key",
    "voted",
    "following",
    "back",
    "next",
    "boardId",
    "fact",
    "value",
    "revision",
    "scope",
    "locale",
    "theme",
    "email[]",
    "email[0]",
    "a.b.c.d.e.f",
    "tags[20000000]",
    "__proto__.x",
    "constructor[prototype]",
    "fields[201]",
  ];

  it("of any shape are understood or refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(
          fc.tuple(
            fc.constantFrom(...names),
            fc.oneof(fc.constantFrom(...strange.filter((value) => value.isWellFormed())), fc.string({ unit: "binary", maxLength: 40 })),
          ),
          { maxLength: 12 },
        ),
        async (at, fields) => {
          const path = targets()[at % targets().length]!;
          const form = formOf(fields);
          const { status } = await site.ask({
            method: "POST",
            path,
            ...form,
            headers: { ...form.headers, Cookie: at % 3 === 0 ? world.cookies.budi : at % 3 === 1 ? world.cookies.maya : undefined },
          });
          expect(status, `${path} ${JSON.stringify(fields)}`).toBeLessThan(500);
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  it("that are no forms at all are told so", async () => {
    for (const [type, body] of [
      ["application/json", '{"email":"a"}'],
      ["text/plain", "x"],
      ["multipart/form-data", "no boundary"],
      ["multipart/form-data; boundary=x", "--x\r\nbroken"],
      ["application/x-www-form-urlencoded", "%"],
      ["application/x-www-form-urlencoded", "a=%ED%A0%80&b=%00"],
      ["application/x-www-form-urlencoded", Array.from({ length: 400 }, (_, i) => `f${i}=1`).join("&")],
    ] as const) {
      const { status } = await site.ask({ method: "POST", path: "/login", headers: { "Content-Type": type }, body });
      expect([413, 415, 422], `${type} ${body.slice(0, 20)}`).toContain(status);
    }
  });

  it("a field given twice does not reach a second address (GitLab CVE-2023-7028)", async () => {
    const { status } = await site.ask({
      method: "POST",
      path: "/forgot-password",
      ...formOf([
        ["email", "sari@contoh.example"],
        ["email", "evil@contoh.example"],
        ["email[]", "evil@contoh.example"],
      ]),
    });
    expect(status).toBe(422);
  });
});
