import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hash } from "@node-rs/argon2";
import { visitor } from "~/core/context";
import { findSignedIn, startSession } from "~/platform/sessions.server";
import { activity, people, sessions } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { contextFor, rolledBack, statementsOf } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import { writeAccountMail, type AccountMail } from "./account-mails.server";
import { createPerson } from "./create-person.server";
import { passwordProblem } from "./password";
import { isOutdatedHash, verifyPassword } from "./passwords.server";
import { askForReset, changePassword, setNewPassword } from "./reset-password.server";
import { listMySessions, revokeOtherSessions, revokeSession } from "./sessions.server";
import { signIn } from "./sign-in.server";
import { signOut } from "./sign-out.server";
import { mails } from "~db/schema/index";

const password = "tiga kucing di teras";
const createSari = (db: Database) =>
  createPerson(contextFor(db), {
    email: "Sari@Contoh.Example",
    displayName: "Sari",
    password,
    role: "member",
    locale: "id",
    birthYear: 1990,
    emailVerified: true,
  });

const now = () => new Date();
const actorFrom = async (db: Database, cookie: string) => {
  const signedIn = await findSignedIn(db, cookie);
  if (!signedIn) throw new Error("nobody is signed in");
  return signedIn.actor;
};

test(
  "a wrong password and an unknown address get the same answer after the same statements",
  rolledBack(async (db) => {
    await createSari(db);
    const ctx = contextFor(db, visitor);
    const answers: unknown[] = [];
    const attempt = (email: string) =>
      statementsOf(() => signIn(ctx, { email, password: "salah semua ini", device: "" }).catch((error: { problems: unknown }) => answers.push(error.problems)));
    expect(await attempt("sari@contoh.example")).toEqual(await attempt("tidak.ada@contoh.example"));
    expect(answers[0]).toEqual(answers[1]);
  }),
);

test(
  "an unknown address costs the time of a real check",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const [sari] = await db.select().from(people).where(eq(people.id, id));
    const timed = async (passwordHash: string | null) => {
      const from = performance.now();
      for (let time = 0; time < 5; time++) await verifyPassword(passwordHash, "salah semua ini");
      return performance.now() - from;
    };
    await timed(null);
    const [known, unknown] = [await timed(sari!.passwordHash), await timed(null)];
    expect(unknown).toBeGreaterThan(known * 0.4);
  }),
);

test(
  "nobody enters with the password that stands in for strangers, nor without one",
  rolledBack(async (db) => {
    expect(await verifyPassword(null, "")).toBe(false);
    await createPerson(contextFor(db), {
      email: "tanpa@contoh.example",
      displayName: "Tanpa",
      role: "member",
      locale: "id",
      birthYear: 1990,
      emailVerified: true,
    });
    await expect(signIn(contextFor(db, visitor), { email: "tanpa@contoh.example", password: "", device: "" })).rejects.toThrow();
  }),
);

test(
  "a hash of cheaper times is renewed at sign-in",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(isOutdatedHash(cheap)).toBe(true);
    await db.update(people).set({ passwordHash: cheap }).where(eq(people.id, id));
    await signIn(contextFor(db, visitor), { email: "sari@contoh.example", password, device: "" });
    const [sari] = await db.select().from(people).where(eq(people.id, id));
    expect(isOutdatedHash(sari!.passwordHash!)).toBe(false);
    expect(await verifyPassword(sari!.passwordHash, password)).toBe(true);
  }),
);

test(
  "a suspended person is signed out with the next request and cannot come back",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const cookie = await signIn(contextFor(db, visitor, now()), { email: "sari@contoh.example", password, device: "" });
    expect((await actorFrom(db, cookie)).id).toBe(id);
    await db.update(people).set({ suspendedAt: now() }).where(eq(people.id, id));
    expect(await findSignedIn(db, cookie)).toBeNull();
    await expect(signIn(contextFor(db, visitor), { email: "sari@contoh.example", password, device: "" })).rejects.toMatchObject({
      problems: { "": { key: "account_suspended" } },
    });
  }),
);

