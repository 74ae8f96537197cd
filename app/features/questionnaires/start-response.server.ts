import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { responses } from "~db/schema/index";
import { authorizeStart } from "./access.server";

type Input = {
  versionId: number;
  /** For a screener: who applies. */
  personId?: number;
  /** For an evaluation: the participant, the prototype and its place in the order of presentation. */
  participantId?: number;
  prototypeId?: number;
  position?: number;
};

/** An empty response; the same one when it was started before. Returns its id. */
export const startResponse = async (ctx: Context, input: Input): Promise<number> => {
  await authorizeStart(ctx, input);
  const { versionId, personId = null, participantId = null, prototypeId = null, position = null } = input;
  return inTransaction(ctx, async ({ db }) => {
    const [created] = await db
      .insert(responses)
      .values({ versionId, personId, participantId, prototypeId, position, startedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: responses.id });
    if (created) return created.id;
    const same =
      participantId === null
        ? and(eq(responses.versionId, versionId), eq(responses.personId, personId ?? 0))
        : and(eq(responses.participantId, participantId), prototypeId === null ? isNull(responses.prototypeId) : eq(responses.prototypeId, prototypeId));
    const [known] = await db.select({ id: responses.id }).from(responses).where(same);
    if (!known) throw new Error("The response was neither started nor known");
    return known.id;
  });
};
