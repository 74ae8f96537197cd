/** What a group stands for, what all agree on, and which statement to show next (METHODS 3.27, Small et al. 2021). */
import { at } from "./checks";
import type { OpinionMap, Stance } from "./opinion-groups";

export type StanceCounts = { readonly agree: number; readonly disagree: number; readonly seen: number };

/** How one statement stands in one group against everybody else. */
export type StatementInGroup = StanceCounts & {
  /** (n + 1)/(seen + 2). */
  readonly agreeShare: number;
  readonly disagreeShare: number;
  /** z of more than half, with one added to every count. */
  readonly agreeZ: number;
  readonly disagreeZ: number;
  /** Share here over share in the rest, and its two-proportion z. */
  readonly agreeRatio: number;
  readonly disagreeRatio: number;
  readonly agreeRatioZ: number;
  readonly disagreeRatioZ: number;
};

/** One-sided 90 %. */
const CLEAR = 1.2816;

function countStances(votes: readonly (readonly Stance[])[], people: readonly number[], statement: number): StanceCounts {
  let [agree, disagree, seen] = [0, 0, 0];
  for (const person of people) {
    const vote = at(at(votes, person), statement);
    if (vote === null) continue;
    seen += 1;
    if (vote === 1) agree += 1;
    else if (vote === -1) disagree += 1;
  }
  return { agree, disagree, seen };
}

const share = (count: number, seen: number): number => (count + 1) / (seen + 2);
const overHalfZ = (count: number, seen: number): number => 2 * Math.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5);

function differenceZ(count: number, seen: number, otherCount: number, otherSeen: number): number {
  const pooled = (count + otherCount + 2) / (seen + otherSeen + 2);
  if (pooled >= 1) return 0;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (otherSeen + 1)));
  return ((count + 1) / (seen + 1) - (otherCount + 1) / (otherSeen + 1)) / spread;
}

/** [group][statement]. `people` are rows of `votes` and `labels` their groups, as `opinionGroups` gives them. */
export function statementsByGroup(votes: readonly (readonly Stance[])[], people: readonly number[], labels: readonly number[]): StatementInGroup[][] {
  const statements = votes[0]?.length ?? 0;
  const groups = Math.max(-1, ...new Set(labels)) + 1;
  return Array.from({ length: groups }, (_, group) => {
    const inside = people.filter((__, place) => at(labels, place) === group);
    const outside = people.filter((__, place) => at(labels, place) !== group);
    return Array.from({ length: statements }, (__, statement): StatementInGroup => {
      const own = countStances(votes, inside, statement);
      const rest = countStances(votes, outside, statement);
      const [agreeShare, disagreeShare] = [share(own.agree, own.seen), share(own.disagree, own.seen)];
      return {
        ...own,
        agreeShare,
        disagreeShare,
        agreeZ: overHalfZ(own.agree, own.seen),
        disagreeZ: overHalfZ(own.disagree, own.seen),
        agreeRatio: agreeShare / share(rest.agree, rest.seen),
        disagreeRatio: disagreeShare / share(rest.disagree, rest.seen),
        agreeRatioZ: differenceZ(own.agree, own.seen, rest.agree, rest.seen),
        disagreeRatioZ: differenceZ(own.disagree, own.seen, rest.disagree, rest.seen),
      };
    });
  });
}

export type Representative = {
  readonly statement: number;
  readonly side: "agree" | "disagree";
  readonly share: number;
  readonly z: number;
  readonly ratio: number;
  readonly ratioZ: number;
  /** ratio * ratioZ * share * z: how typical and how clear. */
  readonly weight: number;
  /** False for the one that is shown because no statement passes both tests. */
  readonly isClear: boolean;
};

