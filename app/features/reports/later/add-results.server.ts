// What was computed later joins the findings that it belongs to: intervals, strengths per person, and blocks of its own.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { isLiftTable } from "../blocks/check-all/analyse.server";
import type { ReportData } from "../data.server";
import { findingsOf, isQuestionsBlock } from "../findings.server";
import type { QuestionFinding, QuestionsBlock, ResultTable } from "../question-result";
import { ratingsThatMeasure } from "../rating-analysis.server";
import type { BlockName, ReportContent, ReportPrototype } from "../report";
import { cell, isLowBase } from "../result-parts.server";
import { findResults } from "./computations.server";
import { turfFinding } from "./turf-finding.server";
import { likingGroupsFinding } from "./liking-groups-finding.server";
import type { BestWorstPeopleResult, DriversResult, LiftsResult, LongResult, PricesResult } from "./task";
import { sayLater } from "./words.server";

/** What the findings speak of, without any answer. */
export type Known = Pick<ReportData, "questions" | "dataHash"> & { trial: Pick<ReportData["trial"], "id" | "alpha" | "source">; prototypes: ReportPrototype[] };

type Found = Map<string, { result: LongResult; seed: string }>;

const basisNotes = (data: Known, { n, of }: { n: number; of: number }, seed: string): LocalizedText[] => [
  ...(of > n ? [sayLater("sampled", { n: { number: n }, of: { number: of } })] : []),
  sayLater("seeded", { seed, hash: data.dataHash.slice(0, 12) }),
];

/** Rows of the first table are the price points, by name. */
const withIntervals = (data: Known, finding: QuestionFinding, result: PricesResult, seed: string): QuestionFinding => ({
  ...finding,
  tables: finding.tables.map((table, index) =>
    index > 0
      ? table
      : {
          ...table,
          rows: table.rows.map((row) => {
            const bounds = Object.entries(result.intervals).find(([point]) => point === row.key)?.[1] ?? null;
            return { ...row, cells: row.cells.map((each) => (each.kind === "money" && each.value !== null ? { ...each, bounds } : each)) };
          }),
        },
  ),
  notes: [...finding.notes, sayLater("prices_intervals", { samples: { number: result.samples } }), ...basisNotes(data, result, seed)],
});

type Item = { value: string; label: LocalizedText };

const peopleTable = (items: readonly Item[], result: BestWorstPeopleResult): ResultTable => ({
  caption: sayLater("strengths_table"),
  head: [sayLater("head_item"), sayLater("head_mean_share"), sayLater("head_middle")],
  rows: items
    .map((item, place) => ({ item, own: result.items[place]! }))
    .sort((a, b) => b.own.share - a.own.share)
    .map(({ item, own }) => ({
      key: item.value,
      label: item.label,
      isLow: isLowBase(result.n),
      cells: [
        cell("share", own.share),
        { kind: "text" as const, value: null, text: sayLater("from_to", { from: { share: own.lower }, to: { share: own.upper } }) },
      ],
    })),
});

const withStrengths = (data: Known, finding: QuestionFinding, result: BestWorstPeopleResult, seed: string): QuestionFinding => {
  const question = data.questions.find(({ key }) => key === finding.key);
  const { items } = (question?.config ?? { items: [] }) as { items: Item[] };
  return {
    ...finding,
    tables: [...finding.tables, peopleTable(items, result)],
    notes: [
      ...finding.notes,
      sayLater(result.largestRhat <= 1.05 ? "strengths_note" : "strengths_apart", {
        draws: { number: result.draws },
        chains: result.chains,
        rhat: { number: result.largestRhat, digits: 3 },
      }),
      ...basisNotes(data, result, seed),
    ],
  };
};

const withLifts = (data: Known, finding: QuestionFinding, result: LiftsResult, seed: string): QuestionFinding => ({
  ...finding,
  tables: finding.tables.map((table) =>
    isLiftTable(table)
      ? {
          ...table,
          rows: table.rows.map((row) => ({
            ...row,
            cells: row.cells.map((each) => (each.kind === "difference" && each.value !== null ? { ...each, bounds: result.intervals[row.key] ?? null } : each)),
          })),
        }
      : table,
  ),
  notes: finding.tables.some(isLiftTable)
    ? [...finding.notes, sayLater("lifts_intervals", { samples: { number: result.samples } }), ...basisNotes(data, result, seed)]
    : finding.notes,
});

