import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { prototypes } from "~db/schema/index";
import type { PrototypeFields } from "./input";
import { getPrototype } from "./queries.server";

/** Changes a prototype. Made on an older revision, nothing changes and the person is shown what stands now. */
export const editPrototype = async (
  ctx: Context,
  { prototypeId, revision, ...fields }: PrototypeFields & { prototypeId: number; revision: number },
): Promise<void> => {
  await getPrototype(ctx, prototypeId);
  await inTransaction(ctx, async (inner) => {
    const [changed] = await inner.db
      .update(prototypes)
      .set({ ...fields, revision: sql`${prototypes.revision} + 1` })
      .where(and(eq(prototypes.id, prototypeId), eq(prototypes.revision, revision)))
      .returning({ id: prototypes.id });
    if (!changed) {
      const { prototype } = await getPrototype(inner, prototypeId);
      const values = {
        name: prototype.name,
        "description.en": prototype.description.en,
        "description.id": prototype.description.id,
        ingredients: prototype.ingredients,
        allergens: prototype.allergens,
        "usage.en": prototype.usage.en,
        "usage.id": prototype.usage.id,
      };
      throw new Conflict("the prototype was changed meanwhile", { key: "stale" }, { revision: prototype.revision, values });
    }
    await record(inner, { kind: "prototype.edited", subject: { kind: "prototype", id: prototypeId } });
  });
};
