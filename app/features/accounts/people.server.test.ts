import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { visitor } from "~/core/context";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { after, minuteInMs } from "~/core/time";
import { listActivity } from "~/features/activity/audit.server";
import { findSignedIn, startSession } from "~/platform/sessions.server";
import { people, tokens } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { changeRole, getPerson, listPeople, setSuspension } from "./people.server";
import { getSetUp, offerSetUp, setUp } from "./set-up.server";
import { createTeam, listTeams, setTeamMembership } from "./teams.server";
import { consentsInForce, hasConsent, listMyConsents, setConsent } from "./consent.server";
import { ageBand } from "./profile";
import { myFacts, profileOf, saveProfile } from "./profile.server";

describe("administrators", () => {
  test(
    "a new role acts on the next request and is written down",
    rolledBack(async (db) => {
      const { dewi, budi } = await createCast(db);
      const cookie = await startSession(db, { id: budi.id, role: "member" }, "", new Date());
      expect((await findSignedIn(db, cookie))?.actor.role).toBe("member");
      await changeRole(contextFor(db, dewi), { personId: budi.id, from: "member", to: "moderator" });
      expect(await findSignedIn(db, cookie)).toBeNull();
      expect((await getPerson(contextFor(db, dewi), budi.id)).role).toBe("moderator");
      const { items } = await listActivity(contextFor(db, dewi), { area: "account" });
      expect(items[0]).toMatchObject({ kind: "account.role_changed", actorName: "Dewi", subjectName: "Budi", data: { from: "member", to: "moderator" } });
    }),
  );

  test(
    "a role that somebody else has changed meanwhile is not overwritten, and nobody changes their own",
    rolledBack(async (db) => {
      const { dewi, budi } = await createCast(db);
      const ctx = contextFor(db, dewi);
      await changeRole(ctx, { personId: budi.id, from: "member", to: "moderator" });
      await expect(changeRole(ctx, { personId: budi.id, from: "member", to: "administrator" })).rejects.toThrow(Conflict);
      await expect(changeRole(ctx, { personId: dewi.id, from: "administrator", to: "member" })).rejects.toThrow(Forbidden);
      await expect(setSuspension(ctx, { personId: dewi.id, suspended: true })).rejects.toThrow(Forbidden);
    }),
  );

  test(
    "the last administrator keeps the role, even against the house itself",
    rolledBack(async (db) => {
      const { dewi } = await createCast(db);
      await expect(changeRole(contextFor(db), { personId: dewi.id, from: "administrator", to: "member" })).rejects.toThrow("remain administrator");
      await expect(setSuspension(contextFor(db), { personId: dewi.id, suspended: true })).rejects.toThrow("remain administrator");
    }),
  );

  test(
    "a product manager who becomes something else leaves their teams",
    rolledBack(async (db) => {
      const { dewi, rian, teamId } = await createCast(db);
      const ctx = contextFor(db, dewi);
      const other = await createTeam(ctx, { name: "Baby care" });
      await setTeamMembership(ctx, { teamId: other, personId: rian.id, isMember: true });
      expect((await getPerson(ctx, rian.id)).teamIds.sort()).toEqual([teamId, other].sort());
      expect(await listTeams(ctx)).toContainEqual({ id: other, name: "Baby care", memberNames: ["Rian"] });
      await changeRole(ctx, { personId: rian.id, from: "product_manager", to: "moderator" });
      expect((await getPerson(ctx, rian.id)).teamIds).toEqual([]);
    }),
  );

  test(
    "people are found by part of a name or address, whatever signs are typed",
    rolledBack(async (db) => {
      const { dewi, sari } = await createCast(db);
      const ctx = contextFor(db, dewi);
      const found = async (q: string) => (await listPeople(ctx, { q })).items.map((person) => person.displayName);
      expect(await found("sar")).toEqual(["Sari"]);
      expect(await found("%")).toEqual([]);
      expect(await found("_")).toEqual([]);
      await expect(listPeople(contextFor(db, sari), {})).rejects.toThrow(Forbidden);
    }),
  );
});

