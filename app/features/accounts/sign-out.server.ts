import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import { endSession } from "~/platform/sessions.server";

/** Ends the session that asks; for a visitor there is nothing to end. */
export const signOut = async (ctx: Context): Promise<void> => {
  const { actor } = ctx;
  if (actor.kind !== "person") return;
  await inTransaction(ctx, async (inner) => {
    await endSession(inner.db, actor.sessionId);
    await record(inner, { kind: "account.signed_out", subject: { kind: "person", id: actor.id } });
  });
};
