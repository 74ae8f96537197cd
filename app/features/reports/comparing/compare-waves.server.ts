// Whether the waves of a trial answer differently: other people at another time, so that every test is one of independent groups.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { sql } from "drizzle-orm";
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustFamilies } from "~/statistics/adjust";
import { compareIndependentGroups } from "~/statistics/independent-groups";
import { compareIndependentProportions } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import { strengthOf, type DifferenceScale, type Strength } from "~/statistics/strength";
import { hiddenGroups } from "~/statistics/suppression";
import { findLeftOut, loadReportData, type ReportData, type TrialFacts } from "../data.server";
import type { PersonNumbers } from "../load-rows.server";
import type { Freshness } from "../drafts/stored";
import { isLarge, listAwaited, showStored } from "../drafts/stored-drafts.server";
import type { Progress } from "../later/computation";
import { setsOf } from "../option-shares.server";
import type { QuestionFinding, ResultCell, ResultTable } from "../question-result";
import { getReport } from "../queries.server";
import { valuesOf } from "../read-values.server";
import { lowBase, smallestBase, smallestGroup, type Exclusion } from "../report";
import { canNarrow } from "../segments/queries.server";
import { cell, nameIn, plainText, strengthCell, strongest, trimmed } from "../result-parts.server";
import { sayCompared as say } from "./words.server";

type Wave = { number: number; people: ReadonlySet<number>; isHidden: boolean };

/** Numbers of the people of each wave who answered. Waves so small that somebody could be told apart are not shown. */
const findWaves = async (ctx: Context, data: ReportData, personOf: PersonNumbers): Promise<Wave[]> => {
  const rows = await ctx.db.execute<{ number: number; ids: string }>(sql`
    select w.number, string_agg(p.id::text, ',') as ids
    from participants p join applications a on a.id = p.application_id join waves w on w.id = a.wave_id
    where p.trial_id = ${data.trial.id} group by 1 order by 1`);
  const answered = new Set(data.rows.person);
  const found = [...rows].map(({ number, ids }) => ({
    number,
    people: new Set(ids.split(",").flatMap((id) => (answered.has(personOf.get(Number(id)) ?? -1) ? [personOf.get(Number(id))!] : []))),
  }));
  const inWaves = found.reduce((sum, { people }) => sum + people.size, 0);
  const hidden = hiddenGroups([...found.map(({ people }) => people.size), answered.size - inWaves], smallestGroup);
  return found.map((wave, index) => ({ ...wave, isHidden: hidden[index]! || wave.people.size === 0 }));
};

type Pair = { first: string; second: string; n: number; difference: number; bounds: { lower: number; upper: number }; p: number };
type JudgedPair = Pair & { strength: Strength };
/** One measure of one prototype: what each wave says, and every pair of waves with at least ten answers. */
type Line<Of = Pair> = {
  key: string;
  label: LocalizedText;
  option: LocalizedText | null;
  scale: DifferenceScale;
  values: { value: number | null; n: number }[];
  pairs: Of[];
};
type JudgedLine = Line<JudgedPair>;

/** The sentence names the surest of all lines of a question, so no line is surer than it is among them. */
const judged = (lines: readonly Line[], alpha: number): JudgedLine[] => {
  const adjusted = adjustFamilies(lines.map(({ pairs }) => pairs.map(({ p }) => p)));
  return lines.map((line, index) => ({
    ...line,
    pairs: line.pairs.map((pair, place) => {
      const p = adjusted[index]![place]!;
      const halfWidth = (pair.bounds.upper - pair.bounds.lower) / 2;
      return { ...pair, p, strength: strengthOf({ adjustedP: p, alpha, n: pair.n, halfWidth, scale: line.scale }) };
    }),
  }));
};

type Named = Pick<Line, "key" | "label">;

const meanLine = (alpha: number, waves: readonly Wave[], groups: number[][], { min, max }: { min: number; max: number }, named: Named): Line => {
  const usable = groups.map((values, index) => ({ id: String(waves[index]!.number), values })).filter(({ values }) => values.length >= smallestBase);
  const compared = usable.length < 2 ? [] : compareIndependentGroups(usable, "none", 1 - alpha).pairs;
  const sizeOf = (id: string) => usable.find((group) => group.id === id)?.values.length ?? 0;
  return {
    ...named,
    option: null,
    scale: { kind: "points", minimum: min, maximum: max },
    values: groups.map((values) => ({ n: values.length, value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length })),
    pairs: compared.flatMap(({ first, second, test }): Pair[] => {
      if (!isResult(test)) return [];
      const bounds = { lower: test.interval.lower, upper: test.interval.upper };
      return [{ first, second, n: Math.min(sizeOf(first), sizeOf(second)), difference: test.difference, bounds, p: test.p }];
    }),
  };
};

