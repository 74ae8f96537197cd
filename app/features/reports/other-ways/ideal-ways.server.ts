// Another way to look at checked words, where people also described the product as it should be: what must be there, and what is liked though nobody asked for it.
import type { LocalizedText } from "~/core/locale";
import type { CataConfig } from "~/features/questionnaires/types/cata/cata";
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import { tQuantile, tTwoSided } from "~/statistics/distributions";
import { analyseIdeal, type IdealAnalysis, type IdealContrast } from "~/statistics/penalty-lift";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../data.server";
import { lastRows } from "../people.server";
import type { ResultCell, ResultTable } from "../question-result";
import { valuesOf } from "../read-values.server";
import { smallestBase } from "../report";
import { cell, head, isLowBase, say } from "../result-parts.server";

type Term = { value: string; label: LocalizedText };

export const describesIdeal = ({ type, config }: Question): boolean => type === "cata" && (config as CataConfig).describesIdeal === true;

const isSameWord = (one: Term, other: Term): boolean => one.value === other.value && one.label.en === other.label.en && one.label.id === other.label.id;

/** What each person’s ideal product has, by the last answer; and the words that both questions have. */
const idealFor = (data: ReportData, terms: readonly Term[]): { shared: Term[]; idealOf: Map<number, ReadonlySet<string>> } | null => {
  for (const question of data.questions.filter(describesIdeal)) {
    const ideal = (question.config as CataConfig).terms;
    const shared = terms.filter((term) => ideal.some((other) => isSameWord(term, other)));
    if (shared.length === 0) continue;
    const values = valuesOf<string[]>(data, question.key);
    const rows = lastRows(data, (row) => values[row] !== undefined);
    return { shared, idealOf: new Map(rows.map((row) => [data.rows.person[row]!, new Set(values[row])])) };
  }
  return null;
};

/** An answer about a prototype, with how much it was liked. */
type Rated = { person: readonly number[]; liking: readonly number[]; sets: readonly ReadonlySet<string>[] };
type Found = { term: Term; ideal: IdealAnalysis };

/** Reported from one answer in five on (METHODS 3.15), and where both sides have ten. */
const reported = (contrast: IdealContrast | null, isOften: boolean, ...bases: number[]): IdealContrast | null =>
  isOften && Math.min(...bases) >= smallestBase ? contrast : null;
const wantedOf = ({ ideal }: Found) => reported(ideal.wanted, ideal.isMissingOften, ideal.both.n, ideal.missing.n);
const unwantedOf = ({ ideal }: Found) => reported(ideal.unwanted, ideal.isExtraOften, ideal.extra.n, ideal.neither.n);

/** One column: differences with their intervals, and a word for those that hold over all words. */
const contrastCells = (contrasts: readonly (IdealContrast | null)[], alpha: number, nameOf: (isMore: boolean) => LocalizedText): ResultCell[] => {
  const tested = contrasts.flatMap((contrast, index) =>
    contrast?.standardError ? [{ index, p: tTwoSided(contrast.difference / contrast.standardError, contrast.people - 1) }] : [],
  );
  const adjusted = adjustPValues(tested.map(({ p }) => p), "benjamini-hochberg"); // prettier-ignore
  const differing = new Set(tested.flatMap(({ index }, place) => (adjusted[place]! < alpha ? [index] : [])));
  return contrasts.map((contrast, index) => {
    if (!contrast) return cell("difference", null);
    const half = contrast.standardError ? tQuantile(1 - alpha / 2, contrast.people - 1) * contrast.standardError : null;
    return cell("difference", contrast.difference, {
      bounds: half === null ? null : { lower: contrast.difference - half, upper: contrast.difference + half },
      ...(differing.has(index) ? { text: nameOf(contrast.difference > 0) } : {}),
    });
  });
};

export const otherWaysOfWords = (data: ReportData, terms: readonly Term[], { person, liking, sets }: Rated): ResultTable[] => {
  const asked = idealFor(data, terms);
  if (!asked) return [];
  const rows = [...person.keys()].filter((row) => asked.idealOf.has(person[row]!));
  const people = new Set(rows.map((row) => person[row])).size;
  if (people < smallestBase) return [];
  const found = asked.shared.flatMap((term): Found[] => {
    const ideal = analyseIdeal(
      rows.map((row) => ({
        personId: String(person[row]),
        isChecked: sets[row]!.has(term.value),
        isIdeal: asked.idealOf.get(person[row]!)!.has(term.value),
        liking: liking[row]!,
      })),
    );
    return isResult(ideal) ? [{ term, ideal }] : [];
  });
  found.sort((a, b) => (wantedOf(b)?.difference ?? -Infinity) - (wantedOf(a)?.difference ?? -Infinity) || b.ideal.idealShare - a.ideal.idealShare);
  const { alpha } = data.trial;
  const wanted = contrastCells(found.map(wantedOf), alpha, (isMore) => say(isMore ? "must_have" : "better_without"));
  const unwanted = contrastCells(found.map(unwantedOf), alpha, (isMore) => say(isMore ? "nice_to_have" : "must_not_have"));
  return [
    {
      caption: say("table_ideal", { count: people }),
      head: head("answer", "ideal_has", "missing", "with_if_wanted", "extra", "with_if_unwanted"),
      rows: found.map(({ term, ideal }, index) => ({
        key: term.value,
        label: term.label,
        isLow: isLowBase(people),
        cells: [cell("share", ideal.idealShare), cell("share", ideal.missingShare), wanted[index]!, cell("share", ideal.extraShare), unwanted[index]!],
      })),
    },
  ];
};
