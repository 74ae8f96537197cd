// How far the team is with a report: what is said about each block, who sees to it, and what is left to do before it is published.
import type { Context } from "~/core/context";
import { readinessOf, type Assignment } from "../assigning/assignment";
import { findAssignments, listColleagues } from "../assigning/queries.server";
import { openThreads, threadsOf } from "../discussing/comment";
import { findComments } from "../discussing/queries.server";
import { getLiveReport } from "../queries.server";
import type { BlockName } from "../report";

export type BlockWork = { openComments: number; assignment: Assignment | null };

/** Of the blocks that a report shows, and of all comments on it: what is said about a block that is left out is still to be settled. */
export const findWork = async (ctx: Context, reportId: number | null, shown: readonly BlockName[]) => {
  const [comments, assignments] = [await findComments(ctx, reportId), await findAssignments(ctx, reportId)];
  const open = openThreads(comments);
  return {
    ...readinessOf(assignments, shown),
    openComments: open.length,
    blocks: shown.map((block) => ({
      block,
      openComments: open.filter((thread) => thread.block === block).length,
      assignment: assignments.find((each) => each.block === block) ?? null,
    })),
    /** Blocks with open comments that the report does not show. */
    elsewhere: [...new Set(open.map(({ block }) => block))].filter((block) => !shown.includes(block)),
  };
};

export type Work = Awaited<ReturnType<typeof findWork>>;

/** One block with everything that is done about it, also where the report leaves it out or has no such block now. */
export const getBlock = async (ctx: Context, trialId: number, block: BlockName) => {
  const { trial, report, content, computed, hasResults } = await getLiveReport(ctx, trialId);
  const [comments, assignments] = [await findComments(ctx, report.id, block), await findAssignments(ctx, report.id)];
  return {
    trial,
    content: { ...computed, blocks: computed.blocks.filter((each) => each.block === block) },
    isLeftOut: !content.blocks.some((each) => each.block === block),
    introduction: report.draft.assembly?.introductions[block] ?? null,
    hasResults,
    threads: threadsOf(comments),
    assignment: assignments.find((each) => each.block === block) ?? null,
    colleagues: await listColleagues(ctx, trial.teamId),
  };
};
