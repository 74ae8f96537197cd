import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { visitor } from "~/core/context";
import { Invalid } from "~/core/errors";
import { after, minuteInMs } from "~/core/time";
import { mails, people, sessions, tokens } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { contextFor, noon, rolledBack, statementsOf } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import { writeAccountMail, type AccountMail } from "./account-mails.server";
import { createPerson } from "./create-person.server";
import { enter, findEntrance } from "./enter.server";
import { joinInput } from "./input";
import { askToJoin } from "./join.server";
import { askForReset, setNewPassword } from "./reset-password.server";
import { signIn } from "./sign-in.server";
import { parseForm } from "~/http/forms.server";

const ani = { email: "ani@contoh.example", displayName: "Ani", password: "tiga kucing di teras", birthYear: 1991, intent: "vote:7", next: "/ideas/7" };

/** Lets the worker write the mails that were asked for, and returns the token of the newest. */
const openMail = async (db: Database, to: string): Promise<{ token: string; subject: string }> => {
  for (const payload of await waitingJobs<AccountMail & { messageKey: string }>(db, "account-mail")) await writeAccountMail(contextFor(db), payload);
  const written = await db.select().from(mails).where(eq(mails.to, to)).orderBy(mails.id);
  const mail = written.at(-1);
  return { token: /\/enter\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "", subject: mail?.subject ?? "" };
};

describe("joining", () => {
  test(
    "opening the link in the mail makes the account, signs in and remembers what the person came to do",
    rolledBack(async (db) => {
      await askToJoin(contextFor(db, visitor), ani);
      expect(await db.select().from(people).where(eq(people.email, ani.email))).toEqual([]);
      const { token } = await openMail(db, ani.email);
      expect(await findEntrance(contextFor(db, visitor), token)).toMatchObject({ purpose: "join", displayName: "Ani", isNew: true });
      const entered = await enter(contextFor(db, visitor), { token, device: "Chrome · Android" });
      expect(entered).toMatchObject({ intent: "vote:7", next: "/ideas/7" });
      const [person] = await db.select().from(people).where(eq(people.email, ani.email));
      expect(person).toMatchObject({ displayName: "Ani", role: "member", birthYear: 1991, emailVerifiedAt: noon });
      expect(await db.select().from(sessions).where(eq(sessions.personId, person!.id))).toHaveLength(1);
      await expect(signIn(contextFor(db, visitor), { email: ani.email, password: ani.password, device: "" })).resolves.toContain("kawan=");
    }),
  );

  test(
    "a known address and an unknown one get the same work done and the same answer",
    rolledBack(async (db) => {
      await createPerson(contextFor(db), { ...ani, email: "budi@contoh.example", displayName: "Budi", role: "member", locale: "id", emailVerified: true });
      const ctx = contextFor(db, visitor);
      const unknown = await statementsOf(async () => expect(await askToJoin(ctx, ani)).toBeUndefined());
      const known = await statementsOf(async () => expect(await askToJoin(ctx, { ...ani, email: "budi@contoh.example" })).toBeUndefined());
      expect(known).toEqual(unknown);
      const resetUnknown = await statementsOf(() => askForReset(ctx, { email: ani.email }));
      const resetKnown = await statementsOf(() => askForReset(ctx, { email: "budi@contoh.example" }));
      expect(resetKnown).toEqual(resetUnknown);
    }),
  );

  test(
    "the owner of a known address is told so, in their language, and the link signs in without changing anything",
    rolledBack(async (db) => {
      const budi = await createPerson(contextFor(db), {
        ...ani,
        email: "budi@contoh.example",
        displayName: "Budi",
        role: "member",
        locale: "id",
        emailVerified: true,
      });
      await askToJoin(contextFor(db, visitor), { ...ani, email: "budi@contoh.example", displayName: "Somebody", password: "a password of another" });
      const { token, subject } = await openMail(db, "budi@contoh.example");
      expect(subject).toBe("Kamu sudah punya akun di Kawan");
      expect(await enter(contextFor(db, visitor), { token, device: "" })).toMatchObject({ intent: "vote:7" });
      const [person] = await db.select().from(people).where(eq(people.id, budi));
      expect(person).toMatchObject({ displayName: "Budi", credentialVersion: 1 });
      await expect(signIn(contextFor(db, visitor), { email: "budi@contoh.example", password: "a password of another", device: "" })).rejects.toThrow(Invalid);
    }),
  );

  test(
    "a link works once, and for half an hour",
    rolledBack(async (db) => {
      await askToJoin(contextFor(db, visitor), ani);
      const { token } = await openMail(db, ani.email);
      expect(await db.select({ hash: tokens.hash }).from(tokens)).not.toContainEqual({ hash: token });
      const late = contextFor(db, visitor, after(noon, 30 * minuteInMs));
      expect(await findEntrance(late, token)).toBeNull();
      expect(await enter(late, { token, device: "" })).toBeNull();
      expect(await enter(contextFor(db, visitor, after(noon, 29 * minuteInMs)), { token, device: "" })).not.toBeNull();
      expect(await enter(contextFor(db, visitor), { token, device: "" })).toBeNull();
    }),
  );

  test(
    "a link for joining resets no password, and a link for resetting opens no account",
    rolledBack(async (db) => {
      await askToJoin(contextFor(db, visitor), ani);
      const joining = await openMail(db, ani.email);
      await expect(setNewPassword(contextFor(db, visitor), { token: joining.token, password: "dua gelas kopi susu", device: "" })).rejects.toThrow(
        "used or expired",
      );
      await createPerson(contextFor(db), { ...ani, email: "budi@contoh.example", displayName: "Budi", role: "member", locale: "id", emailVerified: true });
      await askForReset(contextFor(db, visitor), { email: "budi@contoh.example" });
      const reset = await openMail(db, "budi@contoh.example");
      expect(await enter(contextFor(db, visitor), { token: reset.token, device: "" })).toBeNull();
    }),
  );

  test(
    "nobody under eighteen joins, and nobody with a password that everybody tries",
    rolledBack(async (db) => {
      const ctx = contextFor(db, visitor);
      await expect(askToJoin(ctx, { ...ani, birthYear: 2009 })).rejects.toMatchObject({ problems: { birthYear: { key: "too_young" } } });
      await expect(askToJoin(ctx, { ...ani, password: "password2024" })).rejects.toMatchObject({ problems: { password: { key: "password_common" } } });
      await expect(askToJoin(ctx, { ...ani, displayName: "Ani Lestari", password: "lestari di rumah" })).rejects.toMatchObject({
        problems: { password: { key: "password_personal" } },
      });
      expect(await waitingJobs(db, "account-mail")).toEqual([]);
    }),
  );
});

test("a list of addresses is no address", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...ani, terms: "on" })) if (name !== "email") form.append(name, String(value));
  form.append("email[]", "ani@contoh.example");
  form.append("email[]", "penyusup@contoh.example");
  expect(() => parseForm(form, joinInput)).toThrow(Invalid);
  const twice = new FormData();
  for (const [name, value] of Object.entries({ ...ani, terms: "on" })) twice.append(name, String(value));
  twice.append("email", "penyusup@contoh.example");
  expect(() => parseForm(twice, joinInput)).toThrow(Invalid);
});
