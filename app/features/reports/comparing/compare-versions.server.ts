// What changed between two published versions: sentences that read differently, and numbers side by side.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { formatter } from "~/i18n/format";
import { showCell } from "../numbers";
import { getVersion, listVersions } from "../queries.server";
import type { CellKind, QuestionFinding, ResultCell } from "../question-result";
import type { RatingAnalysis } from "../rating-result";
import type { ReportContent } from "../report";
import { cell, nameIn, plainText } from "../result-parts.server";
import { sayCompared as say } from "./words.server";

/** One number of a version, named so that the same number of another version is found. */
type Entry = { group: string; text: LocalizedText; key: string; label: LocalizedText; kind: CellKind; value: number | null; n?: number; currency?: string };

const ratingEntries = (content: ReportContent, block: string, { key, text, rows }: RatingAnalysis): Entry[] =>
  rows.flatMap(({ code, n, mean, topBox }): Entry[] => {
    const named = { group: `${block} ${key}`, text, n };
    const prototype = plainText(nameIn(content.prototypes, code));
    return [
      { ...named, key: `${code} n`, label: say("n_of", {}, { what: prototype }), kind: "count", value: n },
      { ...named, key: `${code} mean`, label: say("mean_of", {}, { what: prototype }), kind: "mean", value: mean },
      { ...named, key: `${code} top`, label: say("top_of", {}, { what: prototype }), kind: "share", value: topBox?.share ?? null },
    ];
  });

const questionEntries = (block: string, { key, text, tables }: QuestionFinding): Entry[] =>
  tables.flatMap(({ head, rows }, table) =>
    rows.flatMap((row) =>
      row.cells.flatMap(({ kind, value, n, currency }, column): Entry[] =>
        kind === "text"
          ? []
          : [
              {
                group: `${block} ${key}`,
                text,
                key: `${table} ${row.key} ${column}`,
                label: say("cell_of", {}, { row: row.label, column: head[column + 1] ?? plainText("") }),
                kind,
                value,
                n,
                currency,
              },
            ],
      ),
    ),
  );

const entriesOf = (content: ReportContent): Entry[] =>
  content.blocks.flatMap((block): Entry[] => {
    switch (block.block) {
      case "liking":
      case "purchase_intent":
      case "attributes":
        return block.ratings.flatMap((rating) => ratingEntries(content, block.block, rating));
      case "just_about_right":
        return block.prototypes.flatMap(({ code, cells }) =>
          cells.flatMap(({ key, n, low, high }): Entry[] => {
            const attribute = block.attributes.find((each) => each.key === key);
            const named = { group: `${block.block} ${key}`, text: attribute?.text ?? plainText(key), n, kind: "share" as const };
            const prototype = plainText(nameIn(content.prototypes, code));
            return [
              { ...named, key: `${code} low`, label: say("cell_of", {}, { row: prototype, column: attribute?.tooLittle ?? plainText("") }), value: low.share },
              { ...named, key: `${code} high`, label: say("cell_of", {}, { row: prototype, column: attribute?.tooMuch ?? plainText("") }), value: high.share },
            ];
          }),
        );
      case "base": {
        const named = { group: "base", text: say("base"), kind: "count" as const };
        return [
          { ...named, key: "people", label: say("base_people"), value: block.people },
          { ...named, key: "responses", label: say("base_responses"), value: block.responses },
          { ...named, key: "excluded", label: say("base_excluded"), value: block.exclusions.length },
        ];
      }
      default:
        return "questions" in block && block.block !== "quotations"
          ? block.questions.flatMap((question) => ("tables" in question ? questionEntries(block.block, question) : []))
          : [];
    }
  });

const differenceKind: Partial<Record<CellKind, CellKind>> = { mean: "difference", share: "share_difference", score: "difference", count: "score" };

const valueOf = (entry: Entry | undefined): number | null => entry?.value ?? null;

