// Rating questions: how high, and how spread.
import type { TranslationKey } from "~/i18n/keys";
import { drawRating } from "../../charts/rating-chart.server";
import { showP } from "../../numbers";
import type { MissingCounts, RatingAnalysis, RatingsBlock } from "../../rating-result";
import { everybody, lowBase, smallestBase } from "../../report";
import type { DocumentSection, DocumentTable } from "../document";
import { toneOfBand } from "../palette";
import { tableOf } from "./questions.server";
import { countCell, differenceCell, differenceSpan, meanCell, meanSpan, none, pCell, section, shareCell, shareSpan, type Speech } from "./speech.server";

const lettersIn = ({ comparison }: RatingAnalysis, code: string): string =>
  comparison.kind === "none" ? none : (comparison.letters.find((entry) => entry.code === code)?.letters ?? none);

const meanTable = ({ t, format, labelOf }: Speech, rating: RatingAnalysis): DocumentTable => ({
  caption: t("reports.table_means"),
  head: [t("reports.prototype"), "n", t("reports.mean"), t("reports.interval"), t("reports.letters")],
  rows: rating.rows.map(({ code, n, mean, interval }) => [
    `${labelOf(code)}${n < lowBase ? " *" : ""}`,
    countCell(format, n),
    meanCell(format, mean, n),
    meanSpan(format, interval, n),
    lettersIn(rating, code),
  ]),
});

const pairTable = ({ t, format, nameOf }: Speech, { comparison }: RatingAnalysis): DocumentTable[] =>
  comparison.kind === "none"
    ? []
    : [
        {
          caption: t("reports.table_pairs"),
          head: [t("reports.pair"), t("reports.difference"), t("reports.interval"), "p", t("reports.how_sure")],
          rows: comparison.pairs.map(({ first, second, difference, interval, p, strength }) => [
            `${nameOf(first)} – ${nameOf(second)}`,
            differenceCell(format, difference),
            differenceSpan(format, interval),
            pCell(format, p),
            t(`reports.strength_${strength}` as TranslationKey),
          ]),
        },
      ];

const boxTable = ({ t, format, labelOf }: Speech, { rows, scale }: RatingAnalysis): DocumentTable[] => {
  const tops = t("reports.top_boxes", { codes: scale.topBoxes.join(", ") });
  const bottoms = t("reports.bottom_boxes", { codes: scale.bottomBoxes.join(", ") });
  if (scale.topBoxes.length + scale.bottomBoxes.length === 0) return [];
  return [
    {
      caption: t("reports.table_boxes"),
      head: [t("reports.prototype"), "n", tops, t("reports.interval"), bottoms, t("reports.interval")],
      rows: rows.map(({ code, n, topBox, bottomBox }) => [
        `${labelOf(code)}${n < lowBase ? " *" : ""}`,
        countCell(format, n),
        shareCell(format, topBox?.share ?? null),
        shareSpan(format, topBox?.interval),
        shareCell(format, bottomBox?.share ?? null),
        shareSpan(format, bottomBox?.interval),
      ]),
    },
  ];
};

const countTable = ({ t, format, labelOf }: Speech, { rows, scale }: RatingAnalysis): DocumentTable => {
  const hasMissing = rows.some(({ missing }) => Object.keys(missing).length > 0);
  const codes = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => String(scale.min + index));
  const missingOf = (missing: MissingCounts) => Object.values(missing).reduce((sum, count) => sum + count, 0);
  return {
    caption: t("reports.table_counts"),
    head: [t("reports.prototype"), ...codes, ...(hasMissing ? [t("reports.no_answer")] : [])],
    rows: rows.map(({ code, counts, missing }) => [
      labelOf(code),
      ...counts.map((count) => countCell(format, count)),
      ...(hasMissing ? [countCell(format, missingOf(missing))] : []),
    ]),
  };
};

const analysisNotes = ({ t, format, nameOf }: Speech, { comparison, rows }: RatingAnalysis): string[] => {
  const notes: string[] = [];
  if (comparison.kind === "none") notes.push(t(`reports.not_compared_${comparison.reason}` as TranslationKey, { smallest: smallestBase }));
  else {
    notes.push(
      t(`reports.compared_${comparison.kind}` as TranslationKey, {
        f: format.number(comparison.f, 2),
        df1: comparison.numeratorDegrees,
        df2: format.number(comparison.denominatorDegrees, comparison.kind === "repeated" ? 0 : 1),
        p: showP(format, comparison.p).replace(/^(?=\d)/, "= "),
        people: comparison.kind === "repeated" ? comparison.people : "",
      }),
    );
    if (comparison.kind === "repeated" && comparison.peopleLeftOut > 0) notes.push(t("reports.people_left_out", { count: comparison.peopleLeftOut }));
    if (comparison.prototypesLeftOut.length > 0)
      notes.push(t("reports.prototypes_left_out", { names: comparison.prototypesLeftOut.map(nameOf).join(", "), smallest: smallestBase }));
  }
  if (rows.some(({ n }) => n > 0 && n < lowBase)) notes.push(t("reports.low_base_note", { low: lowBase }));
  return notes;
};

