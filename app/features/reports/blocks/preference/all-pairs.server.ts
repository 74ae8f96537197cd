// More than two prototypes compared two by two: one strength for each of them, so that the whole order is said and not one pair after another.
import { adjustPValues } from "~/statistics/adjust";
import { clusterByPerson, countWins, fitBradleyTerry, scorePairs, type Choice } from "~/statistics/bradley-terry";
import { normalQuantile, normalTwoSided } from "~/statistics/distributions";
import { compactLetters } from "~/statistics/letters";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { otherWaysOfStrengths } from "../../other-ways/preference-ways.server";
import type { QuestionFinding, ResultTable } from "../../question-result";
import { smallestBase } from "../../report";
import { cell, head, isLowBase, plainText, say, sayNumbers, strengthCell, strongest, textCell, trimmed } from "../../result-parts.server";

export type Side = { value: string; label: LocalizedText };
/** Who chose what; `choice` is the code of a side, or of neither. */
export type PairAnswer = { person: number; choice: string; left: string; right: string };

/** The choice of somebody who preferred neither. */
export const neither = "none";

type Pair = { first: number; second: number; p: number; strength: Strength };

const describePairs = (sides: readonly Side[], pairs: readonly Pair[], wins: readonly number[][]): ResultTable => ({
  caption: say("table_pairs"),
  head: head("pair", "met", "share_of_first", "p", "strength"),
  rows: pairs.map(({ first, second, p, strength }) => {
    const [won, lost] = [wins[first]![second]!, wins[second]![first]!];
    const met = won + lost;
    return {
      key: `${sides[first]!.value}-${sides[second]!.value}`,
      label: { en: `${sides[first]!.label.en} – ${sides[second]!.label.en}`, id: `${sides[first]!.label.id} – ${sides[second]!.label.id}` },
      isLow: isLowBase(met),
      cells: [cell("count", met), cell("share", met >= smallestBase ? won / met : null), cell("p", p), strengthCell(strength)],
    };
  }),
});

/** How often neither of two was preferred, above the diagonal. */
const tiesOf = (placeOf: ReadonlyMap<string, number>, answers: readonly PairAnswer[]): number[][] => {
  const ties = Array.from({ length: placeOf.size }, () => new Array<number>(placeOf.size).fill(0));
  for (const { choice, left, right } of answers) {
    const [one, other] = [placeOf.get(left), placeOf.get(right)];
    if (choice !== neither || one === undefined || other === undefined) continue;
    ties[Math.min(one, other)]![Math.max(one, other)]! += 1;
  }
  return ties;
};