function sideOf(statement: number, own: StatementInGroup): Representative {
  const agrees = own.agreeRatioZ > own.disagreeRatioZ;
  const [part, z] = agrees ? [own.agreeShare, own.agreeZ] : [own.disagreeShare, own.disagreeZ];
  const [ratio, ratioZ] = agrees ? [own.agreeRatio, own.agreeRatioZ] : [own.disagreeRatio, own.disagreeRatioZ];
  return {
    statement,
    side: agrees ? "agree" : "disagree",
    share: part,
    z,
    ratio,
    ratioZ,
    weight: ratio * ratioZ * part * z,
    isClear: ratioZ > CLEAR && z > CLEAR,
  };
}

/** Up to `most` statements that set the group apart, agreed ones first. The best agreed one is kept; without a clear one the best stands alone. */
export function representativeStatements(group: readonly StatementInGroup[], most = 5): Representative[] {
  const all = group.map((own, statement) => sideOf(statement, own)).filter(({ statement }) => at(group, statement).seen > 0);
  const byWeight = (one: Representative, other: Representative) => other.weight - one.weight || one.statement - other.statement;
  const clear = all.filter(({ isClear }) => isClear).sort(byWeight);
  if (clear.length === 0) {
    const best = [...all].sort((one, other) => other.ratioZ - one.ratioZ || one.statement - other.statement)[0];
    return best === undefined ? [] : [best];
  }
  const kept = clear.slice(0, most);
  const bestAgreed = clear.find(({ side }) => side === "agree");
  if (bestAgreed !== undefined && !kept.includes(bestAgreed)) kept[kept.length - 1] = bestAgreed;
  return [...kept.filter(({ side }) => side === "agree"), ...kept.filter(({ side }) => side === "disagree")];
}

export type Consensus = { readonly statement: number; readonly share: number; readonly z: number };

/** Statements that more than half of everybody agree with, or disagree with, clearly: by share times z, `most` each. */
export function majorityStatements(votes: readonly (readonly Stance[])[], people: readonly number[], most = 5): { agree: Consensus[]; disagree: Consensus[] } {
  const counts = Array.from({ length: votes[0]?.length ?? 0 }, (_, statement) => countStances(votes, people, statement));
  const pick = (countOf: (counts: StanceCounts) => number) =>
    counts
      .map((own, statement): Consensus => ({ statement, share: share(countOf(own), own.seen), z: overHalfZ(countOf(own), own.seen) }))
      .filter((own) => own.share > 0.5 && own.z > CLEAR)
      .sort((one, other) => other.share * other.z - one.share * one.z || one.statement - other.statement)
      .slice(0, most);
  return { agree: pick(({ agree }) => agree), disagree: pick(({ disagree }) => disagree) };
}

/** Per statement the product over groups of (agree + 1)/(seen + 2), and of disagree: high only when every group goes along. */
export function groupInformedConsensus(groups: readonly (readonly StatementInGroup[])[]): { agree: number; disagree: number }[] {
  return (groups[0] ?? []).map((_, statement) => ({
    agree: groups.reduce((product, group) => product * at(group, statement).agreeShare, 1),
    disagree: groups.reduce((product, group) => product * at(group, statement).disagreeShare, 1),
  }));
}

/**
 * How much a statement deserves to be shown next: new ones and those that split people rather than leave them cold. Draw the next
 * statement with chances in proportion. Statements about the conversation itself ("meta") get a fixed low weight.
 */
export function statementPriorities(votes: readonly (readonly Stance[])[], map: OpinionMap, isMeta: (statement: number) => boolean = () => false): number[] {
  const statements = map.means.length;
  return map.means.map((mean, statement) => {
    if (isMeta(statement)) return 49;
    const { agree, disagree, seen } = countStances(votes, [...votes.keys()], statement);
    const passed = seen - agree - disagree;
    // The sign of the votes is turned, as in the published formula, where agreeing is -1.
    const extremity = Math.hypot(...map.axes.map((axis) => Math.sqrt(statements) * (-1 + mean) * at(axis, statement)));
    const importance = (1 - (passed + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2));
    return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
  });
}
