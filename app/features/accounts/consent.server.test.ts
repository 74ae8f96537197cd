import { expect, it } from "vitest";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { consentsInForce, hasConsent, listMyConsents, setConsent } from "./consent.server";

it(
  "a refusal is written down once and asked no more, and is no withdrawal",
  rolledBack(async (db) => {
    const { sari } = await createCast(db);
    const ctx = contextFor(db, sari);
    expect(consentsInForce(await listMyConsents(ctx)).quotations).toBeNull();
    await setConsent(ctx, { purpose: "quotations", given: false });
    await setConsent(ctx, { purpose: "quotations", given: false });
    const ledger = await listMyConsents(ctx);
    expect(ledger).toHaveLength(1);
    expect(ledger[0]).toMatchObject({ purpose: "quotations", given: false, isRefusal: true });
    expect(await hasConsent(ctx, sari.id, "quotations")).toBe(false);
  }),
);

it(
  "what was given and taken back is a withdrawal",
  rolledBack(async (db) => {
    const { sari } = await createCast(db);
    const ctx = contextFor(db, sari);
    await setConsent(ctx, { purpose: "quotations", given: true });
    expect(await hasConsent(ctx, sari.id, "quotations")).toBe(true);
    await setConsent(ctx, { purpose: "quotations", given: false });
    expect((await listMyConsents(ctx)).map(({ given, isRefusal }) => [given, isRefusal])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(await hasConsent(ctx, sari.id, "quotations")).toBe(false);
  }),
);