const spreadTitle = ({ t, format, nameOf }: Speech, rating: RatingAnalysis): string => {
  const boxed = rating.rows.flatMap(({ code, topBox }) => (topBox ? [{ code, share: topBox.share }] : [])).sort((a, b) => b.share - a.share);
  const [first, last] = [boxed[0], boxed.at(-1)];
  if (!first || !last) return t("reports.title_spread_plain");
  if (boxed.length === 1)
    return t(first.code === everybody ? "reports.title_spread_alone" : "reports.title_spread_single", {
      prototype: nameOf(first.code),
      share: format.percent(first.share),
    });
  return t("reports.title_spread", {
    best: nameOf(first.code),
    high: format.percent(first.share),
    worst: nameOf(last.code),
    low: format.percent(last.share),
  });
};

const describeRating = (speech: Speech, block: RatingsBlock["block"], rating: RatingAnalysis, confidence: number): DocumentSection[] => {
  const { t, format, pick, nameOf } = speech;
  const { dots, bars, bands } = drawRating(rating);
  const { min, max, labels } = rating.scale;
  const [low, high] = [pick(labels[min]), pick(labels[max])];
  const scale = low && high ? t("reports.scale_with_ends", { min, low, max, high }) : t("reports.scale", { min, max });
  const title = pick(rating.title);
  const means = section(block, title, {
    sub: `${pick(rating.text)} ${t("reports.mean_sub", { scale, confidence: format.percent(confidence) })}`,
    notes: analysisNotes(speech, rating),
    charts: dots.length > 0 ? [meansChart(speech, rating, title)] : [],
    tables: [meanTable(speech, rating), ...pairTable(speech, rating), ...(rating.others ?? []).map((table) => tableOf(speech, table))],
  });
  if (bars.length === 0) return [means];
  const spread = section(block, spreadTitle(speech, rating), {
    sub: `${pick(rating.text)} ${t("reports.spread_sub")}`,
    notes: [t("reports.spread_note", { confidence: format.percent(confidence) })],
    charts: [
      {
        kind: "shares",
        title: pick(rating.text),
        parts: bands.map(({ band, codes }) => ({ name: codes, tone: toneOfBand(band) })),
        bars: bars.map(({ code, segments }) => ({ name: nameOf(code), shares: segments.map(({ share }) => share) })),
      },
    ],
    tables: [...boxTable(speech, rating), countTable(speech, rating)],
  });
  return [means, spread];
};

/** At least three whole points around everything that is drawn, inside the scale. */
const wholePointsAround = (points: readonly { value: number; lower: number | null; upper: number | null }[], min: number, max: number): [number, number] => {
  const ends = points.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
  let [low, high] = [Math.max(min, Math.floor(Math.min(...ends))), Math.min(max, Math.ceil(Math.max(...ends)))];
  while (high - low < Math.min(3, max - min)) {
    if (low > min) low -= 1;
    if (high < max) high += 1;
  }
  return [low, high];
};

const meansChart = ({ format, nameOf }: Speech, rating: RatingAnalysis, title: string): DocumentSection["charts"][number] => {
  const points = rating.rows.flatMap(({ code, n, mean, interval }) => {
    if (mean === null) return [];
    const letters = lettersIn(rating, code);
    const cell = meanCell(format, mean, n);
    return [
      {
        name: nameOf(code),
        value: mean,
        shown: typeof cell === "string" ? cell : cell.shown,
        lower: interval?.lower ?? null,
        upper: interval?.upper ?? null,
        letters: letters === none ? "" : letters,
      },
    ];
  });
  points.sort((a, b) => (rating.scale.highIsGood ? b.value - a.value : a.value - b.value));
  const { min, max } = rating.scale;
  return { kind: "intervals", unit: "mean", title, domain: wholePointsAround(points, min, max), scale: [min, max], line: null, points };
};

export const describeRatings = (speech: Speech, block: RatingsBlock, confidence: number): DocumentSection[] =>
  block.ratings.flatMap((rating) => describeRating(speech, block.block, rating, confidence));
