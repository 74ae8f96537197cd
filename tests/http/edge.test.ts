// Every gate of the edge, from outside: the built site is asked as a stranger would ask it.
import { readdirSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { startSite, type Site } from "../support/server";

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 300_000);

describe("health", () => {
  it("answers under any host name", async () => {
    for (const path of ["/healthz/live", "/healthz/ready"]) {
      expect((await site.ask({ path, headers: { Host: "10.0.0.7" } })).status).toBe(200);
      expect((await site.ask({ path, method: "HEAD" })).status).toBe(200);
      expect((await site.ask({ path, method: "POST" })).status).toBe(405);
    }
    expect((await site.ask({ path: "/healthz/other" })).status).toBe(404);
  });
});

describe("methods", () => {
  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("%s is not answered", async (method) => {
    const answer = await site.ask({ method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  it("HEAD says what GET would say, without the body", async () => {
    const get = await site.ask();
    const head = await site.ask({ method: "HEAD" });
    expect(get.status).toBe(200);
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(head.headers["content-type"]).toBe(get.headers["content-type"]);
  });
});

describe("host names", () => {
  it("a foreign or missing host name is sent away", async () => {
    for (const Host of ["evil.example", "localhost", "localhost:1", `localhost:${site.port}.evil.example`, `evil.example:${site.port}`, ""]) {
      expect((await site.ask({ headers: { Host } })).status, Host).toBe(421);
    }
  });

  it("the three names of this machine are one site", async () => {
    for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
      expect((await site.ask({ headers: { Host: `${name}:${site.port}` } })).status, name).toBe(200);
  });

  it("a forwarded host name changes nothing", async () => {
    const answer = await site.ask({ path: "/me", headers: { "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" } });
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain("evil.example");
  });
});

describe("headers", () => {
  it("a page says what browsers must refuse, with a nonce of its own each time", async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const { headers, text } = await site.ask({ path: "/nowhere" });
      const policy = String(headers["content-security-policy"]);
      const nonce = /script-src 'nonce-([\w-]+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      nonces.add(nonce);
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2);
  });

  it("nothing that depends on who asks is kept by a cache, and no server says what it is", async () => {
    const { headers } = await site.ask({ path: "/me" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("no page asks another site for anything", async () => {
    const { text } = await site.ask();
    for (const [, address] of text.matchAll(/\b(?:src|href|action)="([^"]+)"/g)) expect(address).toMatch(/^(\/(?!\/)|#|\?|data:|mailto:)/);
  });
});

describe("static files", () => {
  const script = () =>
    readdirSync("build/client/assets")
      .find((name) => name.endsWith(".js.br"))!
      .replace(/\.br$/, "");

  it("hashed files may be kept for ever, and come compressed", async () => {
    const path = `/assets/${script()}`;
    const plain = await site.ask({ path });
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(plain.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    const br = await site.ask({ path, headers: { "Accept-Encoding": "gzip, br" } });
    const gz = await site.ask({ path, headers: { "Accept-Encoding": "gzip, br;q=0" } });
    expect(br.headers["content-encoding"]).toBe("br");
    expect(gz.headers["content-encoding"]).toBe("gzip");
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
    expect(br.headers.vary).toContain("Accept-Encoding");
    expect((await site.ask({ path, headers: { "If-None-Match": String(plain.headers.etag) } })).status).toBe(304);
    expect((await site.ask({ path, method: "HEAD" })).headers["content-length"]).toBe(String(plain.body.length));
  });

  it("nothing outside the folder can be reached", async () => {
    for (const path of [
      "/assets/../../server/web.js",
      "/assets/%2e%2e/%2e%2e/server/web.js",
      "/..%2f..%2fpackage.json",
      "/assets/missing.js",
      "/.env",
      "/assets/",
    ]) {
      const answer = await site.ask({ path });
      expect(answer.status, path).toBe(404);
      expect(answer.text).not.toContain("startWeb");
    }
  });
});

describe("bodies", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  it("a form larger than 64 KB is refused, declared or not", async () => {
    const big = Buffer.alloc(70 * 1024, "a");
    expect((await site.ask({ method: "POST", path: "/preferences", headers: form, body: big })).status).toBe(413);
    const chunks = Array.from({ length: 5 }, () => Buffer.alloc(16 * 1024, "a"));
    const chunked = await site.ask({ method: "POST", path: "/login", headers: { ...form, "Transfer-Encoding": "chunked" }, body: chunks });
    expect(chunked.status).toBe(413);
    expect((await site.ask()).status).toBe(200);
  });

  it("photographs and studies may be larger", async () => {
    const photo = Buffer.alloc(1024 * 1024, "a");
    expect((await site.ask({ method: "POST", path: "/answer/7/photos", headers: form, body: photo })).status).not.toBe(413);
    expect((await site.ask({ method: "POST", path: "/manage/trials/import", headers: form, body: photo })).status).not.toBe(413);
    expect((await site.ask({ method: "POST", path: "/answer/7/photosX", headers: form, body: photo })).status).toBe(413);
  });
});

describe("forms from elsewhere", () => {
  const send = (headers: Record<string, string>) => site.ask({ method: "POST", from: "nowhere", headers, body: "" });
  it("are refused", async () => {
    const here = `http://localhost:${site.port}`;
    for (const headers of [
      {},
      { Origin: "null" },
      { Origin: "https://evil.example" },
      { Origin: `${here}.evil.example` },
      { Origin: `http://127.0.0.1:${site.port}` },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site", Origin: here },
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" },
      { Authorization: "Bearer made-up" },
    ] as Record<string, string>[]) {
      expect((await send(headers)).status, JSON.stringify(headers)).toBe(403);
    }
  });

  it("are taken from a page of ours, under each of its names", async () => {
    const port = site.port;
    expect((await send({ Origin: `http://localhost:${port}` })).status).not.toBe(403);
    expect((await send({ "Sec-Fetch-Site": "same-origin" })).status).not.toBe(403);
    expect((await send({ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` })).status).not.toBe(403);
  });
});

describe("addresses", () => {
  it("the old way of asking for one loader's data does not exist", async () => {
    for (const path of ["/?_data=root", "/?a=1&_data=routes%2Fhome", "/?%5Fdata=root"]) expect((await site.ask({ path })).status, path).toBe(404);
  });

  it("what cannot be an address is told so, and never breaks anything", async () => {
    for (const [path, status] of [
      ["/%", 400],
      ["/%E0%A4%A", 400],
      ["/%ED%A0%80", 400],
      ["/%00", 404],
      ["/ideas?q=%00", 404],
      ["//evil.example", 404],
      ["/\\evil.example", 404],
      ["http://evil.example/", 400],
      [`/${"a".repeat(9_000)}`, 400],
      ["/nowhere", 404],
      ["/__proto__", 404],
      ["/constructor", 404],
    ] as const) {
      expect((await site.ask({ path })).status, path.slice(0, 40)).toBe(status);
    }
  });
});

describe("compression", () => {
  it("pages are compressed for those who can read it", async () => {
    const path = "/nowhere";
    const plain = await site.ask({ path });
    const br = await site.ask({ path, headers: { "Accept-Encoding": "gzip, br" } });
    const gz = await site.ask({ path, headers: { "Accept-Encoding": "gzip" } });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(br.headers["content-encoding"]).toBe("br");
    expect(gz.headers["content-encoding"]).toBe("gzip");
    const withoutNonce = (text: string) =>
      text
        .replace(/nonce(="|\\",\\")[\w-]+/g, "")
        .replace(/[\w-]{22}/g, "")
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");
    expect(withoutNonce(brotliDecompressSync(br.body).toString())).toBe(withoutNonce(plain.text));
    expect(gunzipSync(gz.body).toString()).toContain("</html>");
    expect(br.headers.vary).toContain("Accept-Encoding");
  });

  it("a tiny answer is left as it is", async () => {
    const answer = await site.ask({ path: "/%", headers: { "Accept-Encoding": "br" } });
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.text).toContain("<title>");
  });
});
