// Who likes what: groups of people by their liking, and what is known about the people in each.
import { adjustPValues } from "~/statistics/adjust";
import { byCodeUnit } from "~/statistics/checks";
import { likingSegments } from "~/statistics/liking-segments";
import type { OnStep } from "~/statistics/progress";
import { compareIndependentProportions } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import { hiddenCells, hiddenGroups } from "~/statistics/suppression";
import { drawPeople } from "./draw-people";
import type { NotFound, GroupProfile, LikingGroupsResult, LikingGroupsTask } from "./task";

/** Nothing was said, or somebody would rather not say. */
const unknown = "";
const asKnown = (value: string | undefined): string => (value === undefined || value === "prefer_not_to_say" ? unknown : value);

/** Every value of a fact in every group; a cell that would show fewer than five people, or let them be subtracted, stays empty. */
const profileOf = (facts: readonly Record<string, string>[], labels: readonly number[], sizes: readonly number[]): GroupProfile[] => {
  const names = [...new Set(facts.flatMap((own) => Object.keys(own)))].sort(byCodeUnit);
  const lines = names.flatMap((fact) => {
    const values = [...new Set(facts.map((own) => asKnown(own[fact])))].sort(byCodeUnit);
    const table = values.map((value) => sizes.map((_, group) => facts.filter((own, place) => labels[place] === group && asKnown(own[fact]) === value).length));
    const hidden = hiddenCells(table);
    const hiddenTotals = hiddenGroups(table.map((counts) => counts.reduce((sum, n) => sum + n, 0)));
    return values
      .map((value, row) => ({ fact, value, counts: table[row]!, hidden: hidden[row]!, isTotalHidden: hiddenTotals[row]! }))
      .filter(({ value }) => value !== unknown);
  });
  const people = facts.length;
  const tests = lines.flatMap(({ counts, hidden }) => {
    const all = counts.reduce((sum, n) => sum + n, 0);
    return counts.map((n, group) => {
      const test = hidden[group] ? null : compareIndependentProportions(n, sizes[group]!, all - n, people - sizes[group]!);
      return test && isResult(test) ? test.p : null;
    });
  });
  const tested = tests.filter((p) => p !== null);
  const adjusted = adjustPValues(tested, "benjamini-hochberg");
  let next = 0;
  const ps = tests.map((p) => (p === null ? null : adjusted[next++]!));
  return lines.map(({ fact, value, counts, hidden, isTotalHidden }, row): GroupProfile => {
    const all = counts.reduce((sum, n) => sum + n, 0);
    return {
      fact,
      value,
      share: isTotalHidden ? null : all / people,
      groups: counts.map((n, group) => {
        const share = n / sizes[group]!;
        return hidden[group] ? null : { n, share, lift: all === 0 ? 1 : share / (all / people), p: ps[row * sizes.length + group] ?? 1 };
      }),
    };
  });
};

export const findLikingGroups = ({ seed, ratings, facts }: LikingGroupsTask, onStep?: OnStep): LikingGroupsResult | NotFound => {
  const places = drawPeople(ratings.length, seed);
  const rows = places.map((place) => ratings[place]!);
  const found = likingSegments(rows, { seed, onStep });
  if (!isResult(found)) return { kind: "not_enough_data", reason: found.reason };
  const { labels, sizes, means, silhouette, stability, isStable, tried } = found;
  return {
    kind: "liking_groups",
    n: rows.length,
    of: ratings.length,
    sizes: [...sizes],
    means: means.map((own) => [...own]),
    everybody: rows[0]!.map((_, product) => rows.reduce((sum, row) => sum + row[product]!, 0) / rows.length),
    silhouette,
    stability,
    isStable,
    tried: tried.map(({ segments, silhouette: own, smallest }) => ({ groups: segments, silhouette: own, smallest })),
    profile: profileOf(
      places.map((place) => facts[place] ?? {}),
      labels,
      sizes,
    ),
  };
};
