import { actorId, inTransaction, type Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { authorize } from "~/policy/can";
import { questionnaires } from "~db/schema/index";
import { checked } from "./check-input.server";
import { titleSchema } from "./input.server";

type Input = { kind: "screener" | "evaluation"; title: LocalizedText; teamId?: number };

/** An empty questionnaire; returns its id. */
export const createQuestionnaire = async (ctx: Context, input: Input): Promise<number> => {
  if (input.teamId === undefined) authorize(ctx.actor, "enter-workshop", null);
  else authorize(ctx.actor, "run-trial", { teamId: input.teamId });
  const title = checked(titleSchema, input.title, { prefix: "title" });
  return inTransaction(ctx, async ({ db }) => {
    const [row] = await db
      .insert(questionnaires)
      .values({ kind: input.kind, title, createdBy: actorId(ctx.actor), createdAt: ctx.now })
      .returning({ id: questionnaires.id });
    if (!row) throw new Error("The questionnaire was not created");
    return row.id;
  });
};
