// Who counts for how much, why, and what is left of the base; or why there are no weights, in words that say what to do.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Format } from "~/i18n/format";
import type { ReportData, TrialFacts } from "../data.server";
import { factOf } from "../fact-labels.server";
import type { QuestionFinding } from "../question-result";
import { lowBase, type ReportDraft } from "../report";
import { cell, plainText } from "../result-parts.server";
import { heads, say } from "./say.server";
import { weighPeople, type Weighed, type Weights } from "./weigh-people.server";

type Of = Pick<ReportData, "trial">;

const labelOfValue = (data: Of, fact: string, value: string): LocalizedText =>
  factOf(fact, data.trial.source?.facts ?? []).values.find((each) => each.value === value)?.label ?? plainText(value);

/** Why there are no weighted numbers, in words that say what to do. */
const problemOf = (data: Of, found: Exclude<Weighed, Weights>): LocalizedText => {
  const label = "fact" in found ? factOf(found.fact, data.trial.source?.facts ?? []).label : plainText("");
  switch (found.kind) {
    case "empty":
      return say("weights_empty", {}, { fact: label, value: labelOfValue(data, found.fact, found.value) });
    case "unknown":
      return say("weights_unknown", {}, { fact: label });
    case "nobody":
      return say("weights_nobody");
  }
};

const weightNotes = (found: Weights, cap: number | null): LocalizedText[] => [
  say(found.isConverged ? "weights_converged" : "weights_not_converged", (format) => ({
    count: found.rounds,
    gap: format.number(found.residualError * 100, 1),
  })),
  say("weights_range", (format) => ({ smallest: format.number(found.smallest, 2), largest: format.number(found.largest, 2) })),
  ...(cap !== null && found.trimmed > 0 ? [say("weights_trimmed", { count: found.trimmed, cap })] : []),
  ...(found.quality === "warning" ? [say("weights_warning", (format) => ({ efficiency: format.percent(found.efficiency) }))] : []),
  ...(found.margins.some(({ rows }) => rows.some(({ isThin }) => isThin)) ? [say("weights_thin", { low: lowBase })] : []),
];

export const overviewOf = (data: Of, found: Weighed, cap: number | null): QuestionFinding => {
  const base = { key: "weights", text: say("weights_text"), strength: null, chart: null } as const;
  if (found.kind !== "weights") return { ...base, title: problemOf(data, found), n: 0, tables: [], method: say("weights_none"), notes: [] };
  const { margins, people, effectiveN, efficiency, quality } = found;
  const numbers = (format: Format) => ({ people: format.number(people), effective: format.number(effectiveN, 1), efficiency: format.percent(efficiency) });
  return {
    ...base,
    title: say(quality === "refused" ? "weights_refused" : "weights_title", numbers),
    n: people,
    tables: margins.map(({ fact, rows }) => ({
      caption: factOf(fact, data.trial.source?.facts ?? []).label,
      head: heads("group", "target", "before", "after"),
      rows: rows.map(({ value, before, after, target }) => ({
        key: value,
        label: labelOfValue(data, fact, value),
        isLow: false,
        cells: [cell("share", target), cell("share", before), cell("share", after)],
      })),
    })),
    method: say("weights_method", numbers),
    notes: weightNotes(found, cap),
  };
};

/** The same words on the page where the targets are entered. */
export const computeWeights = async (ctx: Context, trial: TrialFacts, { weighting, exclusions }: ReportDraft): Promise<QuestionFinding | null> =>
  weighting && overviewOf({ trial }, await weighPeople(ctx, trial, exclusions, weighting), weighting.cap);
