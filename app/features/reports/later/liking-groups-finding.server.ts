// Who likes what, as a finding: how many patterns of liking there are, what each likes, and who is found in it more often than elsewhere.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { Known } from "./add-results.server";
import { factOf } from "../fact-labels.server";
import type { QuestionFinding, ResultTable } from "../question-result";
import { cell, isLowBase, plainText, textCell, trimmed } from "../result-parts.server";
import type { NotFound, LikingGroupsResult } from "./task";
import { groupLetter, sayLater } from "./words.server";

const best = (means: readonly number[]): number => means.indexOf(Math.max(...means));

/** The prototype over which the two largest groups differ most. */
const parting = ({ means }: LikingGroupsResult): number => {
  const gaps = means[0]!.map((mean, product) => Math.abs(mean - means[1]![product]!));
  return best(gaps);
};

const titleOf = (data: Known, result: LikingGroupsResult): LocalizedText => {
  const { sizes, means, n, isStable } = result;
  const name = (product: number) => data.prototypes[product]!.name;
  const count = sizes.length;
  if (!isStable) return sayLater("liking_groups_unstable", { count });
  const [one, other] = [best(means[0]!), best(means[1]!)];
  if (one !== other)
    return sayLater("liking_groups_best", { count, share: { share: sizes[0]! / n }, best: name(one), other: { share: sizes[1]! / n }, second: name(other) });
  const product = parting(result);
  const [mean, second] = [0, 1].map((group) => ({ mean: means[group]![product]!, n: sizes[group]! }));
  return sayLater("liking_groups_parted", { count, best: name(one), product: name(product), mean: mean!, second: second! });
};

const likingTable = (data: Known, { sizes, means, everybody, n }: LikingGroupsResult): ResultTable => ({
  caption: sayLater("liking_groups_table"),
  head: [sayLater("head_prototype"), ...sizes.map((size, group) => sayLater("head_group", { letter: groupLetter(group), size })), sayLater("head_everybody")],
  rows: data.prototypes.map(({ code, name }, product) => ({
    key: code,
    label: plainText(name),
    isLow: false,
    cells: [...sizes.map((size, group) => cell("mean", means[group]![product]!, { n: size })), cell("mean", everybody[product]!, { n })],
  })),
});

/** Facts first whose groups differ most surely; a fact whose every value is hidden is left out. */
const profileTable = (data: Known, { sizes, profile }: LikingGroupsResult): ResultTable | null => {
  const imported = data.trial.source?.facts ?? [];
  const rows = profile
    .filter(({ groups }) => groups.some((own) => own !== null))
    .map(({ fact, value, share, groups }) => {
      const { label, values } = factOf(fact, imported);
      const said = values.find((option) => option.value === value)?.label ?? plainText(value);
      return {
        key: `${fact} ${value}`,
        label: sayLater("fact_value", { fact: label, value: said }),
        isLow: false,
        cells: [
          ...groups.map((own) =>
            own === null
              ? textCell(sayLater("hidden"))
              : cell("share", own.share, own.p < data.trial.alpha ? { text: plainText(own.lift > 1 ? "▲" : "▼") } : {}),
          ),
          share === null ? textCell(sayLater("hidden")) : cell("share", share),
        ],
      };
    });
  return rows.length === 0
    ? null
    : {
        caption: sayLater("liking_groups_profile"),
        head: [sayLater("head_fact"), ...sizes.map((size, group) => sayLater("head_group", { letter: groupLetter(group), size })), sayLater("head_everybody")],
        rows,
      };
};

const scaleOf = (result: LikingGroupsResult): [number, number] => {
  const values = result.means.flat();
  return [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
};

export const likingGroupsFinding = (data: Known, liking: Question, result: LikingGroupsResult | NotFound, seed: string): QuestionFinding => {
  const text = trimmed(liking.text);
  if (result.kind === "not_enough_data") {
    const title = sayLater("liking_groups_none");
    return { key: "liking_groups", text, title, strength: null, n: 0, chart: null, tables: [], method: sayLater("liking_groups_none_why"), notes: [] };
  }
  const { n, of, sizes, means, silhouette, stability, isStable, tried } = result;
  const profile = profileTable(data, result);
  const isAnyHidden = result.profile.some(({ groups }) => groups.some((own) => own === null));
  return {
    key: "liking_groups",
    text,
    title: titleOf(data, result),
    // Groups are found, not tested: half-samples that find the same carry "probably", never more.
    strength: isStable ? "probably" : "cannot-tell",
    n,
    base: sayLater("people_base", { count: n }),
    chart: {
      kind: "profile",
      domain: scaleOf(result),
      items: data.prototypes.map(({ name }) => plainText(name)),
      lines: sizes.map((size, group) => ({
        code: groupLetter(group),
        label: sayLater("head_group", { letter: groupLetter(group), size }),
        values: means[group]!,
      })),
    },
    tables: [
      likingTable(data, result),
      ...(profile ? [profile] : []),
      {
        caption: sayLater("liking_groups_tried"),
        head: [sayLater("head_groups"), sayLater("head_silhouette"), sayLater("head_smallest")],
        rows: tried.map((each) => ({
          key: String(each.groups),
          label: sayLater("count_groups", { count: each.groups }),
          isLow: isLowBase(each.smallest),
          cells: [cell("mean", each.silhouette, { n: 100 }), cell("count", each.smallest)],
        })),
      },
    ],
    method: sayLater("liking_groups_method", { count: n, silhouette: { number: silhouette, digits: 2 }, stability: { number: stability, digits: 2 } }),
    notes: [
      sayLater("liking_groups_caution"),
      ...(profile ? [sayLater("liking_groups_marks", { alpha: { number: data.trial.alpha, digits: 2 } })] : []),
      ...(isAnyHidden ? [sayLater("hidden_note")] : []),
      ...(of > n ? [sayLater("sampled", { n: { number: n }, of: { number: of } })] : []),
      sayLater("seeded", { seed, hash: data.dataHash.slice(0, 12) }),
    ],
  };
};
