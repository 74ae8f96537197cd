import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { products } from "~db/schema/index";
import type { ProductFields } from "./input";

/** A new product of a team; returns its id. */
export const createProduct = async (ctx: Context, input: ProductFields & { teamId: number }): Promise<number> => {
  authorize(ctx.actor, "manage-product", { teamId: input.teamId });
  return inTransaction(ctx, async (inner) => {
    const [product] = await inner.db
      .insert(products)
      .values({ teamId: input.teamId, name: input.name, description: input.description, category: input.category ?? "", createdAt: ctx.now })
      .returning({ id: products.id });
    if (!product) throw new Error("The product was not created");
    await record(inner, { kind: "product.created", subject: { kind: "product", id: product.id }, data: { teamId: input.teamId } });
    return product.id;
  });
};
