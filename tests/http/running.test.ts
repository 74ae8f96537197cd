// Starting, being busy and leaving, as a supervisor sees them.
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { startSession } from "~/platform/sessions.server";
import { createPerson } from "../support/cast";
import { testDatabase } from "../support/database";
import { formOf, startSite } from "../support/server";

it("production is not started on a database that forgets, with a placeholder for a secret, or on plain http", async () => {
  // The database of the tests does not wait for the disk, which is what production must not do.
  await expect(startSite({ NODE_ENV: "production" })).rejects.toThrow(/fsync/);
  await expect(startSite({ NODE_ENV: "production", KAWAN_SECRET: "change-me-change-me-change-me-change-me" })).rejects.toThrow(/KAWAN_SECRET is a placeholder/);
  await expect(startSite({ NODE_ENV: "production", PUBLIC_ORIGIN: "http://kawan.example" })).rejects.toThrow(/https/);
}, 300_000);

it("over https cookies and headers say so", async () => {
  const site = await startSite({ PUBLIC_ORIGIN: "https://kawan.example" });
  const answer = await site.ask({ path: "/me", headers: { Host: "kawan.example" } });
  expect(answer.headers["strict-transport-security"]).toMatch(/max-age=\d+/);
  expect((await site.ask({ headers: { Host: `localhost:${site.port}` } })).status).toBe(421);
}, 120_000);

it("the address of a visitor is what the outermost trusted proxy says, and nothing that a visitor makes up", async () => {
  const direct = await startSite();
  const askNext = async (site: typeof direct, forwarded: string) => (await site.ask({ path: "/privacy", headers: { "X-Forwarded-For": forwarded } })).status;
  // Without a proxy 1,200 a minute are one address, whatever the header claims.
  let refused = 0;
  for (let i = 0; i < 1_230; i += 41) {
    const statuses = await Promise.all(Array.from({ length: 41 }, (_, j) => askNext(direct, `203.0.113.${(i + j) % 250}`)));
    refused += statuses.filter((status) => status === 429).length;
  }
  expect(refused).toBe(30);

  const behind = await startSite({ TRUSTED_HOPS: "1" });
  let refusedBehind = 0;
  for (let i = 0; i < 1_230; i += 41) {
    // The left-most entries are invented by whoever asks; the last one is the proxy's.
    const statuses = await Promise.all(Array.from({ length: 41 }, (_, j) => askNext(behind, `10.0.${i % 250}.${j}, 203.0.113.9`)));
    refusedBehind += statuses.filter((status) => status === 429).length;
  }
  expect(refusedBehind).toBe(30);
  expect(await askNext(behind, "203.0.113.9, 203.0.113.10")).toBe(200);
}, 180_000);

it("invented cookies do not give a new allowance each", async () => {
  const site = await startSite();
  let refused = 0;
  for (let i = 0; i < 1_230; i += 41) {
    const statuses = await Promise.all(
      Array.from({ length: 41 }, (_, j) =>
        site.ask({ path: "/healthz2", headers: { Cookie: `kawan=${String(i + j).padStart(43, "x")}` } }).then(({ status }) => status),
      ),
    );
    refused += statuses.filter((status) => status === 429).length;
  }
  expect(refused).toBe(30);
}, 180_000);

it("asked to stop, it finishes what was begun, sends others away, and ends well", async () => {
  const site = await startSite();
  const db = await testDatabase();
  const sari = await createPerson(db, "Sari");
  const cookie = (await startSession(db, sari, "a phone", new Date())).split(";", 1)[0]!;
  // Somebody else holds the row for a moment, so that the answer takes a while.
  const held = db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from people where id = ${sari.id} for update`);
    await pause(2_500);
  });
  await pause(100);
  const form = formOf({ theme: "dark" });
  const slow = site.ask({ method: "POST", path: "/preferences", ...form, headers: { ...form.headers, Cookie: cookie } });
  await pause(400);
  const stopping = site.stop();
  await pause(300);
  expect((await site.ask({ path: "/healthz/live" })).status).toBe(200);
  expect((await site.ask({ path: "/healthz/ready" })).status).toBe(503);
  const turnedAway = await site.ask();
  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers["retry-after"]).toBeDefined();
  expect((await slow).status).toBeLessThan(400);
  expect(await stopping).toBe(0);
  await held;
  const [row] = await db.execute<{ theme: string }>(sql`select theme from people where id = ${sari.id}`);
  expect(row?.theme).toBe("dark");
}, 120_000);

it("when every connection is taken, people are asked to come back instead of being left waiting", async () => {
  const site = await startSite();
  const db = await testDatabase();
  const sari = await createPerson(db, "Sari");
  const cookie = (await startSession(db, sari, "a phone", new Date())).split(";", 1)[0]!;
  let release: () => void = () => undefined;
  const held = db.transaction(async (tx) => {
    await tx.execute(sql`lock table people in access exclusive mode`);
    await new Promise<void>((resolve) => (release = resolve));
  });
  await pause(200);
  const begun = Date.now();
  const answers = await Promise.all(Array.from({ length: 30 }, () => site.ask({ path: "/me", headers: { Cookie: cookie } })));
  expect(Date.now() - begun).toBeLessThan(16_000);
  for (const { status, headers } of answers) {
    expect(status).toBe(503);
    expect(headers["retry-after"]).toBeDefined();
  }
  release();
  await held;
  expect((await site.ask({ path: "/me", headers: { Cookie: cookie } })).status).toBe(200);
}, 120_000);