const shareLine = (alpha: number, waves: readonly Wave[], groups: { n: number; count: number }[], option: LocalizedText, named: Named): Line => {
  const places = [...groups.keys()].filter((index) => groups[index]!.n >= smallestBase);
  return {
    ...named,
    option,
    scale: { kind: "share" },
    values: groups.map(({ n, count }) => ({ n, value: n < smallestBase ? null : count / n })),
    pairs: places.flatMap((one, index) =>
      places.slice(index + 1).flatMap((other): Pair[] => {
        const [a, b] = [groups[one]!, groups[other]!];
        const test = compareIndependentProportions(a.count, a.n, b.count, b.n, 1 - alpha);
        if (!isResult(test)) return [];
        const [first, second] = [String(waves[one]!.number), String(waves[other]!.number)];
        const bounds = { lower: test.interval.lower, upper: test.interval.upper };
        return [{ first, second, n: Math.min(a.n, b.n), difference: test.difference, bounds, p: test.p }];
      }),
    ),
  };
};

/** Rows by prototype and wave; answers about no prototype stand last. */
const rowsByWave = (data: ReportData, waves: readonly Wave[], place: number): number[][] =>
  waves.map(({ people }) => {
    const rows: number[] = [];
    for (let row = 0; row < data.rows.count; row += 1) if (data.rows.prototype[row] === place && people.has(data.rows.person[row]!)) rows.push(row);
    return rows;
  });

const titleOf = (question: Question, lines: readonly JudgedLine[], prototypeOf: (line: JudgedLine) => LocalizedText): LocalizedText => {
  const words = { question: trimmed(question.text) };
  const found = lines
    .flatMap((line) => line.pairs.map((pair) => ({ line, pair })))
    .filter(({ pair }) => pair.strength === "clearly" || pair.strength === "probably")
    .sort((a, b) => a.pair.p - b.pair.p)[0];
  if (!found) {
    const strengths = lines.flatMap(({ pairs }) => pairs.map(({ strength }) => strength));
    return strengths.length === 0
      ? say("wave_too_few", {}, words)
      : say(strongest(strengths) === "no-difference-shown" ? "wave_none" : "wave_unknown", {}, words);
  }
  const { line, pair } = found;
  const [more, less] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
  const texts = { ...words, prototype: prototypeOf(line), ...(line.option ? { option: line.option } : {}) };
  return say(`${line.option ? "wave_share" : "wave_mean"}_${pair.strength}`, { more, less }, texts);
};

const tablesOf = (waves: readonly Wave[], lines: readonly JudgedLine[], kind: "mean" | "share"): ResultTable[] => {
  const shown = lines.filter(({ values }) => values.some(({ n }) => n > 0));
  const pairs = shown.flatMap((line) => line.pairs.map((pair) => ({ line, pair })));
  return [
    {
      caption: say(`table_wave_${kind}s`),
      head: [say("head_what"), ...waves.flatMap(({ number }) => [say("wave", { number }), plainText("n")])],
      rows: shown.map(({ key, label, values }) => ({
        key,
        label,
        isLow: values.some(({ n }) => n > 0 && n < lowBase),
        cells: values.flatMap(({ value, n }): ResultCell[] => [cell(kind, value, { n }), cell("count", n)]),
      })),
    },
    ...(pairs.length === 0
      ? []
      : [
          {
            caption: say("table_wave_pairs"),
            head: [say("head_what"), say("head_difference"), plainText("p"), say("head_strength")],
            rows: pairs.map(({ line, pair }) => ({
              key: `${line.key} ${pair.first} ${pair.second}`,
              label: say("wave_pair", { first: pair.first, second: pair.second }, { what: line.label }),
              isLow: false,
              cells: [
                cell(kind === "mean" ? "difference" : "share_difference", pair.difference, { bounds: pair.bounds }),
                cell("p", pair.p),
                strengthCell(pair.strength),
              ],
            })),
          },
        ]),
  ];
};

type Option = { value: string; label: LocalizedText };

