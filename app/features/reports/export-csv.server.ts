// Every number that a version shows, one a row, for people who want to compute on.
import type { JustAboutRightBlock } from "./blocks/just-about-right/result";
import { csvLine } from "./exports/csv";
import type { QuestionFinding, ResultTable } from "./question-result";
import type { RatingAnalysis } from "./rating-result";
import type { ReportBlock, ReportContent } from "./report";

type Row = { block: string; question: string; prototype: string; statistic: string; value: string | number };
type Numbers = Record<string, string | number | null | undefined>;

const rowsOf = (block: string, question: string, prototype: string, numbers: Numbers): Row[] =>
  Object.entries(numbers).flatMap(([statistic, value]) => (value === null || value === undefined ? [] : [{ block, question, prototype, statistic, value }]));

const ratingRows = (block: string, { key, rows, comparison, scale }: RatingAnalysis): Row[] => [
  ...rows.flatMap((row) =>
    rowsOf(block, key, row.code, {
      n: row.n,
      mean: row.mean,
      standard_deviation: row.standardDeviation,
      standard_error: row.standardError,
      mean_lower: row.interval?.lower,
      mean_upper: row.interval?.upper,
      top_box_count: row.topBox?.count,
      top_box_share: row.topBox?.share,
      top_box_lower: row.topBox?.interval.lower,
      top_box_upper: row.topBox?.interval.upper,
      bottom_box_count: row.bottomBox?.count,
      bottom_box_share: row.bottomBox?.share,
      bottom_box_lower: row.bottomBox?.interval.lower,
      bottom_box_upper: row.bottomBox?.interval.upper,
      ...Object.fromEntries(row.counts.map((count, index) => [`answers_${scale.min + index}`, count])),
      ...Object.fromEntries(Object.entries(row.missing).map(([status, count]) => [`missing_${status}`, count])),
    }),
  ),
  ...(comparison.kind === "none"
    ? rowsOf(block, key, "", { comparison: `none: ${comparison.reason}` })
    : [
        ...rowsOf(block, key, "", {
          comparison: comparison.kind,
          f: comparison.f,
          f_numerator_degrees: comparison.numeratorDegrees,
          f_denominator_degrees: comparison.denominatorDegrees,
          p: comparison.p,
          ...(comparison.kind === "repeated"
            ? {
                people: comparison.people,
                people_left_out: comparison.peopleLeftOut,
                sum_of_squares_people: comparison.sumOfSquares.people,
                sum_of_squares_prototypes: comparison.sumOfSquares.prototypes,
                sum_of_squares_residual: comparison.sumOfSquares.residual,
                mean_square_residual: comparison.meanSquareResidual,
              }
            : {}),
        }),
        ...(comparison.kind === "repeated"
          ? comparison.adjusted.flatMap(({ code, mean, standardError, interval }) =>
              rowsOf(block, key, code, {
                adjusted_mean: mean,
                adjusted_standard_error: standardError,
                adjusted_lower: interval.lower,
                adjusted_upper: interval.upper,
              }),
            )
          : []),
        ...comparison.letters.flatMap(({ code, letters }) => rowsOf(block, key, code, { letters })),
        ...comparison.pairs.flatMap(({ first, second, difference, interval, p, strength }) =>
          rowsOf(block, key, `${first} v ${second}`, {
            difference,
            difference_lower: interval.lower,
            difference_upper: interval.upper,
            adjusted_p: p,
            strength,
          }),
        ),
      ]),
];

const jarRows = (block: JustAboutRightBlock): Row[] => [
  ...block.prototypes.flatMap(({ code, cells }) =>
    cells.flatMap((cell) => [
      ...rowsOf(block.block, cell.key, code, {
        n: cell.n,
        just_about_right_count: cell.justAboutRight.n,
        just_about_right_share: cell.justAboutRight.share,
        just_about_right_mean: cell.justAboutRight.mean,
        overall_penalty: cell.overallPenalty,
        net_direction: cell.netDirection?.difference,
        net_direction_p: cell.netDirection?.p,
      }),
      ...(["low", "high"] as const).flatMap((side) => {
        const { n, share, mean, drop, weightedPenalty, test, isFlagged } = cell[side];
        const numbers = {
          count: n,
          share,
          mean,
          drop,
          weighted_penalty: weightedPenalty,
          t: test?.t,
          degrees: test?.degreesOfFreedom,
          p: test?.p,
          adjusted_p: test?.adjustedP,
        };
        const bounds = { drop_lower: test?.interval.lower, drop_upper: test?.interval.upper, flagged: isFlagged ? 1 : 0 };
        return rowsOf(
          block.block,
          cell.key,
          code,
          Object.fromEntries(Object.entries({ ...numbers, ...bounds }).map(([name, value]) => [`${side}_${name}`, value])),
        );
      }),
    ]),
  ),
  ...(block.pooled
    ? [
        ...rowsOf(block.block, "", "", {
          pooled_n: block.pooled.n,
          pooled_rows_left_out: block.pooled.rowsLeftOut,
          pooled_degrees: block.pooled.degreesOfFreedom,
        }),
        ...block.pooled.penalties.flatMap(({ key, side, n, penalty, standardError, p }) =>
          rowsOf(block.block, key, "", {
            [`pooled_${side}_n`]: n,
            [`pooled_${side}_penalty`]: penalty,
            [`pooled_${side}_standard_error`]: standardError,
            [`pooled_${side}_p`]: p,
          }),
        ),
      ]
    : []),
];

