// The thread's side: what a page shows as it was last computed, from everything as it stands at one moment.
import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isUnblinded } from "~/features/trials/trial";
import { reports } from "~db/schema/index";
import { computeWaves } from "../comparing/compare-waves.server";
import { computeAtOnce, computeBaseReport, partsOf } from "../compute-report.server";
import { findTrialFacts, loadReportData, type ReportData, type TrialFacts } from "../data.server";
import type { StoredMethod } from "../later/computation";
import { planComputations } from "../later/plan.server";
import { emptyDraft, type ReportDraft } from "../report";
import { findSegment } from "../segments/queries.server";
import { computeWeights } from "../weights/overview.server";
import { stampOf } from "./stamp.server";
import type { StoredResult } from "./stored";

type Asked = { trialId: number; segmentId: number | null; method: StoredMethod };
type Given = Asked & { trial: TrialFacts; report: { id: number | null; draft: ReportDraft } };
type OnStep = (done: number, steps: number) => void;

export type ComputedNow = {
  result: StoredResult;
  /** Of what it was really computed from, which may be newer than what was asked for. */
  stamp: string;
  /** The long computations that these answers call for. */
  wanted: { method: string; seed: string }[];
};

/** Too small a part is not counted either. */
const baseOf = ({ segment, rows }: ReportData): StoredResult["base"] =>
  segment && segment.state !== "shown" ? null : { people: new Set(rows.person).size, responses: rows.count };

const computeDraft = async (ctx: Context, { trialId, segmentId, trial, report }: Given, onStep: OnStep): Promise<Omit<ComputedNow, "stamp">> => {
  const segment = segmentId === null ? null : await findSegment(ctx, trialId, segmentId);
  onStep(0, 1);
  const data = await loadReportData(ctx, trial, report.draft.exclusions, segment);
  const steps = 1 + partsOf(data);
  onStep(1, steps);
  let done = 1;
  const onPart = () => onStep((done += 1), steps);
  const hasResults = isUnblinded(trial.state);
  const content = hasResults ? await computeAtOnce(ctx, data, report.draft, report.id, onPart) : await computeBaseReport(ctx, data, report.draft);
  const wanted = hasResults ? planComputations(data).map(({ method, seed }) => ({ method, seed })) : [];
  return { result: { kind: "draft", content, dataHash: data.dataHash, base: baseOf(data) }, wanted };
};

const makers: Record<StoredMethod, (ctx: Context, given: Given, onStep: OnStep) => Promise<Omit<ComputedNow, "stamp">>> = {
  draft: computeDraft,
  waves: async (ctx, { trial, report }, onStep) => {
    onStep(0, 2);
    const data = await loadReportData(ctx, trial, report.draft.exclusions);
    onStep(1, 2);
    const content = await computeWaves(ctx, data, report.draft.exclusions);
    return { result: { kind: "waves", content, dataHash: data.dataHash, base: baseOf(data) }, wanted: [] };
  },
  weights: async (ctx, { trial, report }, onStep) => {
    onStep(0, 1);
    return { result: { kind: "weights", content: await computeWeights(ctx, trial, report.draft), dataHash: "", base: null }, wanted: [] };
  },
};

/** Null where there is no such segment any more. */
export const computeStored = async (ctx: Context, asked: Asked, onStep: OnStep): Promise<ComputedNow | null> => {
  const trial = await findTrialFacts(ctx, asked.trialId);
  const [row] = await ctx.db.select().from(reports).where(eq(reports.trialId, asked.trialId));
  const report = { id: row?.id ?? null, draft: { ...emptyDraft, ...row?.draft } };
  if (asked.segmentId !== null && (await findSegment(ctx, asked.trialId, asked.segmentId)) === null) return null;
  const stamp = await stampOf(ctx, { trial, report, segmentId: asked.segmentId });
  return { ...(await makers[asked.method](ctx, { ...asked, trial, report }, onStep)), stamp };
};
