// The crosstabs that the author put into the report, made again with the draft and kept in every version.
import { createHash } from "node:crypto";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { ReportData } from "../data.server";
import type { QuestionFinding, QuestionsBlock, ResultCell, ResultTable } from "../question-result";
import { smallestBase, type ReportDraft } from "../report";
import { cell, nameIn, plainText, say } from "../result-parts.server";
import { nameOfSpec, type Crosstab, type CrosstabBase, type CrosstabCell, type CrosstabPoint, type CrosstabRow, type CrosstabSpec } from "./crosstab";
import { findStudy, weightsFor, withSegment, type WeightsState } from "./load-study.server";
import { makeCrosstabs, type CrosstabStudy } from "./make-crosstabs.server";
import { columnLabel, notesOf, sayCrosstab, sentenceOf } from "./words.server";

const shownCell = ({ count, value, letters }: CrosstabCell, kind: CrosstabRow["kind"], n: number): ResultCell => {
  const more = letters === "" ? {} : { text: plainText(letters) };
  if (kind === "mean") return cell("mean", value, { n, ...more });
  return value === null ? cell("count", count) : cell("share", value, { n, ...more });
};

/** Equally weighted people who would tell as much, with one decimal so that it is not taken for a count. */
const effectiveCell = ({ effectiveN }: CrosstabBase): ResultCell => cell("score", effectiveN === null ? null : Math.round(effectiveN * 10) / 10);

const tableOf = (table: Crosstab, point: CrosstabPoint, at: number, { prototypes }: Pick<CrosstabStudy, "prototypes">): ResultTable => {
  const bases: CrosstabBase[] = [table.total, ...point.columns];
  const hasP = table.rows.some(({ points }) => points[at]!.p !== null);
  const isWeighted = table.total.effectiveN !== null;
  return {
    caption: table.about === null ? point.label : sayCrosstab("caption_about", { prototype: nameIn(prototypes, table.about) }, { by: point.label }),
    head: [
      say("head_answer"),
      sayCrosstab(table.total.isLow ? "total_low" : "total"),
      ...point.columns.map(columnLabel),
      ...(hasP ? [sayCrosstab("row_p")] : []),
    ],
    rows: [
      ...table.rows.map(({ key, label, kind, total, points }) => ({
        key,
        label,
        isLow: false,
        cells: [...[total, ...points[at]!.cells].map((own, index) => shownCell(own, kind, bases[index]!.n)), ...(hasP ? [cell("p", points[at]!.p)] : [])],
      })),
      { key: "n", label: plainText("n"), isLow: false, cells: [...bases.map(({ n }) => cell("count", n)), ...(hasP ? [cell("p", null)] : [])] },
      ...(isWeighted
        ? [{ key: "effective", label: sayCrosstab("row_effective"), isLow: false, cells: [...bases.map(effectiveCell), ...(hasP ? [cell("p", null)] : [])] }]
        : []),
    ],
  };
};

const goneFinding = (key: string): QuestionFinding => ({
  key,
  text: sayCrosstab("text_gone"),
  title: sayCrosstab("finding_gone"),
  strength: null,
  n: 0,
  chart: null,
  tables: [],
  method: sayCrosstab("text_gone"),
  notes: [],
});

type Pinned = { study: CrosstabStudy; spec: CrosstabSpec; key: string; wantsWeights: boolean; weights: WeightsState; leftOut: number };

const findingOf = async (ctx: Context, { study, spec, key, ...about }: Pinned): Promise<QuestionFinding> => {
  const question = study.questions.find((each) => each.key === spec.question);
  const by = spec.by.flatMap((each): LocalizedText[] => study.banners.filter((banner) => banner.key === each).map(({ label }) => label));
  const made = await makeCrosstabs(ctx, study, spec);
  if (!question || made.length === 0) return goneFinding(key);
  const { alpha } = study.trial;
  const { title, strength, compared } = sentenceOf({ question, prototypes: study.prototypes, by, alpha }, made);
  const tables = made.map(({ table }) => table);
  const [method, ...notes] = [...notesOf(tables, { spec, alpha, ...about }), ...(compared > 1 ? [sayCrosstab("note_sentence", { count: compared })] : [])];
  return {
    key,
    text: question.text,
    title,
    strength,
    n: Math.max(...tables.map(({ total }) => total.n)),
    chart: null,
    tables: tables.flatMap((table) => table.points.map((point, at) => tableOf(table, point, at, study))),
    method: method ?? sayCrosstab("note_bases", { low: 30, smallest: smallestBase }),
    notes,
  };
};

/** Nothing where nothing was pinned. Inside a segment they are about the people of the segment, and hide what it would tell apart. */
export const computeCrosstabs = async (ctx: Context, data: ReportData, draft: ReportDraft): Promise<QuestionsBlock[]> => {
  const pinned = draft.crosstabs ?? [];
  const found = pinned.length === 0 ? null : await findStudy(ctx, data.trial);
  if (found === null || found.versionId === null) return [];
  const { state, weights } = pinned.some(({ isWeighted }) => isWeighted) ? await weightsFor(ctx, data.trial, draft) : { state: "none" as const, weights: null };
  const study = await withSegment(ctx, { ...found, versionId: found.versionId }, data.segment?.conditions ?? null);
  const questions: QuestionFinding[] = [];
  for (const spec of pinned) {
    const isWeighted = spec.isWeighted && state === "usable";
    questions.push(
      await findingOf(ctx, {
        study: { ...study, weights: isWeighted ? weights : null },
        spec: { ...spec, isWeighted },
        // The same from version to version, whatever else is pinned.
        key: createHash("sha256").update(nameOfSpec(spec)).digest("hex").slice(0, 12),
        wantsWeights: spec.isWeighted,
        weights: state,
        leftOut: data.segment ? 0 : data.excluded.length,
      }),
    );
  }
  return [{ block: "crosstabs", questions }];
};
