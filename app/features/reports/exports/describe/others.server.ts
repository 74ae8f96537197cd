// The blocks that are mostly a table: what was agreed, other answers, words, the base and the method.
import type { TranslationKey } from "~/i18n/keys";
import type { ActionStandardsBlock } from "../../blocks/action-standards/result";
import type { BaseBlock } from "../../blocks/base/result";
import type { ChoicesBlock } from "../../blocks/choices/result";
import type { MethodBlock } from "../../blocks/method/result";
import type { QuotationsBlock } from "../../blocks/quotations/result";
import { lowBase, smallestBase, smallestGroup, type Finding } from "../../report";
import type { DocumentSection } from "../document";
import { toneOfOption } from "../palette";
import { countCell, meanCell, meanSpan, numberCell, section, shareCell, type Speech } from "./speech.server";

/** The answer comes on one page; what else was found stands in its own part. */
const mostFindings = 8;

export const describeActionStandards = ({ t, format, pick }: Speech, block: ActionStandardsBlock, findings: readonly Finding[]): DocumentSection[] => {
  const title = block.decision === null ? t("reports.no_standard") : t(`reports.decision_${block.decision}` as TranslationKey);
  const standards = {
    caption: t("reports.table_standards"),
    head: [t("reports.standard"), t("reports.level"), t("reports.measured"), "n", t("reports.outcome")],
    rows: block.standards.map(({ rule, level, measured, n, outcome }) => [
      pick(rule),
      t(`reports.level_${level}`),
      pick(measured),
      countCell(format, n),
      t(`reports.outcome_${outcome}` as TranslationKey),
    ]),
  };
  const rest = findings.length - mostFindings;
  const found = {
    caption: t("reports.table_findings"),
    head: [t("reports.finding")],
    rows: [...findings.slice(0, mostFindings).map(({ text }) => [pick(text)]), ...(rest > 0 ? [[t("reports.more_findings", { count: rest })]] : [])],
  };
  return [section(block.block, title, { tables: [...(block.standards.length > 0 ? [standards] : []), ...(findings.length > 0 ? [found] : [])] })];
};

export const describeChoices = ({ t, format, pick, labelOf, nameOf }: Speech, block: ChoicesBlock): DocumentSection[] => [
  ...block.choices.map(({ text, isMultiple, options, rows }) =>
    section(block.block, pick(text), {
      sub: t(isMultiple ? "reports.choice_sub_multiple" : "reports.choice_sub_single"),
      notes: [
        t("reports.choice_note", { smallest: smallestBase }),
        ...(rows.some(({ n }) => n > 0 && n < lowBase) ? [t("reports.low_base_note", { low: lowBase })] : []),
      ],
      charts:
        isMultiple || options.length > 7 || !rows.some(({ hasShares }) => hasShares)
          ? []
          : [
              {
                kind: "shares" as const,
                title: pick(text),
                parts: options.map(({ label }, index) => ({ name: pick(label), tone: toneOfOption(index) })),
                bars: rows
                  .filter(({ hasShares }) => hasShares)
                  .map(({ code, n, counts }) => ({ name: nameOf(code), shares: counts.map((count) => count / n) })),
              },
            ],
      tables: [
        {
          caption: t("reports.table_choices"),
          head: [t("reports.prototype"), "n", ...options.map(({ label }) => pick(label))],
          rows: rows.map(({ code, n, counts, hasShares }) => [
            `${labelOf(code)}${n < lowBase ? " *" : ""}`,
            countCell(format, n),
            ...counts.map((count) => (hasShares ? shareCell(format, count / n) : countCell(format, count))),
          ]),
        },
      ],
    }),
  ),
  ...block.numbers.map(({ text, unit, rows }) =>
    section(block.block, pick(text), {
      sub: pick(unit),
      tables: [
        {
          caption: t("reports.table_means"),
          head: [t("reports.prototype"), "n", t("reports.mean"), t("reports.interval"), t("reports.median")],
          rows: rows.map(({ code, n, mean, interval, median }) => [
            `${labelOf(code)}${n < lowBase ? " *" : ""}`,
            countCell(format, n),
            meanCell(format, mean, n),
            meanSpan(format, interval, n),
            meanCell(format, median, n),
          ]),
        },
      ],
    }),
  ),
];

