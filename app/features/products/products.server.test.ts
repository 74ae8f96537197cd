import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, NotFound, SignInRequired } from "~/core/errors";
import { visitor } from "~/core/context";
import { teams } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { archiveProduct } from "./archive-product.server";
import { createProduct } from "./create-product.server";
import { createPrototype } from "./create-prototype.server";
import { editProduct } from "./edit-product.server";
import { getProduct, getPrototype, listProducts } from "./queries.server";

const shampoo = { name: { en: "Refill shampoo", id: "Sampo isi ulang" }, description: { en: "", id: "" } };

describe("products", () => {
  it(
    "are seen by the product managers of their team and not by those of another",
    rolledBack(async (db) => {
      const { rian, maya, sari } = await createCast(db);
      const [snacks] = await db.insert(teams).values({ name: "Snacks" }).returning();
      const own = await createProduct(contextFor(db, rian), { teamId: rian.teamIds[0]!, ...shampoo });
      const foreign = await createProduct(contextFor(db, maya), { teamId: snacks!.id, ...shampoo });
      expect((await listProducts(contextFor(db, rian))).items.map(({ id }) => id)).toEqual([own]);
      await expect(getProduct(contextFor(db, rian), foreign)).rejects.toThrow(NotFound);
      await expect(createProduct(contextFor(db, rian), { teamId: snacks!.id, ...shampoo })).rejects.toThrow(NotFound);
      await expect(getProduct(contextFor(db, sari), own)).rejects.toThrow(Forbidden);
      await expect(getProduct(contextFor(db, visitor), own)).rejects.toThrow(SignInRequired);
    }),
  );

  it(
    "keep the first of two changes made on the same revision and show the second person what stands",
    rolledBack(async (db) => {
      const { rian, teamId } = await createCast(db);
      const ctx = contextFor(db, rian);
      const productId = await createProduct(ctx, { teamId, ...shampoo });
      await editProduct(ctx, { productId, revision: 1, ...shampoo, name: { en: "Refill pouch", id: "Isi ulang" } });
      const second = editProduct(ctx, { productId, revision: 1, ...shampoo, name: { en: "Pouch", id: "Kantong" } });
      const refusal: unknown = await second.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Conflict);
      expect((refusal as Conflict).current).toMatchObject({ revision: 2, values: { "name.en": "Refill pouch" } });
      expect((await getProduct(ctx, productId)).name.id).toBe("Isi ulang");
    }),
  );

  it(
    "leave the list when archived and come back when restored",
    rolledBack(async (db) => {
      const { rian, teamId } = await createCast(db);
      const ctx = contextFor(db, rian);
      const productId = await createProduct(ctx, { teamId, ...shampoo });
      await archiveProduct(ctx, { productId, archived: true });
      await archiveProduct(ctx, { productId, archived: true });
      expect((await listProducts(ctx)).items).toEqual([]);
      expect((await listProducts(ctx, { archived: true })).items).toHaveLength(1);
      await archiveProduct(ctx, { productId, archived: false });
      expect((await listProducts(ctx)).items).toHaveLength(1);
    }),
  );

  it(
    "hide their prototypes from other teams too",
    rolledBack(async (db) => {
      const { rian, maya } = await createCast(db);
      const [snacks] = await db.insert(teams).values({ name: "Snacks" }).returning();
      const productId = await createProduct(contextFor(db, maya), { teamId: snacks!.id, ...shampoo });
      const text = { en: "", id: "" };
      const prototype = { name: "Spun dry", description: text, usage: text, ingredients: "", allergens: "", isBenchmark: false };
      const prototypeId = await createPrototype(contextFor(db, maya), { productId, ...prototype });
      await expect(getPrototype(contextFor(db, rian), prototypeId)).rejects.toThrow(NotFound);
      await expect(createPrototype(contextFor(db, rian), { productId, ...prototype })).rejects.toThrow(NotFound);
    }),
  );
});
