// Things put in order: mean ranks of complete orders by Friedman's test, every pair by Nemenyi, and Borda points where some ranked only a few.
import type { Question } from "~/features/questionnaires/questionnaire";
import { friedmanTest } from "~/statistics/friedman";
import { compactLetters } from "~/statistics/letters";
import { bordaScores } from "~/statistics/rank-aggregation";
import { nemenyiComparisons } from "~/statistics/ranking-comparisons";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import { normalQuantile } from "~/statistics/distributions";
import type { ReportData } from "../../data.server";
import { isTooLong, leftOutNote } from "../../other-ways/how-many.server";
import { otherWaysOfRanking, type RankedItem } from "../../other-ways/ranking-ways.server";
import { lastRows } from "../../people.server";
import type { QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { cell, head, isLowBase, plainText, say, sayNumbers, strengthCell, strongest, textCell, trimmed } from "../../result-parts.server";

/** Ranks in the order of the items; null for what somebody left unranked. */
const ranksOf = (items: readonly RankedItem[], order: readonly string[]): (number | null)[] =>
  items.map(({ value }) => {
    const place = order.indexOf(value);
    return place < 0 ? null : place + 1;
  });

export const analyseRanking = (data: ReportData, question: Question): QuestionFinding[] => {
  const { alpha } = data.trial;
  const { items } = question.config as { items: RankedItem[] };
  const values = valuesOf<string[]>(data, question.key);
  const rankings = lastRows(data, (row) => values[row] !== undefined).map((row) => ranksOf(items, values[row]!));
  const complete = rankings.filter((ranks): ranks is number[] => ranks.every((rank) => rank !== null));
  const friedman = complete.length >= smallestBase ? friedmanTest(complete) : null;
  const test = friedman && isResult(friedman) ? friedman : null;
  const nemenyi = test && !test.isAllTied ? nemenyiComparisons(test, alpha) : null;
  const borda = rankings.length > 0 && items.length > 1 ? bordaScores(rankings) : items.map(() => 0);
  // Mean ranks lie between 1 and the number of items; half of the interval of one pair's difference decides how much "no difference" says.
  const halfWidth = test ? normalQuantile(1 - alpha / 2) * Math.sqrt((items.length * (items.length + 1)) / (6 * test.n)) : null;
  const strengthFor = (p: number): Strength =>
    strengthOf({ adjustedP: p, alpha, n: complete.length, halfWidth, scale: { kind: "points", minimum: 1, maximum: items.length } });
  const letters = nemenyi
    ? compactLetters(
        items.map(({ value }, index) => ({ id: value, mean: -test!.meanRanks[index]! })),
        nemenyi.pairs.map(({ first, second, p }) => ({ first: items[first]!.value, second: items[second]!.value, p })),
        alpha,
      )
    : [];
  const order = items
    .map((item, index) => ({ item, index, mean: test?.meanRanks[index] ?? null, points: borda[index]! }))
    .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0) || b.points - a.points);
  const [best] = order;
  const others = nemenyi?.pairs.filter(({ first, second }) => best && (first === best.index || second === best.index)).map(({ p }) => strengthFor(p)) ?? [];
  const ahead = { clearly: others.filter((each) => each === "clearly").length, probably: others.filter((each) => each === "probably").length };
  const word =
    ahead.clearly > 0
      ? "clearly"
      : ahead.probably > 0
        ? "probably"
        : strongest(nemenyi?.pairs.map(({ p }) => strengthFor(p)) ?? []) === "no-difference-shown"
          ? "none"
          : "unknown";
  const shownAhead = ahead.clearly || ahead.probably;
  const question_ = trimmed(question.text);
  return [
    {
      key: question.key,
      text: question.text,
      title:
        rankings.length === 0
          ? say("nobody", {}, { question: question_ })
          : !nemenyi
            ? say("ranking_few", { count: complete.length }, { question: question_ })
            : say(`ranking_${word}`, { count: shownAhead, total: items.length - 1 }, { question: question_, best: best!.item.label }),
      strength: nemenyi ? (word === "none" ? "no-difference-shown" : word === "unknown" ? "cannot-tell" : word) : null,
      n: rankings.length,
      chart: test
        ? {
            kind: "intervals",
            unit: "mean",
            domain: [1, items.length],
            line: (items.length + 1) / 2,
            rows: order.slice(0, 20).map(({ item, mean }) => ({
              key: item.value,
              label: item.label,
              n: test.n,
              value: mean!,
              bounds: null,
              letters: letters.find(({ id }) => id === item.value)?.letters.join("") ?? "",
            })),
          }
        : null,
      tables: [
        {
          caption: say("table_ranking"),
          head: head("answer", "mean_rank", "first_places", "borda", "letters"),
          rows: order.map(({ item, index, mean, points }) => ({
            key: item.value,
            label: item.label,
            isLow: isLowBase(rankings.length),
            cells: [
              cell("mean", mean, { n: test?.n }),
              cell("count", rankings.filter((ranks) => ranks[index] === 1).length),
              cell("score", points),
              textCell(plainText(letters.find(({ id }) => id === item.value)?.letters.join("") || "–")),
            ],
          })),
        },
        ...(nemenyi && items.length <= 30
          ? [
              {
                caption: say("table_pairs"),
                head: head("pair", "difference", "p", "strength"),
                rows: nemenyi.pairs.map(({ first, second, difference, p }) => ({
                  key: `${first}-${second}`,
                  label: { en: `${items[first]!.label.en} – ${items[second]!.label.en}`, id: `${items[first]!.label.id} – ${items[second]!.label.id}` },
                  isLow: false,
                  cells: [cell("difference", difference), cell("p", p), strengthCell(strengthFor(p))],
                })),
              },
            ]
          : []),
      ],
      ...(nemenyi && !isTooLong(data) ? { others: otherWaysOfRanking(items, rankings, test!, alpha) } : {}),
      method: test
        ? sayNumbers(
            "method_ranking",
            { chi: { value: test.chiSquare, as: "number", digits: 2 }, p: { value: test.p, as: "p" } },
            { count: test.n, df: test.degreesOfFreedom },
          )
        : say("method_ranking_small", { smallest: smallestBase }),
      notes: [
        ...(rankings.length > complete.length ? [say("ranking_partial", { count: rankings.length - complete.length })] : []),
        ...(nemenyi ? leftOutNote(data) : []),
      ],
    },
  ];
};