const changedCells = (from: Entry | undefined, to: Entry | undefined): ResultCell[] => {
  const { kind, currency } = (to ?? from)!;
  const shown = (entry: Entry | undefined): ResultCell => cell(kind, entry?.value ?? null, { n: entry?.n, currency });
  const [before, after] = [valueOf(from), valueOf(to)];
  return [shown(from), shown(to), cell(differenceKind[kind] ?? "difference", before === null || after === null ? null : after - before)];
};

/** Rounding of the last bits is no change. */
const isSame = (from: Entry | undefined, to: Entry | undefined): boolean => {
  const [before, after] = [valueOf(from), valueOf(to)];
  return before === null || after === null ? before === after : Math.abs(before - after) < 1e-9;
};

const english = formatter("en");

/** To the last digit that a reader sees; what changed below that is counted and not listed. */
const readsAlike = (cells: readonly ResultCell[]): boolean => {
  const [before, after] = cells.map((each) => (each.value === null ? "" : showCell(english, each, each.value)));
  return before === after;
};

type ChangedSentence = { key: string; from: LocalizedText | null; to: LocalizedText | null };

export const changesBetween = (from: ReportContent, to: ReportContent) => {
  const keyed = (entries: readonly Entry[]) => new Map(entries.map((entry) => [`${entry.group} ${entry.key}`, entry]));
  const [before, after] = [keyed(entriesOf(from)), keyed(entriesOf(to))];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const changed = names.map((name) => ({ from: before.get(name), to: after.get(name) })).filter((pair) => !isSame(pair.from, pair.to));
  const shown = changed.filter((pair) => !readsAlike(changedCells(pair.from, pair.to)));
  const groups = [...new Set(shown.map((pair) => (pair.to ?? pair.from)!.group))];
  const sentence = (content: ReportContent, key: string) => content.findings.find((finding) => finding.key === key)?.text ?? null;
  const findings = [...new Set([...to.findings, ...from.findings].map(({ key }) => key))].map((key) => ({
    key,
    from: sentence(from, key),
    to: sentence(to, key),
  }));
  return {
    findings: findings.filter((each): each is ChangedSentence => each.from?.en !== each.to?.en || each.from?.id !== each.to?.id),
    sameFindings: findings.filter((each) => each.from?.en === each.to?.en && each.from?.id === each.to?.id).length,
    unchanged: names.length - changed.length,
    changed: changed.length,
    belowShown: changed.length - shown.length,
    tables: groups.map((group) => {
      const own = shown.filter((pair) => (pair.to ?? pair.from)!.group === group);
      const { text } = (own[0]!.to ?? own[0]!.from)!;
      return {
        key: group,
        text,
        rows: own.map((pair) => ({
          key: (pair.to ?? pair.from)!.key,
          label: (pair.to ?? pair.from)!.label,
          isLow: false,
          cells: changedCells(pair.from, pair.to),
        })),
      };
    }),
  };
};

const about = ({ content }: { content: ReportContent }) => {
  const base = content.blocks.find((block) => block.block === "base");
  return { people: base?.people ?? null, segment: content.segment?.name ?? null, isWeighted: content.weighting !== undefined };
};

/** Two versions of a trial's report; without a choice the newest two. */
export const compareVersions = async (ctx: Context, trialId: number, reportId: number | null, search: { from: number | null; to: number | null }) => {
  const versions = await listVersions(ctx, reportId);
  const numbers = versions.map(({ number }) => number);
  const to = search.to ?? numbers[0];
  const from = search.from ?? numbers.find((number) => number !== to);
  if (from === undefined || to === undefined) return { versions, chosen: null };
  const [one, other] = [await getVersion(ctx, trialId, from), await getVersion(ctx, trialId, to)];
  return {
    versions,
    chosen: { from: { number: from, ...about(one) }, to: { number: to, ...about(other) }, changes: changesBetween(one.content, other.content) },
  };
};