test(
  "a new password by mail ends all sessions, tells the owner and voids older links",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const elsewhere = await startSession(db, { id, role: "member" }, "Firefox · Linux", now());
    const ctx = contextFor(db, visitor, now());
    await askForReset(ctx, { email: "sari@contoh.example" });
    await askForReset(ctx, { email: "sari@contoh.example" });
    for (const payload of await waitingJobs<AccountMail & { messageKey: string }>(db, "account-mail")) await writeAccountMail(ctx, payload);
    const [first, second] = (await db.select().from(mails)).map((mail) => /\/enter\/([\w-]{43})/.exec(mail.text)?.[1]);
    const cookie = await setNewPassword(ctx, { token: first, password: "dua gelas kopi susu", device: "" });
    expect(await findSignedIn(db, elsewhere)).toBeNull();
    expect((await actorFrom(db, cookie)).id).toBe(id);
    await expect(setNewPassword(ctx, { token: second, password: "empat ekor bebek", device: "" })).rejects.toThrow("used or expired");
    const told = (await waitingJobs<AccountMail>(db, "account-mail")).filter((payload) => payload.kind === "password_changed");
    expect(told).toHaveLength(1);
    await expect(signIn(ctx, { email: "sari@contoh.example", password, device: "" })).rejects.toThrow();
  }),
);

test(
  "changing the password needs the present one and leaves only this session",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const here = await startSession(db, { id, role: "member" }, "", now());
    const elsewhere = await startSession(db, { id, role: "member" }, "", now());
    const ctx = contextFor(db, await actorFrom(db, here), now());
    await expect(changePassword(ctx, { current: "salah semua ini", password: "dua gelas kopi susu" })).rejects.toMatchObject({
      problems: { current: { key: "wrong_password" } },
    });
    await changePassword(ctx, { current: password, password: "dua gelas kopi susu" });
    expect(await findSignedIn(db, here)).not.toBeNull();
    expect(await findSignedIn(db, elsewhere)).toBeNull();
  }),
);

test(
  "sessions are listed with this one first, and each can be ended, but only by its owner",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const other = await createPerson(contextFor(db), {
      email: "budi@contoh.example",
      displayName: "Budi",
      role: "member",
      locale: "id",
      birthYear: 1990,
      emailVerified: true,
    });
    const elsewhere = await startSession(db, { id, role: "member" }, "Firefox · Linux", now());
    const here = await startSession(db, { id, role: "member" }, "Chrome · Android", now());
    const budis = await startSession(db, { id: other, role: "member" }, "", now());
    const ctx = contextFor(db, await actorFrom(db, here), now());
    const budi = contextFor(db, await actorFrom(db, budis), now());
    const [first, second] = await listMySessions(ctx);
    expect(first).toMatchObject({ isThisOne: true, device: "Chrome · Android" });
    await expect(revokeSession(budi, { name: second!.name })).rejects.toThrow("not found");
    await revokeSession(ctx, { name: second!.name });
    expect(await findSignedIn(db, elsewhere)).toBeNull();
    await startSession(db, { id, role: "member" }, "", now());
    await revokeOtherSessions(ctx);
    expect(await listMySessions(ctx)).toHaveLength(1);
    expect(await db.select().from(sessions).where(eq(sessions.personId, other))).toHaveLength(1);
    await signOut(ctx);
    expect(await findSignedIn(db, here)).toBeNull();
  }),
);

test(
  "who signs in on a browser where somebody was signed in ends that session",
  rolledBack(async (db) => {
    const id = await createSari(db);
    const before = await startSession(db, { id, role: "member" }, "", now());
    const ctx = contextFor(db, await actorFrom(db, before), now());
    await signIn(ctx, { email: "sari@contoh.example", password, device: "" });
    expect(await findSignedIn(db, before)).toBeNull();
  }),
);

test(
  "signing in and failing to leave a record without the address",
  rolledBack(async (db) => {
    await createSari(db);
    await signIn(contextFor(db, visitor), { email: "nobody@contoh.example", password: "x", device: "" }).catch(() => undefined);
    const rows = await db.select().from(activity).where(eq(activity.kind, "account.sign_in_failed"));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("nobody@");
  }),
);

test.each([
  ["Password2024!", "password_common"],
  ["1234567890", "password_common"],
  ["aaaaaaaaaaaa", "password_common"],
  ["qwertyuiop", "password_common"],
  ["indonesiaindonesia", "password_common"],
  ["sari@contoh.example", "password_personal"],
  ["wulandari 1990", "password_personal"],
  ["tiga kucing di teras", null],
  ["K8#vn2!qLxm", null],
])("the password %s is judged %s", (candidate, problem) =>
  expect(passwordProblem(candidate, { email: "sari.w@contoh.example", displayName: "Sari Wulandari" }) ?? null).toBe(problem),
);
