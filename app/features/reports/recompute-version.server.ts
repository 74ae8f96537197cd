// A published version made again from the answers as they are now, by the draft that it was made from: whether it comes out as the same bytes.
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { reportVersions } from "~db/schema/index";
import { assembleReport } from "./assembling/assemble-report.server";
import { canonicalJson } from "./canonical-json";
import { computeReport } from "./compute-report.server";
import { loadReportData } from "./data.server";
import { getReport } from "./queries.server";
import { emptyDraft, type BlockName, type ReportContent } from "./report";
import { findKnownSegments } from "./segments/queries.server";

export type Recomputed = {
  /** `older`: the version is from before what it was made from was kept. */
  outcome: "same" | "answers_changed" | "differs" | "older";
  softwareVersion: string;
  dataHash: { published: string; now: string | null };
  /** SHA-256 of the canonical JSON. */
  bytes: { published: string; now: string | null };
  /** Blocks that come out otherwise, because they rest on more than the answers: votes, codes, quotations, what the worker finished later. */
  differing: BlockName[];
};

const hashOf = (content: ReportContent): string => createHash("sha256").update(canonicalJson(content)).digest("hex");

const differingBlocks = (published: ReportContent, now: ReportContent): BlockName[] => {
  const printsOf = ({ blocks }: ReportContent) => new Map(blocks.map((block) => [block.block, canonicalJson(block)]));
  const [before, after] = [printsOf(published), printsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
};

export const recomputeVersion = async (ctx: Context, { trialId, number }: { trialId: number; number: number }): Promise<Recomputed> => {
  const { trial, report } = await getReport(ctx, trialId);
  const [version] =
    report.id === null
      ? []
      : await ctx.db
          .select()
          .from(reportVersions)
          .where(and(eq(reportVersions.reportId, report.id), eq(reportVersions.number, number)));
  if (!version) throw new NotFound("version");
  const published = { softwareVersion: version.softwareVersion, bytes: hashOf(version.content) };
  const without = (outcome: Recomputed["outcome"], hash: string | null): Recomputed => ({
    outcome,
    softwareVersion: published.softwareVersion,
    dataHash: { published: version.dataHash, now: hash },
    bytes: { published: published.bytes, now: null },
    differing: [],
  });
  const { madeFrom } = version;
  if (!madeFrom) return without("older", null);
  // One view of everything, as when it was published.
  return inTransaction(ctx, async (inner) => {
    const draft = { ...emptyDraft, ...madeFrom.draft };
    const segment = madeFrom.segmentId === null ? null : ((await findKnownSegments(inner, trialId)).find(({ id }) => id === madeFrom.segmentId) ?? null);
    const data = await loadReportData(inner, trial, draft.exclusions, segment);
    if (data.dataHash !== version.dataHash) return without("answers_changed", data.dataHash);
    const content = assembleReport(await computeReport(inner, data, draft, report.id), draft);
    const bytes = hashOf(content);
    return {
      ...without(bytes === published.bytes ? "same" : "differs", data.dataHash),
      bytes: { published: published.bytes, now: bytes },
      differing: bytes === published.bytes ? [] : differingBlocks(version.content, content),
    };
  });
};
