import { adjustedRand } from "~/statistics/k-means";
import { opinionGroups, opinionMap, type Stance } from "~/statistics/opinion-groups";
import { groupInformedConsensus, representativeStatements, statementsByGroup } from "~/statistics/opinion-statements";
import { present, type Compare, type Study, type StudyFiles } from "../comparison";

type Repness = { group: number; tid: string; na: number; nd: number; ns: number; pa: number; pd: number; pat: number; pdt: number; ra: number; rd: number; rat: number; rdt: number };
type Conversation = {
  participants_in: number;
  statements: number;
  pid: string[];
  center_first5: number[];
  singular_values: number[];
  variance_explained: number[];
  comp1_first5: number[];
  comp2_first5: number[];
  proj_first5: [number, number][];
  kmeans: Record<string, { sse: number; silhouette: number; sizes: number[]; labels: number[] }>;
  chosen_k: number;
  ari_vs_production_groups: number;
  representative: Record<string, { tid: string; repful: "agree" | "disagree"; repness: number; z: number; p: number; pz: number }[]>;
  group_informed_consensus: { tid: string; agree: number; disagree: number }[];
  repness_sample: Repness[];
};

function compareConversation(files: StudyFiles, { close, same }: Compare): void {
  const expected = files.json<Conversation>();
  const rows = files.table("participants_votes.csv");
  const moderated = new Set(files.table("comments.csv").flatMap((row) => (row.moderated === "-1" ? [row["comment-id"]] : [])));
  const statements = Object.keys(rows[0] ?? {}).filter((name) => /^\d+$/.test(name) && !moderated.has(name));
  const votes = rows.map((row) => statements.map((statement): Stance => ((row[statement] ?? "") === "" ? null : (Number(row[statement]) as Stance))));
  const map = present(opinionMap(votes));
  same("opinion map", "people", map.people.map((person) => rows[person]?.participant), expected.pid);
  same("opinion map", "statements", map.means.length, expected.statements);
  expected.center_first5.forEach((reference, index) => close("opinion map", `mean of statement ${String(index)}`, map.means[index] ?? null, reference, undefined, 1e-12));
  expected.singular_values.forEach((reference, index) => close("opinion map", `singular value ${String(index + 1)}`, map.singularValues[index] ?? null, reference));
  expected.variance_explained.forEach((reference, index) => close("opinion map", `explained by axis ${String(index + 1)}`, map.explained[index] ?? null, reference));
  for (const [axis, loadings] of [expected.comp1_first5, expected.comp2_first5].entries()) {
    loadings.forEach((reference, index) => close("opinion map", `axis ${String(axis + 1)}, statement ${String(index)}`, map.axes[axis]?.[index] ?? null, reference, undefined, 1e-12));
  }
  expected.proj_first5.forEach((point, index) => point.forEach((reference, axis) => close("opinion map", `person ${String(index)}, axis ${String(axis + 1)}`, map.points[index]?.[axis] ?? null, reference, undefined, 1e-12)));

  const groups = present(opinionGroups(votes, { seed: "seattle", starts: 100 }));
  for (const { groups: k, ...found } of groups.tried) {
    const reference = expected.kmeans[String(k)];
    if (reference === undefined) continue;
    // A grouping is as good when its sum of squares is not larger; a better one than the reference would be an improvement.
    same("opinion groups", `${String(k)} groups, sum of squares at most the reference`, found.sumOfSquares <= reference.sse * (1 + 1e-9), true);
    if (Math.abs(found.sumOfSquares - reference.sse) > 1e-9 * reference.sse) continue;
    close("opinion groups", `${String(k)} groups, silhouette`, found.silhouette, reference.silhouette);
    same("opinion groups", `${String(k)} groups, sizes`, found.sizes, reference.sizes);
  }
  same("opinion groups", "number of groups", groups.sizes.length, expected.chosen_k);
  same("opinion groups", "labels", groups.labels, expected.kmeans[String(expected.chosen_k)]?.labels);
  const known = map.people.flatMap((person, place) => ((rows[person]?.["group-id"] ?? "") === "" ? [] : [{ ours: groups.labels[place] ?? -1, theirs: rows[person]?.["group-id"] ?? "" }]));
  close("opinion groups", "agreement with the groups of the site", adjustedRand(known.map(({ ours }) => ours), known.map(({ theirs }) => theirs)), expected.ari_vs_production_groups);

  const byGroup = statementsByGroup(votes, map.people, groups.labels);
  for (const reference of expected.repness_sample) {
    const own = byGroup[reference.group]?.[statements.indexOf(reference.tid)];
    const what = `statement ${reference.tid} in group ${String(reference.group)}`;
    same("statements of a group", `${what} counts`, [own?.agree, own?.disagree, own?.seen], [reference.na, reference.nd, reference.ns]);
    close("statements of a group", `${what} agree`, own?.agreeShare ?? null, reference.pa);
    close("statements of a group", `${what} agree z`, own?.agreeZ ?? null, reference.pat);
    close("statements of a group", `${what} disagree z`, own?.disagreeZ ?? null, reference.pdt);
    close("statements of a group", `${what} agree ratio`, own?.agreeRatio ?? null, reference.ra);
    close("statements of a group", `${what} agree ratio z`, own?.agreeRatioZ ?? null, reference.rat);
    close("statements of a group", `${what} disagree ratio z`, own?.disagreeRatioZ ?? null, reference.rdt);
  }
  for (const [group, references] of Object.entries(expected.representative)) {
    const ours = representativeStatements(byGroup[Number(group)] ?? []);
    const named = ours.map(({ statement, side }) => `${statements[statement] ?? ""} ${side}`).sort();
    const theirs = references.map(({ tid, repful }) => `${tid} ${repful}`).sort();
    same("representative statements", `group ${group}`, named, theirs);
    for (const reference of references) {
      const own = ours.find(({ statement }) => statements[statement] === reference.tid);
      close("representative statements", `${reference.tid} ratio`, own?.ratio ?? null, reference.repness);
      close("representative statements", `${reference.tid} z`, own?.z ?? null, reference.pz);
      close("representative statements", `${reference.tid} ratio z`, own?.ratioZ ?? null, reference.z);
    }
  }
  const consensus = groupInformedConsensus(byGroup);
  for (const reference of expected.group_informed_consensus) {
    const own = consensus[statements.indexOf(reference.tid)];
    close("group-informed consensus", `${reference.tid} agree`, own?.agree ?? null, reference.agree);
    close("group-informed consensus", `${reference.tid} disagree`, own?.disagree ?? null, reference.disagree);
  }
}

export const seattle: Study = { name: "polis_seattle15", needs: ["oracle.json", "participants_votes.csv", "comments.csv"], compare: compareConversation };
export const brexit: Study = { name: "polis_brexit", needs: ["oracle.json", "participants_votes.csv", "comments.csv"], compare: compareConversation };
