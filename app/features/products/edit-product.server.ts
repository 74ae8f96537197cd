import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { products } from "~db/schema/index";
import type { ProductFields } from "./input";
import { getProduct } from "./queries.server";

/** Changes a product. Made on an older revision, nothing changes and the person is shown what stands now. */
export const editProduct = async (ctx: Context, input: ProductFields & { productId: number; revision: number }): Promise<void> => {
  await getProduct(ctx, input.productId);
  await inTransaction(ctx, async (inner) => {
    const [changed] = await inner.db
      .update(products)
      .set({ name: input.name, description: input.description, category: input.category ?? "", revision: sql`${products.revision} + 1` })
      .where(and(eq(products.id, input.productId), eq(products.revision, input.revision)))
      .returning({ id: products.id });
    if (!changed) {
      const { name, description, category, revision } = await getProduct(inner, input.productId);
      const values = { "name.en": name.en, "name.id": name.id, "description.en": description.en, "description.id": description.id, category };
      throw new Conflict("the product was changed meanwhile", { key: "stale" }, { revision, values });
    }
    await record(inner, { kind: "product.edited", subject: { kind: "product", id: input.productId } });
  });
};