/** One finding about all of them; a person's last word on a pair counts, and who preferred neither is counted and left out. */
export const findStrengths = (
  question: Question,
  sides: readonly Side[],
  answers: readonly PairAnswer[],
  { alpha, notes, hasOtherWays }: { alpha: number; notes: LocalizedText[]; hasOtherWays: boolean },
): QuestionFinding => {
  const placeOf = new Map(sides.map(({ value }, place) => [value, place]));
  const stated = answers.filter(({ choice, left, right }) => placeOf.has(left) && placeOf.has(right) && (choice === left || choice === right));
  const choices = stated.map(({ person, choice, left, right }): Choice => ({
    personId: String(person),
    winner: placeOf.get(choice)!,
    loser: placeOf.get(choice === left ? right : left)!,
  }));
  const people = new Set(stated.map(({ person }) => person)).size;
  const wins = countWins(choices, sides.length);
  const likely = people >= smallestBase ? fitBradleyTerry(wins) : null;
  const known = likely && isResult(likely) ? likely : null;
  // Where somebody never lost or never won there is no best fit; strengths drawn towards each other still order them.
  const fit = known ?? (people >= smallestBase ? scorePairs(wins) : null);
  const clustered = fit && isResult(fit) ? clusterByPerson(fit, choices) : null;
  const scores = clustered && isResult(clustered) ? clustered : null;
  const z = normalQuantile(1 - alpha / 2);
  const all = sides.flatMap((_, first) => sides.slice(first + 1).map((_side, next) => ({ first, second: first + 1 + next })));
  const apart = ({ first, second }: { first: number; second: number }) => {
    const { strengths, covariance } = scores!;
    const variance = covariance[first]![first]! + covariance[second]![second]! - 2 * covariance[first]![second]!;
    return variance > 0 ? normalTwoSided((strengths[first]! - strengths[second]!) / Math.sqrt(variance)) : 1;
  };
  const adjusted = scores ? adjustPValues(all.map(apart), "holm") : [];
  const halfWidth = scores ? (z * Math.max(...scores.scoreErrors)) / 100 : null;
  const strengthFor = (p: number) => strengthOf({ adjustedP: p, alpha, n: people, halfWidth, scale: { kind: "share" } });
  const pairs = scores ? all.map((pair, index): Pair => ({ ...pair, p: adjusted[index]!, strength: strengthFor(adjusted[index]!) })) : [];
  const letters = scores
    ? compactLetters(
        sides.map(({ value }, index) => ({ id: value, mean: scores.strengths[index]! })),
        pairs.map(({ first, second, p }) => ({ first: sides[first]!.value, second: sides[second]!.value, p })),
        alpha,
      )
    : [];
  const lettersOf = (value: string) => letters.find(({ id }) => id === value)?.letters.join("") ?? "";
  const order = sides
    .map((side, place) => ({ side, place, won: wins[place]!.reduce((sum, n) => sum + n, 0), lost: wins.reduce((sum, row) => sum + row[place]!, 0) }))
    .sort((a, b) => (scores ? scores.scores[b.place]! - scores.scores[a.place]! : b.won - a.won));
  const best = order[0]!;
  const ofBest = pairs.filter(({ first, second }) => first === best.place || second === best.place).map(({ strength }) => strength);
  const ahead = { clearly: ofBest.filter((each) => each === "clearly").length, probably: ofBest.filter((each) => each === "probably").length };
  const overall = strongest(pairs.map(({ strength }) => strength));
  const word = ahead.clearly > 0 ? "clearly" : ahead.probably > 0 ? "probably" : overall === "no-difference-shown" ? "none" : "unknown";
  const boundsOf = (place: number) => {
    const [score, error] = [scores!.scores[place]! / 100, scores!.scoreErrors[place]! / 100];
    return { lower: Math.max(0, score - z * error), upper: Math.min(1, score + z * error) };
  };
  const text = trimmed(question.text);
  const undecided = answers.length - stated.length;
  const others =
    scores && hasOtherWays
      ? otherWaysOfStrengths({ sides, order: order.map(({ place }) => place), strengths: scores.strengths, wins, ties: tiesOf(placeOf, answers) })
      : [];
  return {
    key: question.key,
    text: question.text,
    title:
      answers.length === 0
        ? say("nobody", {}, { question: text })
        : scores
          ? say(`strengths_${word}`, { count: ahead.clearly || ahead.probably, total: sides.length - 1 }, { question: text, best: best.side.label })
          : say("strengths_few", { count: people }, { question: text }),
    strength: scores ? (word === "none" ? "no-difference-shown" : word === "unknown" ? "cannot-tell" : word) : null,
    n: people,
    base: say("strengths_base", { count: people, choices: stated.length }),
    chart: scores
      ? {
          kind: "intervals",
          unit: "share",
          domain: [0, 1],
          line: 0.5,
          rows: order.slice(0, 20).map(({ side, place, won, lost }) => ({
            key: side.value,
            label: side.label,
            n: won + lost,
            value: scores.scores[place]! / 100,
            bounds: boundsOf(place),
            letters: lettersOf(side.value),
          })),
        }
      : null,
    tables: [
      {
        caption: say("table_strengths"),
        head: head("prototype", "met", "chosen", "chance", "letters"),
        rows: order.map(({ side, place, won, lost }) => ({
          key: side.value,
          label: side.label,
          isLow: isLowBase(won + lost),
          cells: [
            cell("count", won + lost),
            cell("count", won),
            cell("share", scores ? scores.scores[place]! / 100 : null, { bounds: scores ? boundsOf(place) : null }),
            textCell(plainText(lettersOf(side.value) || "–")),
          ],
        })),
      },
      ...(pairs.length > 0 && pairs.length <= 435 ? [describePairs(sides, pairs, wins)] : []),
    ],
    ...(others.length > 0 ? { others } : {}),
    method: scores ? say(known ? "method_strengths" : "method_strengths_drawn", { count: people }) : say("method_preference_small", { smallest: smallestBase }),
    notes: [
      ...(known?.fitP !== null && known?.fitP !== undefined
        ? [
            sayNumbers(
              known.fitP < alpha ? "strengths_no_fit" : "strengths_fit",
              { deviance: { value: known.deviance, as: "number", digits: 2 }, p: { value: known.fitP, as: "p" } },
              { df: known.degreesOfFreedom },
            ),
          ]
        : []),
      ...(undecided > 0 ? [say("strengths_neither", { count: undecided })] : []),
      ...notes,
    ],
  };
};
