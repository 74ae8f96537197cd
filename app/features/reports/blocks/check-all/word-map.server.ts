// Which words go with which prototypes, as one picture: a map of the words that tell prototypes apart.
import { correspondenceMap } from "~/statistics/correspondence";
import { isResult } from "~/statistics/result";
import type { LocalizedText } from "~/core/locale";
import type { ReportData } from "../../data.server";
import type { OptionComparison } from "../../option-shares.server";
import type { QuestionFinding, ResultTable } from "../../question-result";
import { smallestBase } from "../../report";
import { cell, head, plainText, say, sayNumbers } from "../../result-parts.server";

/** A word that hardly anybody checked would lie far out for no reason (METHODS 3.15). */
const fewestMentions = 5;

type Placed = { key: string; label: LocalizedText; point: readonly number[]; mentions: number };

const tableOf = (caption: LocalizedText, first: string, placed: readonly Placed[]): ResultTable => ({
  caption,
  head: head(first, "mentions", "map_first", "map_second"),
  rows: placed.map(({ key, label, point, mentions }) => ({
    key,
    label,
    isLow: false,
    cells: [cell("count", mentions), cell("mean", point[0]!, { n: 100 }), cell("mean", point[1]!, { n: 100 })],
  })),
});

/** Null where fewer than three prototypes or words can be placed: they would lie on a line. `tells` says whether prototypes differ on a word. */
export const findWordMap = (
  data: ReportData,
  question: { key: string; text: LocalizedText },
  compared: readonly OptionComparison[],
  tells: (word: string) => boolean,
): QuestionFinding | null => {
  const tried = data.prototypes.flatMap(({ code, name }, place) =>
    (compared[0]?.comparison.rows[place]?.n ?? 0) >= smallestBase ? [{ code, name, place }] : [],
  );
  const mentions = ({ comparison }: OptionComparison) => tried.map(({ place }) => comparison.rows[place]!.count);
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const words = compared.filter((word) => tells(word.option.value) && total(mentions(word)) >= fewestMentions);
  if (tried.length < 3 || words.length < 3) return null;
  const counts = tried.map(({ place }) => words.map(({ comparison }) => comparison.rows[place]!.count));
  const map = correspondenceMap(counts);
  if (!isResult(map) || map.eigenvalues.length < 2 || map.totalInertia === 0) return null;
  const prototypes = tried.flatMap(({ code, name }, index): Placed[] => {
    const point = map.rows[index];
    return point ? [{ key: code, label: plainText(name), point, mentions: total(counts[index]!) }] : [];
  });
  const placed = words.flatMap((word, index): Placed[] => {
    const point = map.columns[index];
    return point ? [{ key: word.option.value, label: word.option.label, point, mentions: total(mentions(word)) }] : [];
  });
  const along = (all: readonly Placed[]) => all.toSorted((a, b) => a.point[0]! - b.point[0]!);
  const [near, far] = [along(prototypes)[0]!, along(prototypes).at(-1)!];
  const [nearWord, farWord] = [along(placed)[0]!, along(placed).at(-1)!];
  const part = (axis: number) => map.eigenvalues[axis]! / map.totalInertia;
  return {
    key: `${question.key}:map`,
    text: question.text,
    title: say("map_title", {}, { one: near.label, other: far.label, word: nearWord.label, opposite: farWord.label }),
    strength: null,
    n: total(prototypes.map((each) => each.mentions)),
    base: say("map_base", { count: map.n, words: words.length }),
    chart: {
      kind: "map",
      axes: [part(0), part(1)],
      points: [
        ...prototypes.map(({ key, label, point }) => ({ key: `prototype ${key}`, label, x: point[0]!, y: point[1]!, isPrototype: true })),
        ...placed.map(({ key, label, point }) => ({ key: `word ${key}`, label, x: point[0]!, y: point[1]!, isPrototype: false })),
      ],
    },
    tables: [tableOf(say("table_map_prototypes"), "prototype", prototypes), tableOf(say("table_map_words"), "answer", placed)],
    method: sayNumbers("method_map", { chi: { value: map.chiSquare, as: "number", digits: 1 } }, { fewest: fewestMentions }),
    notes: [say("map_caution")],
  };
};