describe("the first administrator", () => {
  const input = { email: "dewi@contoh.example", displayName: "Dewi", password: "tiga kucing di teras", device: "" };
  const linkToken = (link: string | null) => link?.split("/").at(-1);

  test(
    "comes in through the printed link, once",
    rolledBack(async (db) => {
      const link = await offerSetUp(contextFor(db));
      const second = await offerSetUp(contextFor(db));
      const token = linkToken(link);
      expect(await getSetUp(contextFor(db, visitor), token)).toEqual({ isOpen: true });
      expect(await getSetUp(contextFor(db, visitor), "x".repeat(43))).toEqual({ isOpen: false });
      await expect(setUp(contextFor(db, visitor, after(noon, 31 * minuteInMs)), { ...input, token })).rejects.toThrow("used or expired");
      await setUp(contextFor(db, visitor), { ...input, token });
      expect((await db.select().from(people))[0]).toMatchObject({ role: "administrator", email: "dewi@contoh.example" });
      await expect(setUp(contextFor(db, visitor), { ...input, email: "lain@contoh.example", token: linkToken(second) })).rejects.toThrow(NotFound);
      await expect(getSetUp(contextFor(db, visitor), linkToken(second))).rejects.toThrow(NotFound);
      expect(await offerSetUp(contextFor(db))).toBeNull();
    }),
  );

  test(
    "cannot be made with a link for something else",
    rolledBack(async (db) => {
      await offerSetUp(contextFor(db));
      await db.update(tokens).set({ purpose: "join" });
      const [row] = await db.select().from(tokens);
      expect(row?.purpose).toBe("join");
      await expect(setUp(contextFor(db, visitor), { ...input, token: "y".repeat(43) })).rejects.toThrow("used or expired");
    }),
  );
});

describe("profile and consent", () => {
  test(
    "facts are kept only under consent, and withdrawing it deletes them at once",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ctx = contextFor(db, sari);
      await expect(saveProfile(ctx, { sex: "female" })).rejects.toMatchObject({ problems: { consent: { key: "consent_needed" } } });
      await setConsent(ctx, { purpose: "demographics", given: true });
      await saveProfile(ctx, { sex: "female", city: "  Kota  Bandung " });
      await saveProfile(ctx, { household_size: "prefer_not_to_say" });
      expect(await profileOf(ctx, sari.id)).toEqual({ sex: "female", city: "Kota Bandung", age_band: "35-44" });
      expect((await myFacts(ctx)).household_size?.value).toBe("prefer_not_to_say");
      await setConsent(ctx, { purpose: "demographics", given: false });
      expect(await profileOf(ctx, sari.id)).toEqual({ age_band: "35-44" });
    }),
  );

  test(
    "a fact that nobody asked for, or an answer that does not exist, is refused",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ctx = contextFor(db, sari);
      await setConsent(ctx, { purpose: "demographics", given: true });
      await saveProfile(ctx, { role: "administrator" });
      expect(await myFacts(ctx)).toEqual({});
      await expect(saveProfile(ctx, { sex: "robot" })).rejects.toMatchObject({ problems: { sex: { key: "not_understood" } } });
      await expect(saveProfile(ctx, { city: "<script>" })).rejects.toMatchObject({ problems: { city: { key: "not_understood" } } });
    }),
  );

  test(
    "each consent and each withdrawal is one row with its version; saying it twice adds none",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ctx = contextFor(db, sari);
      for (const given of [true, true, false, false, true]) await setConsent(ctx, { purpose: "quotations", given });
      const ledger = await listMyConsents(ctx);
      expect(ledger.map((event) => event.given)).toEqual([true, false, true]);
      expect(consentsInForce(ledger).quotations).toMatchObject({ given: true, noticeVersion: 1 });
      expect(await hasConsent(ctx, sari.id, "quotations")).toBe(true);
      expect(await hasConsent(ctx, sari.id, "photos")).toBe(false);
    }),
  );

  test(
    "consent for one trial says nothing about another, and a general withdrawal covers both",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ctx = contextFor(db, sari);
      await setConsent(ctx, { purpose: "delivery_address", given: true, trialId: 1 });
      expect(await hasConsent(ctx, sari.id, "delivery_address", 1)).toBe(true);
      expect(await hasConsent(ctx, sari.id, "delivery_address", 2)).toBe(false);
      await setConsent(ctx, { purpose: "delivery_address", given: false });
      expect(await hasConsent(ctx, sari.id, "delivery_address", 1)).toBe(false);
    }),
  );
});

test.each([
  [2008, "18-24"],
  [2002, "18-24"],
  [2001, "25-34"],
  [1990, "35-44"],
  [1972, "45-54"],
  [1971, "55+"],
] as const)("somebody born in %i belongs to the group %s in 2026", (birthYear, band) => expect(ageBand(birthYear, noon)).toBe(band));

test(
  "an address that is in use cannot be taken again, in whatever letters",
  rolledBack(async (db) => {
    const { sari } = await createCast(db);
    const [row] = await db.select().from(people).where(eq(people.id, sari.id));
    const { createPerson } = await import("./create-person.server");
    await expect(
      createPerson(contextFor(db), { email: row!.email.toUpperCase(), displayName: "Dua", role: "member", locale: "id", birthYear: 1990, emailVerified: true }),
    ).rejects.toThrow(Conflict);
  }),
);
