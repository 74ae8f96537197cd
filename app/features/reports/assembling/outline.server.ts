// The outline of a report: every block by its name and finding, put in order and left out by whoever writes the report, and taken back.
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { countOpen } from "../discussing/comment";
import { findComments } from "../discussing/queries.server";
import { findAssignments } from "../assigning/queries.server";
import { describeBlock } from "../exports/describe/describe-report.server";
import { speechOf } from "../exports/describe/speech.server";
import { getLiveReport, getReport } from "../queries.server";
import { holdReport, writeDraft } from "../save-draft.server";
import { arrange, changeBetween, emptyAssembly, merge, outlineOf, readOutline, writeOutline, type Outline } from "./assembly";

export const getOutline = async (ctx: Context, trialId: number) => {
  const { trial, report, computed, hasResults } = await getLiveReport(ctx, trialId);
  const assembly = report.draft.assembly ?? emptyAssembly;
  const present = computed.blocks.map(({ block }) => block);
  const speech = speechOf(ctx.locale, computed.prototypes);
  const [comments, assignments] = [await findComments(ctx, report.id), await findAssignments(ctx, report.id)];
  const placed = arrange(assembly, present);
  const before = assembly.before && arrange(assembly.before, present);
  const change = before && changeBetween(before, placed);
  return {
    trial,
    hasResults,
    revision: report.revision,
    /** What was done last, and the outline that taking it back leads to. */
    last: before && change && { change, outline: writeOutline(outlineOf(before)) },
    blocks: placed.map(({ block, isLeftOut }) => {
      const [part] = describeBlock(
        speech,
        computed.blocks.find((each) => each.block === block)!,
        computed,
      );
      return {
        block,
        isLeftOut,
        /** The first of what it says, in the reader's language; empty where that is only its name. */
        says: part && part.title !== part.part ? part.title : "",
        findings: computed.findings.filter((finding) => finding.block === block).length,
        introduction: assembly.introductions[block] ?? null,
        assignment: assignments.find((each) => each.block === block) ?? null,
        openComments: countOpen(comments, block),
      };
    }),
  };
};

export type LastChange = NonNullable<Awaited<ReturnType<typeof getOutline>>["last"]>;
export type OutlineBlock = Awaited<ReturnType<typeof getOutline>>["blocks"][number];

/** The outline becomes what somebody wants who has seen it as it is; blocks that they did not see stay where they were. */
export const setOutline = async (ctx: Context, input: { trialId: number; outline: string; revision: number }): Promise<void> => {
  const { trial } = await getReport(ctx, input.trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  const wanted = readOutline(input.outline);
  if (!wanted) throw new Invalid({ outline: { key: "not_understood" } });
  await inTransaction(ctx, async (inner) => {
    const report = await holdReport(inner, input.trialId);
    const known = report.draft.assembly ?? emptyAssembly;
    if (report.revision !== input.revision) {
      const values = { outline: writeOutline(known) };
      throw new Conflict("the report was changed meanwhile", { key: "outline_stale" }, { revision: report.revision, values });
    }
    const before: Outline = { order: known.order, leftOut: known.leftOut };
    await writeDraft(inner, report, { ...report.draft, assembly: { ...known, ...merge(known, wanted), before } });
    await record(inner, { kind: "report.assembled", subject: { kind: "trial", id: input.trialId }, data: { revision: report.revision + 1 } });
  });
};