const compareQuestion = (data: ReportData, waves: readonly Wave[], question: Question): QuestionFinding | null => {
  const { alpha } = data.trial;
  const places = [...data.prototypes.map((_, place) => place), -1].map((place) => ({ place, groups: rowsByWave(data, waves, place) }));
  const nameOf = (place: number) => (place < 0 ? say("all") : plainText(nameIn(data.prototypes, data.prototypes[place]!.code)));
  const numbers = data.numbers.get(question.key);
  const isMean = question.type === "rating" || question.type === "slider" || question.type === "number";
  let lines: Line[] = [];
  if (isMean && numbers) {
    const answered = places.map(({ place, groups }) => ({
      place,
      groups: groups.map((rows) => rows.map((row) => numbers[row]!).filter((value) => !Number.isNaN(value))),
    }));
    const { min, max } = question.config as { min: number; max: number };
    lines = answered.map(({ place, groups }) => meanLine(alpha, waves, groups, { min, max }, { key: String(place), label: nameOf(place) }));
  } else if (question.type === "single_choice" || question.type === "multiple_choice") {
    const chosen = setsOf(valuesOf<string | string[]>(data, question.key), (value) => [value].flat());
    lines = places.flatMap(({ place, groups }) =>
      (question.config as { options: Option[] }).options.map((option) => {
        const counts = groups.map((rows) => {
          const given = rows.filter((row) => chosen[row] !== undefined);
          return { n: given.length, count: given.filter((row) => chosen[row]!.has(option.value)).length };
        });
        const label = say("option_of", {}, { option: option.label, prototype: nameOf(place) });
        return shareLine(alpha, waves, counts, option.label, { key: `${place} ${option.value}`, label });
      }),
    );
  } else if (question.type === "just_about_right" && numbers) {
    const { points } = question.config as { points: number };
    lines = places.map(({ place, groups }) => {
      const counts = groups.map((rows) => {
        const given = rows.map((row) => numbers[row]!).filter((value) => !Number.isNaN(value));
        return { n: given.length, count: given.filter((value) => value === (points + 1) / 2).length };
      });
      return shareLine(alpha, waves, counts, say("just_right"), { key: String(place), label: nameOf(place) });
    });
  }
  const filled = judged(
    lines.filter(({ values }) => values.some(({ n }) => n > 0)),
    alpha,
  );
  if (filled.length === 0) return null;
  const placeOf = ({ key }: JudgedLine) => nameOf(Number(key.split(" ")[0]));
  return {
    key: question.key,
    text: question.text,
    title: titleOf(question, filled, placeOf),
    strength: null,
    n: data.rows.count,
    chart: null,
    tables: tablesOf(waves, filled, isMean ? "mean" : "share"),
    method: say(isMean ? "wave_method_means" : "wave_method_shares"),
    notes: [],
  };
};

export type WavesCompared = { waves: { number: number; people: number }[]; hidden: number; findings: QuestionFinding[] };

export const computeWaves = async (ctx: Context, data: ReportData, exclusions: readonly Exclusion[]): Promise<WavesCompared> => {
  const { number } = await findLeftOut(ctx, data.trial.id, exclusions);
  const all = await findWaves(ctx, data, number);
  const waves = all.filter(({ isHidden }) => !isHidden);
  const findings = waves.length < 2 ? [] : data.questions.flatMap((question) => compareQuestion(data, waves, question) ?? []);
  return { waves: waves.map((wave) => ({ number: wave.number, people: wave.people.size })), hidden: all.length - waves.length, findings };
};

type Compared = WavesCompared & { trial: TrialFacts; isOpen: boolean; freshness: Freshness | null; later: Progress[] };
const nothing: WavesCompared = { waves: [], hidden: 0, findings: [] };

/** Nothing to compare before the data are locked, or with fewer than two waves that may be shown; a large trial as the worker last computed it. */
export const compareWaves = async (ctx: Context, trialId: number, mostInPage?: number): Promise<Compared> => {
  const { trial, report } = await getReport(ctx, trialId);
  const isOpen = canNarrow(trial);
  if (!isOpen) return { trial, isOpen, ...nothing, freshness: null, later: [] };
  if (await isLarge(ctx, trial, mostInPage)) {
    const { result, freshness } = await showStored(ctx, "waves", { trial, report, segmentId: null });
    return { trial, isOpen, ...(result?.content ?? nothing), freshness, later: await listAwaited(ctx, trialId, freshness) };
  }
  const data = await loadReportData(ctx, trial, report.draft.exclusions);
  return { trial, isOpen, ...(await computeWaves(ctx, data, report.draft.exclusions)), freshness: null, later: [] };
};

/** For the report's page: whether there is anything to compare. */
export const countWaves = async (ctx: Context, trialId: number): Promise<number> => {
  const [row] = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from waves where trial_id = ${trialId}`);
  return row!.n;
};
