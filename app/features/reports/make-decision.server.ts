// What the product team does about a finding. A new decision stands beside the old one; nothing is overwritten.
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { decisions } from "~db/schema/index";
import { requireOwner } from "./deciding/decisions.server";
import { getVersion } from "./queries.server";
import type { DecisionChoice } from "./report";

export const makeDecision = async (
  ctx: Context,
  input: { trialId: number; number: number; finding: string; choice: DecisionChoice; note: string; ownerId?: number; dueOn?: string },
): Promise<number> => {
  const { trial, version, content } = await getVersion(ctx, input.trialId, input.number);
  authorize(ctx.actor, "decide", { teamId: trial.teamId });
  if (!content.findings.some(({ key }) => key === input.finding)) throw new NotFound("finding");
  await requireOwner(ctx, trial.teamId, input.ownerId);
  return inTransaction(ctx, async (inner) => {
    const [row] = await inner.db
      .insert(decisions)
      .values({
        reportVersionId: version.id,
        finding: input.finding,
        choice: input.choice,
        note: input.note,
        ownerId: input.ownerId ?? null,
        dueOn: input.dueOn ?? null,
        by: actorId(ctx.actor),
        at: ctx.now,
      })
      .returning({ id: decisions.id });
    await record(inner, {
      kind: "decision.made",
      subject: { kind: "trial", id: trial.id },
      data: { number: input.number, finding: input.finding, choice: input.choice },
    });
    return row!.id;
  });
};
