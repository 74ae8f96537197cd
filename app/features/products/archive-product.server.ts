import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { products } from "~db/schema/index";
import { getProduct } from "./queries.server";

/** An archived product leaves the lists and gets no new trials; what was learnt about it stays. */
export const archiveProduct = async (ctx: Context, input: { productId: number; archived: boolean }): Promise<void> => {
  const product = await getProduct(ctx, input.productId);
  if (Boolean(product.archivedAt) === input.archived) return;
  await inTransaction(ctx, async (inner) => {
    await inner.db
      .update(products)
      .set({ archivedAt: input.archived ? ctx.now : null })
      .where(eq(products.id, input.productId));
    await record(inner, { kind: "product.edited", subject: { kind: "product", id: input.productId }, data: { archived: input.archived } });
  });
};
