import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { prototypes } from "~db/schema/index";
import type { PrototypeFields } from "./input";
import { getProduct } from "./queries.server";

/** A new prototype of a product; returns its id. */
export const createPrototype = async (ctx: Context, { productId, ...fields }: PrototypeFields & { productId: number }): Promise<number> => {
  await getProduct(ctx, productId);
  return inTransaction(ctx, async (inner) => {
    const [prototype] = await inner.db
      .insert(prototypes)
      .values({ ...fields, productId, createdAt: ctx.now })
      .returning({ id: prototypes.id });
    if (!prototype) throw new Error("The prototype was not created");
    await record(inner, { kind: "prototype.created", subject: { kind: "prototype", id: prototype.id }, data: { productId } });
    return prototype.id;
  });
};
