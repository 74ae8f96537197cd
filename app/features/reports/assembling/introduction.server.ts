// What the authors of a report say before one of its blocks, in both languages, as part of the draft.
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { getReport } from "../queries.server";
import type { BlockName } from "../report";
import { holdReport, writeDraft } from "../save-draft.server";
import { canHaveIntroduction, emptyAssembly } from "./assembly";

const nothing: LocalizedText = { en: "", id: "" };

export const getIntroduction = async (ctx: Context, trialId: number, block: BlockName) => {
  const { trial, report } = await getReport(ctx, trialId);
  if (!canHaveIntroduction(block)) throw new NotFound("introduction");
  return { trial, revision: report.revision, introduction: report.draft.assembly?.introductions[block] ?? nothing };
};

type Input = { trialId: number; block: BlockName; introduction: LocalizedText; revision: number };

/** Empty in both languages, it is none. */
export const writeIntroduction = async (ctx: Context, { trialId, block, introduction, revision }: Input): Promise<void> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!canHaveIntroduction(block)) throw new NotFound("introduction");
  await inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, trialId);
    const assembly = report.draft.assembly ?? emptyAssembly;
    if (report.revision !== revision) {
      const { en, id } = assembly.introductions[block] ?? nothing;
      throw new Conflict(
        "the report was changed meanwhile",
        { key: "stale" },
        { revision: report.revision, values: { "introduction.en": en, "introduction.id": id } },
      );
    }
    const { [block]: _replaced, ...others } = assembly.introductions;
    const introductions = introduction.en || introduction.id ? { ...others, [block]: introduction } : others;
    await writeDraft(inner, report, { ...report.draft, assembly: { ...assembly, introductions } });
    await record(inner, { kind: "report.introduced", subject: { kind: "trial", id: trialId }, data: { block, revision: report.revision + 1 } });
  });
};