/** Words that their owner has taken back since are not in a file made now. */
export const describeQuotations = ({ t, pick, nameOf }: Speech, block: QuotationsBlock): DocumentSection[] =>
  block.questions.map(({ text, remarks, quotations }) =>
    section(block.block, pick(text), {
      sub: `${t("reports.remarks", { count: remarks })}. ${t("reports.quotations_sub")}.`,
      notes: quotations.length === 0 ? [t("reports.no_quotations")] : [],
      quotes: quotations.flatMap(({ excerpt, code }) => (excerpt === null ? [] : [{ words: excerpt, about: code ? nameOf(code) : "" }])),
    }),
  );

export const describeBase = ({ t, format, pick, labelOf }: Speech, block: BaseBlock): DocumentSection[] => {
  const places = Math.max(0, ...block.prototypes.map(({ positions }) => positions.length));
  const isWeighted = block.effectiveN !== undefined;
  const funnel = block.funnel.map(({ step, n }) => ({ name: t(`reports.funnel_${step}`), value: n, shown: format.number(n) }));
  const prototypes = {
    caption: t("reports.table_base"),
    head: [
      t("reports.prototype"),
      "n",
      ...(isWeighted ? [t("segments.head_effective")] : []),
      ...Array.from({ length: places }, (_, index) => t("reports.place", { place: index + 1 })),
    ],
    rows: block.prototypes.map(({ code, n, isLowBase, positions, effectiveN }) => [
      `${labelOf(code)}${isLowBase ? " *" : ""}`,
      countCell(format, n),
      ...(isWeighted ? [typeof effectiveN === "number" ? numberCell(format, effectiveN, 1) : "–"] : []),
      ...Array.from({ length: places }, (_, index) => countCell(format, positions[index] ?? 0)),
    ]),
  };
  return [
    section(block.block, t("reports.base_title", { count: block.people, responses: block.responses }), {
      sub: [
        block.effectiveN === undefined ? "" : t("segments.base_effective", { effective: format.number(block.effectiveN, 1) }),
        block.source ? t("reports.base_imported") : "",
      ]
        .filter(Boolean)
        .join(" "),
      charts: funnel.length > 0 ? [{ kind: "amounts", title: t("reports.funnel_heading"), unit: t("reports.people_axis"), bars: funnel }] : [],
      tables: [
        ...(block.prototypes.length === 0 ? [] : [prototypes]),
        ...block.profile.map(({ label, rows }) => ({
          caption: pick(label),
          head: [pick(label), "n"],
          rows: rows.map((row) => [row.label ? pick(row.label) : t("reports.small_groups"), countCell(format, row.n)]),
        })),
      ],
      notes: [
        ...(block.prototypes.some(({ isLowBase }) => isLowBase) ? [t("reports.low_base_note", { low: lowBase })] : []),
        ...(block.exclusions.length + block.withdrawn === 0 ? [t("reports.nobody_left_out")] : []),
        ...block.exclusions.map(({ person, reason, responses }) =>
          t("reports.left_out", { person, reason: reason || t("reports.no_reason"), count: responses }),
        ),
        ...(block.withdrawn > 0 ? [t("reports.withdrawn", { count: block.withdrawn })] : []),
        ...(block.profile.length > 0 ? [t("reports.profile_note", { group: smallestGroup })] : []),
        ...(block.source
          ? (["title", "attribution", "licence"] as const).map((part) => `${t(`reports.source_${part}` as TranslationKey)}: ${block.source![part]}`)
          : []),
        ...(block.source?.note ? [pick(block.source.note)] : []),
      ],
    }),
  ];
};

export const describeMethod = ({ t, pick }: Speech, block: MethodBlock): DocumentSection[] => [
  section(block.block, t("reports.method_heading"), {
    notes: [
      ...block.notes.map(pick),
      `${t("reports.software")}: Kawan ${block.softwareVersion}`,
      `${t("reports.seed")}: ${block.seed}`,
      `${t("reports.data_hash")}: ${block.dataHash}`,
    ],
  }),
];