/** The chart shows parts of what is explained; the table the same parts of everything, by two methods. */
const withDriverIntervals = (data: Known, finding: QuestionFinding, result: DriversResult, seed: string): QuestionFinding => {
  const { chart } = finding;
  if (chart?.kind !== "intervals") return finding;
  const rows = chart.rows.map((row) => ({ ...row, bounds: result.intervals[row.key]?.share ?? null }));
  const widest = Math.max(...rows.map(({ value, bounds }) => Math.max(value, bounds?.upper ?? 0)));
  return {
    ...finding,
    chart: { ...chart, domain: [chart.domain[0], Math.min(1, Math.max(chart.domain[1], widest * 1.05))], rows },
    tables: finding.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => {
        const own = result.intervals[row.key];
        const bounds = [null, null, own?.shapley ?? null, own?.relativeWeight ?? null];
        return {
          ...row,
          cells: row.cells.map((each, index) => (each.kind === "share" && each.value !== null ? { ...each, bounds: bounds[index] ?? null } : each)),
        };
      }),
    })),
    notes: [
      ...finding.notes,
      sayLater(result.rSquared ? "drivers_intervals" : "drivers_intervals_plain", {
        samples: { number: result.samples },
        ...(result.rSquared ? { from: { share: result.rSquared.lower }, to: { share: result.rSquared.upper } } : {}),
      }),
      ...basisNotes(data, result, seed),
    ],
  };
};

const joined = (data: Known, block: QuestionsBlock, found: Found): QuestionsBlock => ({
  ...block,
  questions: block.questions.map((finding) => {
    const own = found.get(`${block.block}:${finding.key}`);
    if (own?.result.kind === "prices") return withIntervals(data, finding, own.result, own.seed);
    if (own?.result.kind === "best_worst") return withStrengths(data, finding, own.result, own.seed);
    if (own?.result.kind === "lifts") return withLifts(data, finding, own.result, own.seed);
    if (own?.result.kind === "drivers") return withDriverIntervals(data, finding, own.result, own.seed);
    return finding;
  }),
});

const likingGroupsBlock = (data: Known, found: Found): QuestionsBlock[] => {
  const own = found.get("liking_groups");
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  if (!own || !liking || (own.result.kind !== "liking_groups" && own.result.kind !== "not_enough_data")) return [];
  return [{ block: "liking_groups", questions: [likingGroupsFinding(data, liking, own.result, own.seed)] }];
};

const turfBlock = (data: Known, found: Found): QuestionsBlock[] => {
  const own = found.get("turf");
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  return own?.result.kind === "turf" && liking ? [{ block: "turf", questions: [turfFinding(data, liking, own.result, own.seed)] }] : [];
};

/** What stands after the blocks that are computed later. */
const following: readonly BlockName[] = ["counted", "diary", "ideas", "themes", "crosstabs", "quotations", "base", "method"];

/** Names what the worker has finished, so that nobody publishes more than they have looked at. */
type WithResults = { content: ReportContent; finished: string };

export const nothing = "[]";

/**
 * The same report with what the worker has finished for exactly these answers. It needs no answer again: only what was asked, of which trial, and the
 * fingerprint of the answers.
 */
export const addResults = async (ctx: Context, asked: Omit<Known, "prototypes">, content: ReportContent): Promise<WithResults> => {
  if (content.segment && content.segment.state !== "shown") return { content, finished: nothing };
  const found = await findResults(ctx, asked.trial.id, asked.dataHash);
  if (found.size === 0) return { content, finished: nothing };
  const { trial, questions, dataHash } = asked;
  const data: Known = { trial, questions, dataHash, prototypes: content.prototypes };
  const blocks = content.blocks.map((block) => (isQuestionsBlock(block) ? joined(data, block, found) : block));
  const added = [...(content.segment ? [] : likingGroupsBlock(data, found)), ...turfBlock(data, found)];
  blocks.splice(
    blocks.findIndex(({ block }) => following.includes(block)),
    0,
    ...added,
  );
  return { content: { ...content, blocks, findings: findingsOf(blocks, content.prototypes) }, finished: JSON.stringify([...found.keys()].sort()) };
};
