// A form sent twice is carried out once: the key is inserted first, inside the transaction of the act, so a twin waits for it and replays its answer.
import { eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { idempotencyKeys } from "~db/schema/index";

type Use = {
  /** From the hidden field of the form, made by `newIdempotencyKey`. Absent keys are carried out as they come. */
  key: string | undefined;
  /** What the key was made for; the same key for something else is refused. */
  use: string;
};

/** Runs `work` in a transaction, once per key. `work` returns something that survives JSON. */
export const once = <T>(ctx: Context, { key, use }: Use, work: (ctx: Context) => Promise<T>): Promise<T> =>
  inTransaction(ctx, async (inner) => {
    if (!key) return work(inner);
    const personId = actorId(ctx.actor);
    const [fresh] = await inner.db
      .insert(idempotencyKeys)
      .values({ key, use, personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (!fresh) {
      const [known] = await inner.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
      if (!known || known.use !== use || known.personId !== personId) throw new Conflict("the key belongs to another form");
      return known.answer as T;
    }
    const answer = await work(inner);
    await inner.db.update(idempotencyKeys).set({ answer }).where(eq(idempotencyKeys.key, key));
    return answer;
  });