/** "Means, with interval / scent / 202": which table, row and column a number stands in. */
const tableRows = (block: string, key: string, tables: readonly ResultTable[]): Row[] =>
  tables.flatMap(({ caption, head, rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap(({ value, bounds, text }, index) => {
        const place = `${caption.en} / ${row.key} / ${head[index + 1]?.en ?? ""}`;
        return rowsOf(block, key, "", {
          [place]: value,
          [`${place}, lower end`]: value === null ? null : bounds?.lower,
          [`${place}, upper end`]: value === null ? null : bounds?.upper,
          [value === null ? place : `${place}, letters`]: text?.en || null,
        });
      }),
    ),
  );

const questionRows = (block: string, { key, n, strength, tables, others, chart }: QuestionFinding): Row[] => [
  ...rowsOf(block, key, "", { n, strength }),
  ...tableRows(block, key, [...tables, ...(others ?? [])]),
  ...(chart?.kind === "prices"
    ? chart.curves.flatMap(({ name, shares }) =>
        rowsOf(block, key, "", Object.fromEntries(shares.map((share, index) => [`curve / ${name} / ${chart.prices[index]} ${chart.currency}`, share]))),
      )
    : []),
];

const blockRows = (block: ReportBlock): Row[] => {
  switch (block.block) {
    case "liking":
    case "purchase_intent":
    case "attributes":
      return block.ratings.flatMap((rating) => [...ratingRows(block.block, rating), ...tableRows(block.block, rating.key, rating.others ?? [])]);
    case "just_about_right":
      return jarRows(block);
    case "action_standards":
      return [
        ...rowsOf(block.block, "", "", { decision: block.decision }),
        ...block.standards.flatMap(({ id, level, outcome, n, estimate, interval }) =>
          rowsOf(block.block, id, "", { level, outcome, n, estimate, lower: interval?.lower, upper: interval?.upper, confidence: interval?.confidence }),
        ),
      ];
    case "base":
      return [
        ...rowsOf(block.block, "", "", {
          people: block.people,
          responses: block.responses,
          excluded: block.exclusions.length,
          withdrawn: block.withdrawn,
          effective_people: block.effectiveN,
        }),
        ...block.funnel.flatMap(({ step, n }) => rowsOf(block.block, "", "", { [step]: n })),
        ...block.prototypes.flatMap(({ code, n, positions, effectiveN }) =>
          rowsOf(block.block, "", code, {
            n,
            effective_n: effectiveN,
            ...Object.fromEntries(positions.map((count, index) => [`position_${index + 1}`, count])),
          }),
        ),
        ...block.profile.flatMap(({ fact, rows }) =>
          rows.flatMap(({ label, n }) => rowsOf(block.block, fact, "", { [label?.en ?? "fewer than five each"]: n })),
        ),
      ];
    case "choices":
      return [
        ...block.choices.flatMap(({ key, options, rows }) =>
          rows.flatMap(({ code, n, counts }) =>
            rowsOf(block.block, key, code, { n, ...Object.fromEntries(options.map(({ value }, index) => [`count_${value || "other"}`, counts[index]])) }),
          ),
        ),
        ...block.numbers.flatMap(({ key, rows }) =>
          rows.flatMap(({ code, n, mean, interval, median }) =>
            rowsOf(block.block, key, code, { n, mean, mean_lower: interval?.lower, mean_upper: interval?.upper, median }),
          ),
        ),
      ];
    case "quotations":
      return block.questions.flatMap(({ key, remarks }) => rowsOf(block.block, key, "", { remarks }));
    case "method":
      return rowsOf(block.block, "", "", {
        confidence: block.confidence,
        seed: block.seed,
        software_version: block.softwareVersion,
        data_sha256: block.dataHash,
      });
    default:
      return block.questions.flatMap((question) => questionRows(block.block, question));
  }
};

export const reportCsv = (content: ReportContent): string => {
  const nameOf = (prototype: string) =>
    prototype
      .split(" v ")
      .map((code) => content.prototypes.find((entry) => entry.code === code)?.name ?? code)
      .join(" v ");
  const lines = content.blocks
    .flatMap(blockRows)
    .map(({ block, question, prototype, statistic, value }) => [block, question, prototype, nameOf(prototype), statistic, value]);
  return [["block", "question", "code", "prototype", "statistic", "value"], ...lines].map(csvLine).join("");
};
