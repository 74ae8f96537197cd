// What people who judged statements agree on and what parts them. Groups are patterns of answers; nobody is told who is in which.
import { opinionGroups } from "~/statistics/opinion-groups";
import { groupInformedConsensus, majorityStatements, representativeStatements, statementsByGroup } from "~/statistics/opinion-statements";
import type { OnStep } from "~/statistics/progress";
import { isResult } from "~/statistics/result";
import { drawPeople } from "./draw-people";
import type { Base, NotFound, OpinionsTask } from "./task";

export type StanceShares = { agree: number; disagree: number; seen: number };
export type OpinionStatement = {
  /** Id of the statement. */
  id: number;
  everybody: StanceShares;
  /** Null where fewer than five of the group have seen it. */
  groups: (StanceShares | null)[];
};
export type OpinionResult = Base & {
  kind: "opinions";
  /** People with enough answers to be placed. */
  placed: number;
  hidden: "too-few-people" | "small-group" | "no-clear-groups" | null;
  /** Empty where groups must not be shown. */
  sizes: number[];
  silhouette: number;
  tried: { groups: number; silhouette: number }[];
  explained: number[];
  statements: OpinionStatement[];
  /** [group]: what sets it apart, agreed ones first. */
  typical: { id: number; side: "agree" | "disagree"; isClear: boolean }[][];
  /** What most of everybody agree or disagree with. */
  majority: { agree: number[]; disagree: number[] };
  /** What every group goes along with, the surest first; and what parts the groups most. */
  unites: number[];
  divides: number[];
};

const fewest = 5;
const most = 5;

const sharesOf = (counts: { agree: number; disagree: number; seen: number }): StanceShares => ({
  agree: counts.seen === 0 ? 0 : counts.agree / counts.seen,
  disagree: counts.seen === 0 ? 0 : counts.disagree / counts.seen,
  seen: counts.seen,
});

export const findOpinions = ({ seed, ids, votes }: OpinionsTask, onStep?: OnStep): OpinionResult | NotFound => {
  onStep?.(0, 2);
  const rows = drawPeople(votes.length, seed).map((place) => votes[place]!);
  const found = opinionGroups(rows, { seed });
  if (!isResult(found)) return { kind: "not_enough_data", reason: found.reason };
  onStep?.(1, 2);
  const { map, hidden, silhouette, tried } = found;
  const isShown = hidden === null;
  const [everybody] = statementsByGroup(
    rows,
    map.people,
    map.people.map(() => 0),
  );
  const groups = isShown ? statementsByGroup(rows, map.people, found.labels) : [];
  const consensus = groupInformedConsensus(groups);
  const places = everybody!.map((_, statement) => statement).filter((statement) => groups.every((group) => group[statement]!.seen >= fewest));
  const gap = (statement: number) => {
    const shares = groups.map((group) => group[statement]!.agreeShare);
    return Math.max(...shares) - Math.min(...shares);
  };
  const together = (statement: number) => Math.max(consensus[statement]!.agree, consensus[statement]!.disagree) ** (1 / Math.max(1, groups.length));
  const isShared = (statement: number) =>
    groups.every((group) => group[statement]!.agreeShare > 0.5) || groups.every((group) => group[statement]!.disagreeShare > 0.5);
  const majority = majorityStatements(rows, map.people);
  return {
    kind: "opinions",
    n: rows.length,
    of: votes.length,
    placed: map.people.length,
    hidden,
    sizes: isShown ? [...found.sizes] : [],
    silhouette,
    tried: tried.map(({ groups: count, silhouette: own }) => ({ groups: count, silhouette: own })),
    explained: [...map.explained],
    statements: everybody!.map((own, statement) => ({
      id: ids[statement]!,
      everybody: sharesOf(own),
      groups: groups.map((group) => (group[statement]!.seen < fewest ? null : sharesOf(group[statement]!))),
    })),
    typical: groups.map((group) =>
      representativeStatements(group)
        .filter(({ statement }) => group[statement]!.seen >= fewest)
        .map(({ statement, side, isClear }) => ({ id: ids[statement]!, side, isClear })),
    ),
    majority: { agree: majority.agree.map(({ statement }) => ids[statement]!), disagree: majority.disagree.map(({ statement }) => ids[statement]!) },
    // More than half of every group on the same side, the surest first.
    unites: isShown
      ? places
          .filter((statement) => isShared(statement))
          .sort((a, b) => together(b) - together(a) || a - b)
          .slice(0, most)
          .map((statement) => ids[statement]!)
      : [],
    divides: isShown
      ? places
          .filter((statement) => gap(statement) >= 0.3)
          .sort((a, b) => gap(b) - gap(a) || a - b)
          .slice(0, most)
          .map((statement) => ids[statement]!)
      : [],
  };
};
